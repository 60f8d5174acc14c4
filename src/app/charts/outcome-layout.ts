import type { Language } from '../../core/text.ts';
import type { SegmentDimension } from '../../model/segments.ts';
import type { ChartGrid } from './chart-cursor.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import type { Ghost } from './ghosts.ts';
import { estimateWidth } from './labels.ts';
import { listMeasures, type Measure } from './outcome-measures.ts';
import type { Outcome, OutcomeSeries } from './outcome-series.ts';
import type { PlotSize } from './plot-size.ts';
import { chooseTicks, createScale, type Scale } from './scales.ts';

const LABEL_SIZE = 12;
const HEAD = 16;
const FOOT = 16;
const BETWEEN = 14;
/** Room for a figure beside the scale; where that would leave less than `FEWEST` pixels, figures stand above it. */
const VALUE = 44;
const FEWEST = 64;
const TICK_ROOM = 34;
/** Room of the mark before the parent's name. */
export const KEY_MARK = 14;

export type Bands = SegmentDimension['bands'];

/** How the bands fared in a run behind the one on show. */
export interface OutcomeGhost extends Pick<Ghost<unknown>, 'name' | 'kind'> {
  readonly outcomes: readonly Outcome[];
}

/** One measure: its own scale, its own column, figures at the right edge. */
export interface OutcomeColumn {
  readonly measure: Measure;
  readonly left: number;
  /** End of the scale; figures end at `valueRight`. */
  readonly right: number;
  readonly valueRight: number;
  readonly ticks: readonly number[];
  readonly x: Scale;
}

export interface OutcomeLayout {
  readonly columns: readonly OutcomeColumn[];
  readonly top: number;
  readonly bottom: number;
  readonly rowHeight: number;
  /** Distance of dots and of figures from the middle of their row, downwards. */
  readonly dotShift: number;
  readonly valueShift: number;
}

/** Ends of the scale of a measure in a month. */
export type OutcomeDomain = (month: number) => readonly [number, number];

/**
 * Scales are those of the whole run, so that dots move and axes do not while time runs. Returns swing far more from year
 * to year than between groups: their scale keeps its span and slides in whole ticks.
 */
export function createOutcomeDomains(runs: readonly OutcomeSeries[], language: Language): OutcomeDomain[] {
  return listMeasures(language).map((measure): OutcomeDomain => {
    if (measure.key !== 'return') {
      const domain = findDomain(measure, runs);
      return () => domain;
    }
    const step = findStep(measure, runs);
    return (month) => {
      const [low] = findSpread(measure, runs, month);
      const start = Number.isFinite(low) ? Math.floor(low / step) * step : 0;
      return [start, start + 3 * step];
    };
  });
}

/** Columns side by side, for a month. @param key what the corner over the groups must have room for: the parent's name */
export function createOutcomeLayout(
  { width, height }: PlotSize,
  bands: Bands,
  domains: readonly OutcomeDomain[],
  month: number,
  key: string | null,
  language: Language,
): OutcomeLayout {
  const widths = bands.map((band) => estimateWidth(band.label[language], LABEL_SIZE) + 8);
  const corner = key === null ? 0 : KEY_MARK + estimateWidth(key, LABEL_SIZE) + 4;
  const names = Math.ceil(Math.max(corner, ...widths));
  const measures = listMeasures(language);
  const room = width - names - BETWEEN * (measures.length - 1);
  const shares = measures.map((measure) => measure.room);
  const total = shares.reduce((sum, share) => sum + share, 0);
  const beside = (room * Math.min(...shares)) / total - VALUE >= FEWEST;
  let left = names;
  const columns = measures.map((measure, position): OutcomeColumn => {
    const wide = (room * shares[position]) / total;
    const valueRight = left + wide;
    const right = beside ? valueRight - VALUE : valueRight;
    const [low, high] = domains[position](month);
    const column = {
      measure,
      left,
      right,
      valueRight,
      ticks: chooseTicks(low, high, Math.max(2, Math.floor((right - left) / TICK_ROOM))),
      x: createScale(low, high, left + 5, right - 5),
    };
    left = valueRight + BETWEEN;
    return column;
  });
  const rowHeight = (height - HEAD - FOOT) / bands.length;
  const apart = Math.min(9, rowHeight / 2 - 6);
  return {
    columns,
    top: HEAD,
    bottom: height - FOOT,
    rowHeight,
    dotShift: beside ? 0 : apart,
    valueShift: beside ? 4 : apart - 8,
  };
}

function findDomain(measure: Measure, runs: readonly OutcomeSeries[]): [number, number] {
  let { floor: low, ceiling: high } = measure;
  for (let month = 1; month < runs[0].months; month++) {
    const spread = findSpread(measure, runs, month);
    if (spread[0] < low) low = spread[0];
    if (spread[1] > high) high = spread[1];
  }
  return [low, high];
}

/** Least and greatest figure of a month over all runs; NaN when there is none. */
function findSpread(measure: Measure, runs: readonly OutcomeSeries[], month: number): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    for (const outcome of run.outcomes[month] ?? []) {
      for (const value of measure.values(outcome)) {
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
  }
  return low <= high ? [low, high] : [Number.NaN, Number.NaN];
}

/** Half of the widest spread of any month, in whole points: the tick by which the scale slides. */
function findStep(measure: Measure, runs: readonly OutcomeSeries[]): number {
  let span = 0;
  for (let month = 1; month < runs[0].months; month++) {
    const [low, high] = findSpread(measure, runs, month);
    if (high - low > span) span = high - low;
  }
  return Math.max(1, Math.ceil((span * 100) / 2)) / 100;
}

/** Rows are groups, columns measures. */
export function createOutcomeGrid(
  layout: OutcomeLayout,
  bands: Bands,
  own: readonly Outcome[],
  others: readonly OutcomeGhost[],
  language: Language,
): ChartGrid {
  const { columns, top, rowHeight } = layout;
  return {
    columns: columns.length,
    rows: bands.length,
    home: { column: 0, row: 0 },
    read: ({ column, row }) => {
      const { measure } = columns[column];
      const outcome = own[row];
      if (!outcome) return null;
      const entries = measure.describe(outcome);
      for (const { name, outcomes } of others) {
        entries.push({ label: name, value: measure.format(measure.value(outcomes[row])) });
      }
      return { heading: `${bands[row].label[language]} · ${CHART_TEXTS[measure.name][language]}`, entries };
    },
    place: ({ column, row }) => ({
      x: columns[column].x(columns[column].measure.value(own[row])) || columns[column].left,
      y: top + (row + 0.5) * rowHeight + layout.dotShift,
    }),
    locate: ({ x, y }) => {
      const row = Math.floor((y - top) / rowHeight);
      const column = columns.findIndex(
        ({ left, valueRight }) => x >= left - BETWEEN / 2 && x <= valueRight + BETWEEN / 2,
      );
      return row >= 0 && row < bands.length && column >= 0 && own[row] ? { column, row } : null;
    },
  };
}
