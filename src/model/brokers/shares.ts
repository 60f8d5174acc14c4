import { exp, ln } from '../../core/math.ts';
import type { BrokerInput } from '../inputs.ts';

/** Shares of users at the start: the published ones to a power, over brokers that have one. They sum to 1. */
export function computeStartShares(brokers: readonly BrokerInput[], exponent: number): Float64Array {
  return normalise(Float64Array.from(brokers, ({ share }) => (share > 0 ? exp(exponent * ln(share)) : 0)));
}

/** Shares of those with a traditional business, by published share: whose clients traditional investors are. Empty when none. */
export function computeHomeShares(brokers: readonly BrokerInput[]): Float64Array {
  const isIncumbent = ({ archetype }: BrokerInput) => archetype === 'arm' || archetype === 'leader';
  if (!brokers.some((broker) => isIncumbent(broker) && broker.share > 0)) return new Float64Array(0);
  return normalise(Float64Array.from(brokers, (broker) => (isIncumbent(broker) ? broker.share : 0)));
}

function normalise(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
