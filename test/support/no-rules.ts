import type { ParameterValues } from '../../src/model/parameters.ts';
import { REGULATOR_PARAMETERS } from '../../src/model/regulator/parameters.ts';

/** No rule on brokers is in force. Inspections go on. */
export const NO_RULES: Partial<ParameterValues> = Object.fromEntries(
  REGULATOR_PARAMETERS.filter(({ unit }) => unit === 'strength').map(({ key }) => [key, 0]),
);
