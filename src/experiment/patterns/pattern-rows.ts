import { NULL_MODELS, type NullModel } from '../null-models.ts';
import { type Figures, measureSpread, type Spread } from '../scoreboard.ts';
import type { Pattern } from './pattern.ts';
import { PATTERNS } from './patterns.ts';

/** `holds`: in all of the 90 % interval. `leans`: at the median only. `fails`: not there either. */
export type PatternVerdict = 'holds' | 'leans' | 'fails' | 'unjudged';

export const FULL_MODEL = 'full';

/** Figures of all patterns, run by run. */
export interface PatternFigures {
  /** Hash of how the figures are read, and of what the null models set. */
  readonly definition: string;
  readonly agents: number;
  readonly seeds: number;
  /** By model (`FULL_MODEL` or a null model), then by pattern. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Figures>>>>;
}

/** What a null model makes of a pattern. */
interface NullResult {
  readonly model: NullModel;
  readonly spread: Spread;
  /** Whether the pattern is gone: its figure is on the other side at the median. */
  readonly isLost: boolean;
}

export interface PatternRow {
  readonly pattern: Pattern;
  readonly spread: Spread | null;
  readonly verdict: PatternVerdict;
  /** Every null model, that which should lose it first. */
  readonly nulls: readonly NullResult[];
}

/** A line for every pattern, in their order. */
export function computePatternRows({ values }: PatternFigures): PatternRow[] {
  return PATTERNS.map((pattern) => {
    const spread = measureSpread(values[FULL_MODEL]?.[pattern.id] ?? []);
    const nulls = listNullModels(pattern).flatMap((model): NullResult[] => {
      const own = measureSpread(values[model.id]?.[pattern.id] ?? []);
      return own === null ? [] : [{ model, spread: own, isLost: !isThere(pattern, own.median) }];
    });
    return { pattern, spread, verdict: judgePattern(pattern, spread), nulls };
  });
}

function listNullModels({ lostBy }: Pattern): NullModel[] {
  return [...NULL_MODELS.filter(({ id }) => id === lostBy), ...NULL_MODELS.filter(({ id }) => id !== lostBy)];
}

export function judgePattern(pattern: Pattern, spread: Spread | null): PatternVerdict {
  if (spread === null) return 'unjudged';
  if (isThere(pattern, spread.low) && isThere(pattern, spread.high)) return 'holds';
  return isThere(pattern, spread.median) ? 'leans' : 'fails';
}

function isThere({ above = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY }: Pattern, figure: number) {
  return figure > above && figure < below;
}
