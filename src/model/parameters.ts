import { ADVICE_PARAMETERS } from './brokers/advice-parameters.ts';
import { CLIENT_PROGRAMME_PARAMETERS } from './brokers/client-programme-parameters.ts';
import { BROKER_PARAMETERS } from './brokers/parameters.ts';
import { PROGRAMME_PARAMETERS } from './brokers/programme-parameters.ts';
import { INVESTOR_PARAMETERS } from './investors/parameters.ts';
import { MARKET_PARAMETERS } from './market/parameters.ts';
import { REGULATOR_PARAMETERS } from './regulator/parameters.ts';

/** Every number of the model that a scenario may change, in the order of the panel. */
export const PARAMETERS = [
  ...MARKET_PARAMETERS,
  ...INVESTOR_PARAMETERS,
  ...BROKER_PARAMETERS,
  ...PROGRAMME_PARAMETERS,
  ...CLIENT_PROGRAMME_PARAMETERS,
  ...REGULATOR_PARAMETERS,
  ...ADVICE_PARAMETERS,
];

export type ParameterKey = (typeof PARAMETERS)[number]['key'];

/** A value for every parameter of the schema. */
export type ParameterValues = Readonly<Record<ParameterKey, number>>;

export function readDefaults(): ParameterValues {
  return Object.fromEntries(PARAMETERS.map((p) => [p.key, p.default])) as ParameterValues;
}
