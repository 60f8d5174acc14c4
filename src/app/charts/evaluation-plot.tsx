import type { Language } from '../../core/text.ts';
import { RISK_STATES } from '../../model/evaluation.ts';
import { formatNumber } from '../format.ts';
import type { ChartGrid, ReadonlyCursor } from './chart-cursor.ts';
import type { EvaluationSeries, EvaluationView } from './evaluation-series.ts';
import { SHORT_TEXTS } from './evaluation-texts.ts';
import { type Ghosts, hasMonth, readGhosts } from './ghosts.ts';
import { estimateWidth, fitLabels } from './labels.ts';
import { drawLine } from './paths.ts';
import type { PlotSize } from './plot-size.ts';
import { chooseTicks, createScale, findRange, type Scale } from './scales.ts';
import { createTimeFrame, findMonth, nameMonth, type TimeFrame, YEARS_HEIGHT } from './time-axis.tsx';

const LEFT = 26;
const TOP = 6;
const TICK_ROOM = 26;
const LABEL_SIZE = 12;
const PAR = 50;
/** The axis never magnifies less than this many points to its height, so that noise stays noise. */
const LEAST_POINTS = 30;
/** Series in order (DESIGN.md, second channel). */
const DASHES = [undefined, '6 3', '2 2'];

export interface EvaluationLayout {
  readonly frame: TimeFrame;
  readonly y: Scale;
  readonly ticks: readonly number[];
}

/** Axes: months, and points around par; of warnings all points. */
export function createEvaluationLayout(
  { width, height }: PlotSize,
  show: EvaluationView,
  series: EvaluationSeries,
  ghosts: Ghosts<EvaluationSeries>,
  startMonth: number,
  horizon: number,
  language: Language,
): EvaluationLayout {
  const names = [...series.indexes.map(({ key }) => SHORT_TEXTS[key][language]), ...ghosts.map(({ name }) => name)];
  const widest = names.map((name) => estimateWidth(`${name} 00`, LABEL_SIZE));
  const month = estimateWidth(nameMonth({ startMonth }, horizon, language), LABEL_SIZE);
  const right = Math.min(10 + Math.max(month, ...widest), width * 0.4);
  const bottom = height - YEARS_HEIGHT;
  const frame = createTimeFrame({ left: LEFT, right: width - right, top: TOP, bottom }, startMonth, horizon);
  const all = [...series.indexes, ...ghosts.flatMap((ghost) => ghost.series.indexes)].map(({ values }) => values);
  const { low, high } = (show === 'warnings' ? null : findRange([PAR], ...all)) ?? { low: 0, high: 100 };
  const spare = Math.max(2, (LEAST_POINTS - (high - low)) / 2);
  const from = Math.max(0, low - spare);
  const to = Math.min(100, high + spare);
  return {
    frame,
    y: createScale(from, to, bottom, TOP),
    ticks: chooseTicks(from, to, Math.floor((bottom - TOP) / TICK_ROOM)),
  };
}

interface PictureProps {
  readonly layout: EvaluationLayout;
  readonly series: EvaluationSeries;
  readonly ghosts: Ghosts<EvaluationSeries>;
  readonly show: EvaluationView;
  readonly language: Language;
}

