import type { Language } from '../../core/text.ts';
import { formatMonth, formatNumber, formatShare } from '../format.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import type { DataTable, TableColumn } from './data-table.ts';
import type { EvaluationSeries } from './evaluation-series.ts';
import { EVALUATION_TEXTS } from './evaluation-texts.ts';
import { type Ghosts, readColumn } from './ghosts.ts';

/** Months × (indexes; those of ghosts; the figures of all parts). */
export function createEvaluationTable(
  series: EvaluationSeries,
  ghosts: Ghosts<EvaluationSeries>,
  computed: number,
  startMonth: number,
  language: Language,
): DataTable {
  const points = (value: number) => formatNumber(value, language, 1);
  const figures = [
    ...series.indexes.map(({ label, values }) => ({ label: label[language], values, format: points })),
    ...ghosts.flatMap((ghost) =>
      ghost.series.indexes.map(({ label, values }) => ({
        label: `${ghost.name}${language === 'en' ? ': ' : '：'}${label[language]}`,
        values: values.map((_, month) => readColumn(ghost, values, month)),
        format: points,
      })),
    ),
    ...series.indexes.flatMap(({ parts }) =>
      parts.map(({ label, unit, values }) => ({
        label: label[language],
        values,
        unit,
        format: (value: number) => formatPart(value, unit, language),
      })),
    ),
  ];
  const columns: TableColumn[] = [{ label: CHART_TEXTS.month[language] }, ...figures];
  const rows = Array.from({ length: Math.max(0, computed - 1) }, (_, position) => [
    formatMonth(startMonth + position, language),
    ...figures.map(({ values }) => values[position + 1] ?? Number.NaN),
  ]);
  return { caption: EVALUATION_TEXTS.caption[language], columns, rows };
}

/** Shares and returns in per cent, money and large figures without decimals, all else with two. */
function formatPart(value: number, unit: string, language: Language): string {
  if (unit === 'share' || unit === 'return') return formatShare(value, language);
  const isLarge = unit.startsWith('cny') || unit === 'index/year';
  return formatNumber(value, language, isLarge ? 0 : 2);
}
