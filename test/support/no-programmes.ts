import { PROGRAMMES, type Programme } from '../../src/model/inputs.ts';

/** A broker that runs nothing beside its levers. */
export const NO_PROGRAMMES = Object.fromEntries(PROGRAMMES.map((programme) => [programme, 0])) as Record<
  Programme,
  number
>;