/** A line for each index, the ghosts behind them; par, or where watch and alarm begin, as rules. */
export function EvaluationPicture({ layout, series, ghosts, show, language }: PictureProps) {
  const { frame, y, ticks } = layout;
  const rules = show === 'warnings' ? RISK_STATES.filter(({ from }) => from > 0) : [];
  const draw = (values: Float64Array, from = 0) => drawLine(values.length, frame.x, (m) => y(values[m]), from);
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <path class={tick === PAR ? 'axis' : 'grid'} d={`M${frame.left} ${y(tick)}H${frame.right}`} />
          <text x={frame.left - 5} y={y(tick) + 4} class="e">
            {tick}
          </text>
        </g>
      ))}
      {rules.map(({ key, from, label }) => (
        <g key={key}>
          <path class="axis" d={`M${frame.left} ${y(from)}H${frame.right}`} />
          <text x={frame.left + 3} y={y(from) - 3}>
            {label[language]}
          </text>
        </g>
      ))}
      {ghosts.map(({ kind, series: before, from }) =>
        before.indexes.map(({ key, values }) => <path key={`${kind} ${key}`} class={kind} d={draw(values, from)} />),
      )}
      {series.indexes.map(({ key, values }, position) => (
        <path key={key} class="line" stroke-dasharray={DASHES[position]} d={draw(values)} />
      ))}
    </g>
  );
}

interface LabelsProps {
  readonly layout: EvaluationLayout;
  readonly series: EvaluationSeries;
  readonly ghosts: Ghosts<EvaluationSeries>;
  readonly cursor: ReadonlyCursor;
  readonly playhead: number;
  readonly language: Language;
}

/** Names at the ends of lines with the points of the month on show or under the cursor. */
export function EvaluationLabels({ layout, series, ghosts, cursor, playhead, language }: LabelsProps) {
  const { frame, y } = layout;
  const month = Math.max(1, cursor.value?.column ?? playhead);
  const own = series.indexes.map(({ key, values }) => ({
    height: y(values[series.months - 1]) + 4,
    text: `${SHORT_TEXTS[key][language]} ${formatNumber(values[month], language)}`,
    kind: 'd',
    weight: 1,
  }));
  const others = ghosts
    .filter((ghost) => hasMonth(ghost, month))
    .flatMap(({ name, series: before }) =>
      before.indexes.map(({ values }) => ({
        height: y(values[before.months - 1]) + 5,
        text: `${name} ${formatNumber(values[month], language)}`,
        kind: 'before',
        weight: 0,
      })),
    );
  const labels = fitLabels(
    [...own, ...others].filter(({ height }) => Number.isFinite(height)),
    frame.bottom - 3,
    language === 'en' ? 13 : 15,
  );
  return (
    <g>
      {labels.map(({ text, height, kind }, position) => (
        <text key={position} x={frame.right + 6} y={height} class={kind}>
          {text}
        </text>
      ))}
      <text x={frame.right + 6} y={frame.bottom + 13}>
        {nameMonth(frame, month, language)}
      </text>
    </g>
  );
}

/** A month across, an index down: its points, those of ghosts, and the points of its parts. */
export function createEvaluationGrid(
  { frame, y }: EvaluationLayout,
  series: EvaluationSeries,
  ghosts: Ghosts<EvaluationSeries>,
  last: number,
  playhead: number,
  language: Language,
): ChartGrid {
  const points = (value: number) => formatNumber(value, language);
  return {
    columns: last + 1,
    rows: series.indexes.length,
    home: { column: Math.max(1, Math.min(last, playhead)), row: 0 },
    read: ({ column, row }) => {
      if (column < 1 || column > last) return null;
      const { label, values, parts } = series.indexes[row];
      return {
        heading: nameMonth(frame, column, language),
        entries: [
          { label: label[language], value: points(values[column]) },
          ...readGhosts(ghosts, column, (ghost) => ghost.indexes[row].values, points),
          ...parts.map((part) => ({ label: `· ${part.label[language]}`, value: points(part.scores[column]) })),
        ],
      };
    },
    place: ({ column, row }) => ({ x: frame.x(column), y: y(series.indexes[row].values[column]) }),
    locate: (point) => {
      if (point.x < frame.left - 4 || point.x > frame.right + 4 || last < 1) return null;
      const column = Math.max(1, findMonth(frame, point.x, last));
      const distances = series.indexes.map(({ values }) => Math.abs(y(values[column]) - point.y));
      return { column, row: Math.max(0, distances.indexOf(Math.min(...distances))) };
    },
  };
}
