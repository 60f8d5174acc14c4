import type { ParameterDeclaration, Source } from '../../core/schema.ts';
import { PARAMETERS, type ParameterKey } from '../../model/parameters.ts';

/** Where a parameter may lie, and what says so. */
export interface ParameterRange {
  readonly key: string;
  readonly low: number;
  readonly high: number;
  readonly source: Source;
}

/** Tastes for the levers of brokers: no target sees them. They may be half or twice what is shipped. */
export const LEVER_TASTES = [
  'tastes.price',
  'tastes.content',
  'tastes.community',
  'tastes.advice',
  'tastes.service',
] as const satisfies readonly ParameterKey[];

const TASTE_FACTOR = 2;

/**
 * What else evidence leaves open and no target decides (MODEL.md §5.4, trial.md §1 and §5): choices of structure, which decide
 * concentration more than calibration does, and reactions that the targets do not see.
 */
const OPEN_RANGES: readonly (readonly [ParameterKey, low: number, high: number])[] = [
  ['choice.goodwillExponent', 0.3, 0.9],
  ['tastes.friends', 0.5, 2],
  ['tastes.trust', 0.5, 3.2],
  ['brokers.scaleRevenue', 0.5, 1.2],
  ['brokers.scaleContent', 0, 0.8],
  ['brokers.scaleCommunity', 0, 1.2],
  ['brokers.scaleAdvice', 0, 0.5],
  ['brokers.scaleService', 0, 1.2],
  ['environment.attentionStrength', 4, 12],
  ['trading.costElasticity', 0.3, 1.5],
];

/** A range of a parameter that has none of its own reaches from half to one and a half times its default. */
const USUAL_SPREAD = 0.5;

const DECLARATIONS: readonly ParameterDeclaration[] = PARAMETERS;

/** What a study varies when nobody says: all that is calibrated, the tastes for levers, and structure. */
export function listUsualRanges(): ParameterRange[] {
  const open: readonly string[] = [...LEVER_TASTES, ...OPEN_RANGES.map(([key]) => key)];
  return DECLARATIONS.filter(({ key, prior }) => prior !== undefined || open.includes(key)).map(readRange);
}

/** The range of a parameter: its prior, what evidence leaves open, or round its default. Within what is allowed at all. */
export function readRange({ key, prior, source, default: shipped, min, max }: ParameterDeclaration): ParameterRange {
  const clip = (low: number, high: number) => ({ low: Math.max(min, low), high: Math.min(max, high) });
  if (prior !== undefined) return { key, ...prior };
  if ((LEVER_TASTES as readonly string[]).includes(key)) {
    return { key, source, ...clip(shipped / TASTE_FACTOR, shipped * TASTE_FACTOR) };
  }
  const open = OPEN_RANGES.find(([known]) => known === key);
  if (open !== undefined) return { key, low: open[1], high: open[2], source: 'trial' };
  const half = Math.abs(shipped) * USUAL_SPREAD;
  return half === 0
    ? { key, low: min, high: max, source: 'assumption' }
    : { key, source: 'assumption', ...clip(shipped - half, shipped + half) };
}
