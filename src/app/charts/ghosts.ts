import { useMemo } from 'preact/hooks';
import type { Language } from '../../core/text.ts';
import type { MonthFigures, ParentLine } from '../run-data.ts';
import type { Reading } from './chart-cursor.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import type { PictureRun } from './picture-run.ts';

/** A run behind the one on show: A, or the parent that B was branched from. */
export interface Ghost<Series> {
  readonly name: string;
  /** Of its lines and marks: A is dashed and a ring, the parent dotted and a diamond. */
  readonly kind: 'ghost' | 'parent';
  readonly series: Series;
  /** Months of which it has figures of its own: A's begin at 0, the parent's where B leaves it, the common point included. */
  readonly from: number;
  readonly months: number;
}

/** A first, then the parent, as far as there are any. */
export type Ghosts<Series> = readonly Ghost<Series>[];

/** @param compute must keep its identity for as long as its answers stay the same */
export function useGhosts<Series>(
  baseline: PictureRun | null,
  parent: ParentLine | null,
  compute: (months: readonly MonthFigures[]) => Series,
  language: Language,
): Ghosts<Series> {
  const a = baseline?.months ?? null;
  const months = parent?.months ?? null;
  const fork = parent?.fork ?? 0;
  const seriesA = useMemo(() => a && compute(a), [a, compute]);
  const series = useMemo(() => months && compute(months), [months, compute]);
  return useMemo(() => {
    const ghosts: Ghost<Series>[] = [];
    if (a && seriesA) ghosts.push({ name: 'A', kind: 'ghost', series: seriesA, from: 0, months: a.length });
    if (months && series) {
      const name = CHART_TEXTS.parent[language];
      ghosts.push({ name, kind: 'parent', series, from: fork, months: months.length });
    }
    return ghosts;
  }, [a, seriesA, months, series, fork, language]);
}

export function findBaseline<Series>(ghosts: Ghosts<Series>): Series | null {
  return ghosts.find(({ kind }) => kind === 'ghost')?.series ?? null;
}

export function hasMonth({ from, months }: Ghost<unknown>, month: number): boolean {
  return month >= from && month < months;
}

/** Ghosts with figures of the window that ends at a month: where B has only just left the parent, both have the same. */
export function listOwn<Series>(ghosts: Ghosts<Series>, month: number): Ghosts<Series> {
  return ghosts.filter((ghost) => hasMonth(ghost, month) && (ghost.kind === 'ghost' || month > ghost.from));
}

/** What a cursor reads of ghosts beside the figure of the run on show. */
export function readGhosts<Series>(
  ghosts: Ghosts<Series>,
  month: number,
  read: (series: Series) => ArrayLike<number> | undefined,
  format: (value: number) => string,
): Reading['entries'] {
  return ghosts.flatMap((ghost) => {
    const value = hasMonth(ghost, month) ? (read(ghost.series)?.[month] ?? Number.NaN) : Number.NaN;
    return Number.isFinite(value) ? [{ label: ghost.name, value: format(value) }] : [];
  });
}

/** Head of a column that has a figure of a ghost. */
export function nameOfGhost({ name, kind }: Ghost<unknown>, label: string, language: Language): string {
  return `${name}${kind === 'parent' && language === 'zh-CN' ? '：' : ': '}${label}`;
}

/** A column of a ghost's figures: nothing where it has none of its own. */
export function readColumn(ghost: Ghost<unknown>, values: ArrayLike<number>, month: number): number {
  return hasMonth(ghost, month) ? values[month] : Number.NaN;
}
