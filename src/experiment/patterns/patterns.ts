import type { BrokerInput } from '../../model/inputs.ts';
import type { Measure } from '../measure.ts';
import { BROKER_PATTERNS } from './broker-patterns.ts';
import { INVESTOR_PATTERNS } from './investor-patterns.ts';
import { MARKET_PATTERNS } from './market-patterns.ts';
import type { Pattern } from './pattern.ts';

export const PATTERN_SCENARIO = 'history-2019-2024';

export const PATTERNS: readonly Pattern[] = [...MARKET_PATTERNS, ...BROKER_PATTERNS, ...INVESTOR_PATTERNS];

/** Measures of all patterns, in the order in which `computePatterns` expects their values. */
export function listPatternMeasures(brokers: readonly BrokerInput[]): Measure[] {
  return PATTERNS.flatMap(({ listMeasures }) => listMeasures(brokers));
}

/** The figure of each pattern in one run. */
export function computePatterns(values: readonly (readonly number[])[], brokers: readonly BrokerInput[]): number[] {
  let next = 0;
  return PATTERNS.map(({ listMeasures, compute }) => {
    const count = listMeasures(brokers).length;
    const own = values.slice(next, next + count);
    next += count;
    return compute(own, brokers);
  });
}
