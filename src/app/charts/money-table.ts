import type { Language } from '../../core/text.ts';
import { formatMoney, formatMonth } from '../format.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import type { DataTable, TableColumn } from './data-table.ts';
import { type Ghosts, nameOfGhost, readColumn } from './ghosts.ts';
import type { MoneyView } from './money-layout.ts';
import { COST_KINDS, type MoneySeries, REVENUE_KINDS, readKindLabel } from './money-series.ts';

/** Upper edges of kinds stacked from zero, upwards (`sign` 1) or downwards (−1), in cents. */
export function stackKinds(kinds: readonly Float64Array[], sign: 1 | -1): Float64Array[] {
  const edges: Float64Array[] = [];
  for (const kind of kinds) {
    const below = edges.at(-1);
    edges.push(kind.map((cents, m) => (below ? below[m] : 0) + sign * cents));
  }
  return edges;
}

/** What the cursor can stand on, from the top of the picture down. */
export interface MoneyRow {
  readonly label: string;
  readonly values: Float64Array;
  /** Where the row is in the picture, in cents. */
  readonly edge: Float64Array;
  /** The same of a ghost, where the picture shows it. */
  readonly read?: (ghost: MoneySeries) => Float64Array;
}

export function listMoneyRows(series: MoneySeries, show: MoneyView, language: Language): MoneyRow[] {
  const { revenue, profit } = series;
  if (show === 'totals') {
    return [
      { label: CHART_TEXTS.revenue[language], values: revenue, edge: revenue, read: (ghost) => ghost.revenue },
      { label: CHART_TEXTS.profit[language], values: profit, edge: profit, read: (ghost) => ghost.profit },
    ];
  }
  const up = stackKinds(series.revenueKinds, 1);
  const down = stackKinds(series.costKinds, -1);
  return [
    ...REVENUE_KINDS.map((kind, k) => ({
      label: readKindLabel(kind)[language],
      values: series.revenueKinds[k],
      edge: up[k],
    })).reverse(),
    { label: CHART_TEXTS.profit[language], values: profit, edge: profit },
    ...COST_KINDS.map((kind, k) => ({
      label: readKindLabel(kind)[language],
      values: series.costKinds[k],
      edge: down[k],
    })),
  ];
}

/** Months × (revenue, cost, profit, every kind; of ghosts revenue and profit). Files hold yuan-cents as they are booked. */
export function createMoneyTable(
  series: MoneySeries,
  ghosts: Ghosts<MoneySeries>,
  computed: number,
  startMonth: number,
  language: Language,
): DataTable {
  const money = (cents: number) => formatMoney(cents, language);
  const side = (word: string, label: string) =>
    language === 'en' ? `${word}: ${label.toLowerCase()}` : `${word}：${label}`;
  const figures: { label: string; values: Float64Array; ghost?: Ghosts<MoneySeries>[number] }[] = [
    { label: CHART_TEXTS.revenue[language], values: series.revenue },
    { label: CHART_TEXTS.cost[language], values: series.cost },
    { label: CHART_TEXTS.profit[language], values: series.profit },
  ];
  for (const ghost of ghosts) {
    const { revenue, profit } = ghost.series;
    figures.push(
      { label: nameOfGhost(ghost, CHART_TEXTS.revenue[language], language), values: revenue, ghost },
      { label: nameOfGhost(ghost, CHART_TEXTS.profit[language], language), values: profit, ghost },
    );
  }
  REVENUE_KINDS.forEach((kind, k) => {
    figures.push({
      label: side(CHART_TEXTS.revenue[language], readKindLabel(kind)[language]),
      values: series.revenueKinds[k],
    });
  });
  COST_KINDS.forEach((kind, k) => {
    figures.push({
      label: side(CHART_TEXTS.cost[language], readKindLabel(kind)[language]),
      values: series.costKinds[k],
    });
  });
  const columns: TableColumn[] = [
    { label: CHART_TEXTS.month[language] },
    ...figures.map(({ label }) => ({ label, format: money, unit: CHART_TEXTS.cents[language] })),
  ];
  const rows = Array.from({ length: Math.max(0, computed - 1) }, (_, position) => [
    formatMonth(startMonth + position, language),
    ...figures.map(({ values, ghost }) =>
      ghost ? readColumn(ghost, values, position + 1) : (values[position + 1] ?? Number.NaN),
    ),
  ]);
  return { caption: CHART_TEXTS.moneyTotals[language], columns, rows };
}
