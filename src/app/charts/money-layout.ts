import type { MoneyUnit } from '../format.ts';
import type { MoneySeries } from './money-series.ts';
import type { PlotSize } from './plot-size.ts';
import { chooseTicks, createScale, findRange, type Scale } from './scales.ts';
import { createTimeFrame, type TimeFrame, YEARS_HEIGHT } from './time-axis.tsx';

/** Revenue and profit as lines, or both sides of the books by kind. */
export type MoneyView = 'totals' | 'kinds';

/** Axes of the accounts; money in cents. */
export interface MoneyLayout {
  readonly frame: TimeFrame;
  readonly y: Scale;
  readonly ticks: readonly number[];
  readonly unit: MoneyUnit;
}

const LEFT = 30;
const TOP = 6;

export function createMoneyLayout(
  { width, height }: PlotSize,
  show: MoneyView,
  series: MoneySeries,
  before: MoneySeries | null,
  unit: MoneyUnit,
  startMonth: number,
  horizon: number,
): MoneyLayout {
  const right = show === 'totals' ? 72 : 104;
  const bottom = height - YEARS_HEIGHT;
  const frame = createTimeFrame({ left: LEFT, right: width - right, top: TOP, bottom }, startMonth, horizon);
  const range =
    show === 'totals'
      ? findRange([0], series.revenue, series.profit, before?.revenue ?? [], before?.profit ?? [])
      : findRange(
          [0],
          series.revenue,
          series.cost.map((cents) => -cents),
        );
  const { low, high } = range ?? { low: 0, high: 1 };
  const spare = (high - low) * 0.04 || 1;
  const from = low < 0 ? low - spare : 0;
  return {
    frame,
    y: createScale(from, high + spare, bottom, TOP),
    ticks: chooseTicks(from / unit.cents, (high + spare) / unit.cents, height > 140 ? 5 : 3),
    unit,
  };
}
