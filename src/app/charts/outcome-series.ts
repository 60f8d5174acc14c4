import { SEGMENT_METRIC, SEGMENT_METRICS, type SegmentMetric } from '../../model/metrics.ts';
import type { MonthRecord } from '../../model/records.ts';
import { bandsOfCell, SEGMENT_CELLS, SEGMENT_DIMENSIONS, type SegmentDimension } from '../../model/segments.ts';
import type { MonthFigures } from '../run-data.ts';

const WIDTH = SEGMENT_METRICS.length;
const WINDOW = 12;

/** The traits by which outcomes are compared. */
export const OUTCOME_DIMENSIONS = [
  'age',
  'experience',
  'riskTolerance',
] as const satisfies readonly SegmentDimension['key'][];
export type OutcomeDimension = (typeof OUTCOME_DIMENSIONS)[number];

export function findDimension(key: OutcomeDimension): SegmentDimension {
  return SEGMENT_DIMENSIONS[SEGMENT_DIMENSIONS.findIndex((dimension) => dimension.key === key)];
}

/**
 * How the investors of one band fared over the twelve months up to a month (fewer at the start); NaN where the band is
 * empty. Returns are the sum of the monthly means per person, as the market metrics have it.
 */
export interface Outcome {
  readonly users: number;
  readonly grossReturn: number;
  readonly netReturn: number;
  /** Of users of 12 months and more: share whose net return since January is negative, pooled over the months. */
  readonly losingShare: number;
  /** Complaints of the window per thousand users. */
  readonly complaintsPerThousand: number;
}

export interface OutcomeSeries {
  readonly months: number;
  /** `outcomes[month][band]`; month 0 has no past and is empty. */
  readonly outcomes: readonly (readonly Outcome[])[];
}

export function computeOutcomeSeries(months: readonly MonthFigures[], key: OutcomeDimension): OutcomeSeries {
  const position = SEGMENT_DIMENSIONS.findIndex((dimension) => dimension.key === key);
  const bandCount = SEGMENT_DIMENSIONS[position].bands.length;
  const sums = months.map(({ record }) => readBandSums(record, position, bandCount));
  const outcomes = months.map((_, month) =>
    month === 0 ? [] : Array.from({ length: bandCount }, (_unused, band) => computeOutcome(sums, month, band)),
  );
  return { months: months.length, outcomes };
}

/** Months that the window ending at `month` holds. */
export function countWindow(month: number): number {
  return Math.min(WINDOW, month);
}

const bandOfCells = SEGMENT_DIMENSIONS.map((_, position) =>
  Uint8Array.from({ length: SEGMENT_CELLS }, (_unused, cell) => bandsOfCell(cell)[position]),
);
const kept = new WeakMap<MonthRecord, Float64Array[]>();

/** Segment figures summed over all cells of each band: row per band. A month never changes, so its sums are kept. */
function readBandSums(record: MonthRecord, position: number, bandCount: number): Float64Array {
  let byDimension = kept.get(record);
  if (!byDimension) {
    byDimension = [];
    kept.set(record, byDimension);
  }
  if (byDimension[position]) return byDimension[position];
  const sums = new Float64Array(bandCount * WIDTH);
  const bandOfCell = bandOfCells[position];
  for (let cell = 0; cell < SEGMENT_CELLS; cell++) {
    const row = bandOfCell[cell] * WIDTH;
    for (let column = 0; column < WIDTH; column++) sums[row + column] += record.segments[cell * WIDTH + column];
  }
  byDimension[position] = sums;
  return sums;
}

function computeOutcome(sums: readonly Float64Array[], month: number, band: number): Outcome {
  const first = month - countWindow(month) + 1;
  const read = (m: number, metric: SegmentMetric) => sums[m][band * WIDTH + SEGMENT_METRIC[metric]];
  let grossReturn = 0;
  let netReturn = 0;
  let losing = 0;
  let tenured = 0;
  let complaints = 0;
  let userMonths = 0;
  for (let m = first; m <= month; m++) {
    const users = read(m, 'users');
    grossReturn += read(m, 'grossReturnSum') / users;
    netReturn += read(m, 'netReturnSum') / users;
    losing += read(m, 'losingUsers');
    tenured += read(m, 'tenuredUsers');
    complaints += read(m, 'complaints');
    userMonths += users;
  }
  return {
    users: read(month, 'users'),
    grossReturn,
    netReturn,
    losingShare: losing / tenured,
    complaintsPerThousand: (1000 * complaints * countWindow(month)) / userMonths,
  };
}
