import type { Language } from '../../core/text.ts';
import { formatPeople, formatQuarter, formatShare } from '../format.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import type { DataTable } from './data-table.ts';
import { type Ghosts, nameOfGhost } from './ghosts.ts';
import type { CohortTriangle } from './retention-series.ts';

/** The triangle, a row a cohort; below it the survival curve by month (B, then its ghosts), as far as the columns reach. */
export function createRetentionTable(
  triangle: CohortTriangle,
  survival: readonly number[],
  ghosts: Ghosts<readonly number[]>,
  startMonth: number,
  language: Language,
): DataTable {
  const share = (value: number) => formatShare(value, language);
  const { quarters, opened, retained } = triangle;
  const ages = Array.from({ length: quarters }, (_, age) => age);
  const cohorts = Array.from({ length: quarters }, (_, quarter) => [
    formatQuarter(startMonth + quarter * 3, language),
    opened[quarter],
    ...ages.map((age) => (quarter + age < quarters ? retained[quarter * quarters + age] : Number.NaN)),
  ]);
  const pooled = (label: string, values: readonly number[]) => [
    label,
    Number.NaN,
    ...ages.map((age) => values[age * 3 + 1] ?? Number.NaN),
  ];
  const label = CHART_TEXTS.survival[language];
  const rows = [
    ...cohorts,
    pooled(label, survival),
    ...ghosts.map((ghost) => pooled(nameOfGhost(ghost, label, language), ghost.series)),
  ];
  return {
    caption: CHART_TEXTS.retention[language],
    columns: [
      { label: CHART_TEXTS.quarterOpened[language] },
      { label: CHART_TEXTS.accountsOpened[language], format: (value) => formatPeople(value, language) },
      ...ages.map((age) => ({ label: language === 'en' ? `+${age} q` : `+${age} 季`, format: share })),
    ],
    rows,
  };
}
