import type { Language } from '../../core/text.ts';
import type { SegmentDimension } from '../../model/segments.ts';
import type { ChartGrid } from './chart-cursor.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import { estimateWidth } from './labels.ts';
import { listMeasures, type Measure } from './outcome-measures.ts';
import type { Outcome, OutcomeSeries } from './outcome-series.ts';
import type { PlotSize } from './plot-size.ts';
import { chooseTicks, createScale, type Scale } from './scales.ts';

const LABEL_SIZE = 12;
const HEAD = 16;
const FOOT = 16;
const BETWEEN = 14;
const VALUE = 34;

export type Bands = SegmentDimension['bands'];

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
}

/** Scales hold every month of the run, so that only dots move while time runs. */
export function createOutcomeLayout(
  { width, height }: PlotSize,
  bands: Bands,
  series: OutcomeSeries,
  before: OutcomeSeries | null,
  language: Language,
): OutcomeLayout {
  const names = Math.ceil(Math.max(...bands.map((band) => estimateWidth(band.label[language], LABEL_SIZE)))) + 8;
  const measures = listMeasures(language);
  const room = width - names - BETWEEN * (measures.length - 1);
  const shares = measures.map((measure) => measure.room);
  const total = shares.reduce((sum, share) => sum + share, 0);
  let left = names;
  const columns = measures.map((measure, position): OutcomeColumn => {
    const wide = (room * shares[position]) / total;
    const valueRight = left + wide;
    const right = valueRight - VALUE;
    const [low, high] = findDomain(measure, series, before);
    const column = {
      measure,
      left,
      right,
      valueRight,
      ticks: chooseTicks(low, high, right - left > 70 ? 3 : 1),
      x: createScale(low, high, left + 5, right - 5),
    };
    left = valueRight + BETWEEN;
    return column;
  });
  return { columns, top: HEAD, bottom: height - FOOT, rowHeight: (height - HEAD - FOOT) / bands.length };
}

function findDomain(measure: Measure, series: OutcomeSeries, before: OutcomeSeries | null): [number, number] {
  let low = measure.floor;
  let high = measure.ceiling;
  for (const run of [series, before]) {
    for (const month of run?.outcomes ?? []) {
      for (const outcome of month) {
        for (const value of measure.values(outcome)) {
          if (value < low) low = value;
          if (value > high) high = value;
        }
      }
    }
  }
  return [low, high];
}

/** Rows are groups, columns measures. */
export function createOutcomeGrid(
  layout: OutcomeLayout,
  bands: Bands,
  own: readonly Outcome[],
  ghost: readonly Outcome[] | null,
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
      const other = ghost?.[row];
      if (other) entries.push({ label: 'A', value: measure.format(measure.value(other)) });
      return { heading: `${bands[row].label[language]} · ${CHART_TEXTS[measure.name][language]}`, entries };
    },
    place: ({ column, row }) => ({
      x: columns[column].x(columns[column].measure.value(own[row])) || columns[column].left,
      y: top + (row + 0.5) * rowHeight,
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
