import type { Language } from '../../core/text.ts';
import type { MoneyUnit } from '../format.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import type { Ghosts } from './ghosts.ts';
import { estimateWidth } from './labels.ts';
import { COST_KINDS, type MoneySeries, REVENUE_KINDS, readKindLabel } from './money-series.ts';
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
const TICK_ROOM = 26;
const LABEL_SIZE = 12;

export function createMoneyLayout(
  { width, height }: PlotSize,
  show: MoneyView,
  series: MoneySeries,
  ghosts: Ghosts<MoneySeries>,
  unit: MoneyUnit,
  startMonth: number,
  horizon: number,
  language: Language,
): MoneyLayout {
  const right = Math.min(findLabelRoom(show, ghosts, language), width * 0.4);
  const bottom = height - YEARS_HEIGHT;
  const frame = createTimeFrame({ left: LEFT, right: width - right, top: TOP, bottom }, startMonth, horizon);
  const range =
    show === 'totals'
      ? findRange([0], ...[series, ...ghosts.map((ghost) => ghost.series)].flatMap((one) => [one.revenue, one.profit]))
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
    ticks: chooseTicks(from / unit.cents, (high + spare) / unit.cents, Math.floor((bottom - TOP) / TICK_ROOM)),
    unit,
  };
}

/** The widest label with its figure; the names of kinds are known before any figure is. */
function findLabelRoom(show: MoneyView, ghosts: Ghosts<MoneySeries>, language: Language): number {
  const words =
    show === 'totals'
      ? [...[CHART_TEXTS.revenue, CHART_TEXTS.profit].map((word) => word[language]), ...ghosts.map(({ name }) => name)]
      : [...REVENUE_KINDS, ...COST_KINDS].map((kind) => readKindLabel(kind)[language]);
  return 10 + Math.max(66, ...words.map((word) => estimateWidth(`${word} 00.0`, LABEL_SIZE)));
}
