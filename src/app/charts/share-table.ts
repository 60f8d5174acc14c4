import type { Language } from '../../core/text.ts';
import { formatMonth, formatNumber, formatShare } from '../format.ts';
import type { BrokerLook } from '../run-data.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import type { DataTable, TableColumn } from './data-table.ts';
import { type Ghosts, nameOfGhost, readColumn } from './ghosts.ts';
import type { ShareSeries } from './share-series.ts';

/** Whose share a layer is in a month. */
export function nameBand(
  series: ShareSeries,
  band: number,
  month: number,
  looks: readonly BrokerLook[],
  language: Language,
): string {
  const broker = series.bands[band].brokers[month];
  if (broker >= 0) return looks[broker].name[language];
  const count = series.others[month];
  return language === 'en' ? `${count} others` : `其余 ${count} 家`;
}

/** Months × (HHI, CR10, every layer), and the three lines that the picture shows of each ghost. */
export function createShareTable(
  series: ShareSeries,
  ghosts: Ghosts<ShareSeries>,
  computed: number,
  startMonth: number,
  looks: readonly BrokerLook[],
  language: Language,
): DataTable {
  const share = (value: number) => formatShare(value, language);
  const index = (value: number) => formatNumber(value, language);
  const chosen = looks[series.bands[0].brokers[0]]?.name[language] ?? '';
  const fixed = series.bands.filter((band) => band.colour.startsWith('--b')).length;
  const bands: TableColumn[] = series.bands.map((band, position) => {
    const last = position === series.bands.length - 1;
    const label = last
      ? CHART_TEXTS.others[language]
      : position < fixed
        ? looks[band.brokers[0]].name[language]
        : nameRank(position - fixed, language);
    return { label, format: share };
  });
  const columns: TableColumn[] = [
    { label: CHART_TEXTS.month[language] },
    { label: 'HHI', format: index },
    { label: 'CR10', format: share },
    ...bands,
  ];
  for (const ghost of ghosts) {
    columns.push(
      { label: nameOfGhost(ghost, 'HHI', language), format: index },
      { label: nameOfGhost(ghost, 'CR10', language), format: share },
      { label: nameOfGhost(ghost, chosen, language), format: share },
    );
  }
  const rows = Array.from({ length: Math.min(computed, series.months) }, (_, m) => {
    const row = [
      formatMonth(startMonth + m - 1, language),
      series.hhi[m],
      series.cr10[m],
      ...series.bands.map((band) => band.shares[m]),
    ];
    for (const ghost of ghosts) {
      const { hhi, cr10, bands } = ghost.series;
      row.push(...[hhi, cr10, bands[0].shares].map((values) => readColumn(ghost, values, m)));
    }
    return row;
  });
  return { caption: CHART_TEXTS.concentration[language], columns, rows };
}

/** The layers of the top ten that are nobody's for good: the largest of the rest in each month. */
function nameRank(rank: number, language: Language): string {
  return language === 'en' ? `Next largest ${rank + 1}` : `其次第 ${rank + 1}`;
}
