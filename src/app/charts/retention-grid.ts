import type { Language } from '../../core/text.ts';
import { formatQuarter, formatShare } from '../format.ts';
import type { ChartCell, ChartGrid, Point, Reading } from './chart-cursor.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import type { CohortLayout } from './cohort-plot.tsx';
import type { Ghosts } from './ghosts.ts';
import type { CohortTriangle } from './retention-series.ts';
import type { SurvivalLayout } from './survival-plot.tsx';

interface RetentionPicture {
  readonly cohorts: CohortLayout;
  readonly curves: SurvivalLayout;
  readonly triangle: CohortTriangle;
  readonly survival: readonly number[];
  readonly ghosts: Ghosts<readonly number[]>;
  readonly language: Language;
  readonly playhead: number;
}

/** Rows are the cohorts, columns quarters since opening; the last row is the curve, its columns ages in months. */
export function createRetentionGrid(picture: RetentionPicture): ChartGrid {
  const { cohorts, curves, triangle, survival, playhead } = picture;
  const curveRow = cohorts.quarters;
  const completed = Math.max(1, Math.floor(playhead / 3));
  return {
    columns: Math.max(triangle.quarters, survival.length),
    rows: curveRow + 1,
    home:
      triangle.quarters > 0
        ? { column: 0, row: Math.min(completed, triangle.quarters) - 1 }
        : { column: 0, row: curveRow },
    read: (cell) => (cell.row === curveRow ? readCurve(picture, cell.column) : readCell(picture, cell)),
    place: ({ column, row }) =>
      row === curveRow
        ? { x: curves.x(column), y: curves.y(survival[column]) }
        : {
            x: cohorts.left + (column + 0.5) * cohorts.cellWidth,
            y: cohorts.top + (row + 0.5) * cohorts.cellHeight,
          },
    locate: (point) => locateCurve(picture, point) ?? locateCell(picture, point),
  };
}

function readCurve({ survival, ghosts, language }: RetentionPicture, age: number): Reading | null {
  if (age >= survival.length) return null;
  const entries: { label: string; value: string }[] = [
    { label: CHART_TEXTS.survival[language], value: formatShare(survival[age], language) },
  ];
  for (const { name, series } of ghosts) {
    if (age < series.length) entries.push({ label: name, value: formatShare(series[age], language) });
  }
  const unit = language === 'en' && age === 1 ? 'month' : CHART_TEXTS.months[language];
  return { heading: `${age} ${unit}`, entries };
}

function readCell({ cohorts, triangle, language }: RetentionPicture, { column, row }: ChartCell): Reading | null {
  if (row >= triangle.quarters || row + column >= triangle.quarters) return null;
  const opened = formatQuarter(cohorts.startMonth + row * 3, language);
  const label = language === 'en' ? `after ${column} ${column === 1 ? 'quarter' : 'quarters'}` : `${column} 季后`;
  const value = formatShare(triangle.retained[row * triangle.quarters + column], language);
  return { heading: `${CHART_TEXTS.quarterOpened[language]} ${opened}`, entries: [{ label, value }] };
}

function locateCurve({ curves, survival, cohorts }: RetentionPicture, { x }: Point): ChartCell | null {
  if (x < curves.left - 4 || x > curves.right + 12) return null;
  const age = Math.round(((x - curves.left) / (curves.right - curves.left)) * curves.ages);
  const column = Math.max(0, Math.min(survival.length - 1, curves.ages, age));
  return { column, row: cohorts.quarters };
}

function locateCell({ cohorts, triangle }: RetentionPicture, { x, y }: Point): ChartCell | null {
  const column = Math.floor((x - cohorts.left) / cohorts.cellWidth);
  const row = Math.floor((y - cohorts.top) / cohorts.cellHeight);
  return column >= 0 && row >= 0 && row + column < triangle.quarters ? { column, row } : null;
}
