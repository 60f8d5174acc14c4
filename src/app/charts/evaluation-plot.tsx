import type { Language } from '../../core/text.ts';
import { RISK_STATES } from '../../model/evaluation.ts';
import { formatNumber } from '../format.ts';
import type { ChartGrid, ReadonlyCursor } from './chart-cursor.ts';
import type { EvaluationSeries, EvaluationView } from './evaluation-series.ts';
import { SHORT_TEXTS } from './evaluation-texts.ts';
import { estimateWidth, spreadLabels } from './labels.ts';
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
  before: EvaluationSeries | null,
  startMonth: number,
  horizon: number,
  language: Language,
): EvaluationLayout {
  const widest = series.indexes.map(({ key }) => estimateWidth(`${SHORT_TEXTS[key][language]} 00`, LABEL_SIZE));
  const month = estimateWidth(nameMonth({ startMonth }, horizon, language), LABEL_SIZE);
  const right = Math.min(10 + Math.max(month, ...widest), width * 0.4);
  const bottom = height - YEARS_HEIGHT;
  const frame = createTimeFrame({ left: LEFT, right: width - right, top: TOP, bottom }, startMonth, horizon);
  const all = [...series.indexes, ...(before?.indexes ?? [])].map(({ values }) => values);
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
  readonly before: EvaluationSeries | null;
  readonly show: EvaluationView;
  readonly language: Language;
}

/** A line for each index, A dashed behind them; par, or where watch and alarm begin, as rules. */
export function EvaluationPicture({ layout, series, before, show, language }: PictureProps) {
  const { frame, y, ticks } = layout;
  const rules = show === 'warnings' ? RISK_STATES.filter(({ from }) => from > 0) : [];
  const draw = (values: Float64Array) => drawLine(values.length, frame.x, (m) => y(values[m]));
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
      {before?.indexes.map(({ key, values }) => (
        <path key={key} class="ghost" d={draw(values)} />
      ))}
      {series.indexes.map(({ key, values }, position) => (
        <path key={key} class="line" stroke-dasharray={DASHES[position]} d={draw(values)} />
      ))}
    </g>
  );
}

interface LabelsProps {
  readonly layout: EvaluationLayout;
  readonly series: EvaluationSeries;
  readonly cursor: ReadonlyCursor;
  readonly playhead: number;
  readonly language: Language;
}

/** Names at the ends of lines with the points of the month on show or under the cursor. */
export function EvaluationLabels({ layout, series, cursor, playhead, language }: LabelsProps) {
  const { frame, y } = layout;
  const month = Math.max(1, cursor.value?.column ?? playhead);
  const labels = series.indexes
    .map(({ key, values }) => ({
      height: y(values[series.months - 1]) + 4,
      text: `${SHORT_TEXTS[key][language]} ${formatNumber(values[month], language)}`,
    }))
    .filter(({ height }) => Number.isFinite(height))
    .sort((a, b) => a.height - b.height);
  const heights = spreadLabels(
    labels.map(({ height }) => height),
    language === 'en' ? 13 : 15,
    10,
    frame.bottom - 3,
  );
  return (
    <g>
      {labels.map(({ text }, position) => (
        <text key={text} x={frame.right + 6} y={heights[position]} class="d">
          {text}
        </text>
      ))}
      <text x={frame.right + 6} y={frame.bottom + 13}>
        {nameMonth(frame, month, language)}
      </text>
    </g>
  );
}

/** A month across, an index down: its points, those in A, and the points of its parts. */
export function createEvaluationGrid(
  { frame, y }: EvaluationLayout,
  series: EvaluationSeries,
  before: EvaluationSeries | null,
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
      const own = before?.indexes[row].values;
      return {
        heading: nameMonth(frame, column, language),
        entries: [
          { label: label[language], value: points(values[column]) },
          ...(own && column < own.length ? [{ label: 'A', value: points(own[column]) }] : []),
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
