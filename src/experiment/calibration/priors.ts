import { normalCdf, normalQuantile } from '../../core/normal.ts';
import type { ParameterDeclaration, Prior } from '../../core/schema.ts';

/** A parameter that is searched for, and where. */
export interface FittedParameter {
  readonly key: string;
  readonly prior: Prior;
}

/** A range is cut into so many places at least. Values are rounded before they are judged, so that what ships is what was judged. */
const PLACES_LEAST = 100;

/** The parameters that declare a prior, in their order. */
export function listFitted(parameters: readonly ParameterDeclaration[]): FittedParameter[] {
  return parameters.flatMap(({ key, prior }) => (prior === undefined ? [] : [{ key, prior }]));
}

/** A place in the range of a prior from a standard normal coordinate: a uniform prior there is a normal one here. */
export function toValue(z: number, { low, high }: Prior): number {
  return low + (high - low) * normalCdf(z);
}

/** The standard normal coordinate of a place in the range; the ends are drawn in by a millionth, to stay finite. */
export function toCoordinate(value: number, { low, high }: Prior): number {
  return normalQuantile(Math.min(1 - 1e-6, Math.max(1e-6, (value - low) / (high - low))));
}

/** The parameter values at a point of normal coordinates, as a `set` of a scenario. */
export function toSet(point: readonly number[], fitted: readonly FittedParameter[]): Record<string, number> {
  return Object.fromEntries(fitted.map(({ key, prior }, k) => [key, toValue(point[k], prior)]));
}

/** The same with values as they are shipped: to a hundredth of the range or somewhat finer, within the range. */
export function toRoundedSet(point: readonly number[], fitted: readonly FittedParameter[]): Record<string, number> {
  return Object.fromEntries(
    fitted.map(({ key, prior }, k) => {
      const rounded = Number(toValue(point[k], prior).toFixed(countDecimals(prior)));
      return [key, Math.min(prior.high, Math.max(prior.low, rounded))];
    }),
  );
}

/** Decimals with which a value of the range is written. */
function countDecimals({ low, high }: Prior): number {
  let decimals = 0;
  for (let places = high - low; places < PLACES_LEAST; places *= 10) decimals++;
  return decimals;
}
