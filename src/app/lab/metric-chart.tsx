import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { MetricDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import { MARKET_METRICS, type MarketMetric } from '../../model/metrics.ts';
import type { ChartCell, ChartGrid, Reading } from '../charts/chart-cursor.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { DataTable } from '../charts/data-table.ts';
import { spreadLabels } from '../charts/labels.ts';
import { drawLine } from '../charts/paths.ts';
import { type PictureRun, usePictureRun } from '../charts/picture-run.ts';
import { type PlotSize, usePlotSize } from '../charts/plot-size.ts';
import { findRange } from '../charts/scales.ts';
import {
  Crosshair,
  createTimeFrame,
  findMonth,
  nameMonth,
  type TimeFrame,
  YEARS_HEIGHT,
  YearAxis,
} from '../charts/time-axis.tsx';
import { Caret } from '../controls/icon.tsx';
import { pick } from '../i18n/say.ts';
import type { RunData } from '../run-data.ts';
import { chooseAxisUnit } from './axis-unit.ts';
import { type FigureAxis, FigureTicks, joinUnit, layOutFigures } from './figure-axis.tsx';
import { formatDifference, formatFigure, getMetric, readSeries } from './metric-figures.ts';
import { WORDS } from './words.ts';

interface MetricChartProps {
  /** Place among the Lab's charts, for test ids. */
  readonly place: number;
  readonly metric: MarketMetric;
  readonly onChoose: (metric: MarketMetric) => void;
  readonly runA: RunData | null;
  readonly runB: RunData | null;
  /** The run on show is that before the last change. */
  readonly outdated: boolean;
  readonly language: Language;
}

/** One series of the plot: A dashed, B solid. */
interface Line {
  readonly name: 'A' | 'B';
  readonly picture: PictureRun;
  readonly values: readonly number[];
}

/** One figure of the market month by month, chosen from the catalogue. */
export function MetricChart(props: MetricChartProps) {
  const { place, metric: key, onChoose, runA, runB, outdated, language } = props;
  const metric = getMetric(key);
  const pictureA = usePictureRun(runA);
  const pictureB = usePictureRun(runB);
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal<ChartCell | null>(null);
  const lines = useMemo(() => createLines(key, pictureA, pictureB), [key, pictureA, pictureB]);
  const plot = useMemo(() => (size ? layOut(metric, lines, size, language) : null), [metric, lines, size, language]);
  const unit = chooseAxisUnit(metric, findLargest(lines), language);
  const shown = runB ?? runA;
  return (
    <ChartFrame
      id={`lab-${place}`}
      title={unit.label === '' ? pick(metric.label) : joinUnit(pick(metric.label), unit.label, language)}
      sentence={writeSentence(metric, lines, shown, outdated, language)}
      language={language}
      tools={<MetricChoice place={place} metric={key} onChoose={onChoose} />}
      failure={null}
      faded={outdated}
      table={() => createTable(metric, lines, language)}
      grid={plot ? createGrid(metric, lines, plot, language) : null}
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {plot && size ? <Lines plot={plot} lines={lines} language={language} metric={metric} /> : null}
      {plot ? <Crosshair frame={plot.frame} cursor={cursor} /> : null}
    </ChartFrame>
  );
}

function MetricChoice({ place, metric, onChoose }: Pick<MetricChartProps, 'place' | 'metric' | 'onChoose'>) {
  return (
    <label class="btn lab-choice">
      {pick(WORDS.figure)}
      <Caret />
      <select
        aria-label={pick(WORDS.chooseMetric)}
        data-testid={`lab-metric-${place}`}
        value={metric}
        onChange={(event) => onChoose(event.currentTarget.value as MarketMetric)}
      >
        {MARKET_METRICS.map(({ key, label }) => (
          <option key={key} value={key}>
            {pick(label)}
          </option>
        ))}
      </select>
    </label>
  );
}

function createLines(key: MarketMetric, a: PictureRun | null, b: PictureRun | null): Line[] {
  const lines: Line[] = [];
  if (a) lines.push({ name: 'A', picture: a, values: readSeries(a.months, key) });
  if (b) lines.push({ name: 'B', picture: b, values: readSeries(b.months, key) });
  return lines;
}

function findLargest(lines: readonly Line[]): number {
  const range = findRange(...lines.map(({ values }) => values));
  return range ? Math.max(Math.abs(range.low), Math.abs(range.high)) : 0;
}

function writeSentence(
  metric: MetricDeclaration,
  lines: readonly Line[],
  shown: RunData | null,
  outdated: boolean,
  language: Language,
): string {
  const { months: horizon } = shown?.inputs ?? { months: 0 };
  if (!shown || shown.months.length === 0) return pick(WORDS.waiting);
  if (outdated || shown.status === 'running') {
    const month = outdated ? 0 : shown.months.length - 1;
    return language === 'en'
      ? `Computing month ${month} of ${horizon}.`
      : `正在计算第 ${month} 个月，共 ${horizon} 个月。`;
  }
  const month = shown.months.length - 1;
  const when = nameMonth({ startMonth: shown.inputs.startMonth }, month, language);
  const [a, b] = [lines.find(({ name }) => name === 'A'), lines.find(({ name }) => name === 'B')];
  const say = (value: number) => formatFigure(metric, value, language);
  if (!a || !b) {
    const values = (a ?? b)?.values ?? [];
    const firstKnown = Math.max(0, values.findIndex(Number.isFinite));
    return language === 'en'
      ? `From ${say(values[firstKnown])} to ${say(values[month])} in ${when}, in this run.`
      : `本次运行中，由 ${say(values[firstKnown])} 变为 ${when}的 ${say(values[month])}。`;
  }
  const difference = formatDifference(metric, a.values[month], b.values[month], language);
  return language === 'en'
    ? `In ${when}, B is at ${say(b.values[month])} and A at ${say(a.values[month])}: ${difference} in this run.`
    : `${when}，B 为 ${say(b.values[month])}，A 为 ${say(a.values[month])}：本次运行相差 ${difference}。`;
}

interface MetricPlot {
  readonly frame: TimeFrame;
  readonly axis: FigureAxis;
  readonly lastMonth: number;
}

const LEFT = 44;
const RIGHT = 78;

function layOut(
  metric: MetricDeclaration,
  lines: readonly Line[],
  { width, height }: PlotSize,
  language: Language,
): MetricPlot | null {
  if (lines.length === 0 || height < 60) return null;
  const { inputs } = lines[0].picture.run;
  const edges = { left: LEFT, right: width - RIGHT, top: 6, bottom: height - YEARS_HEIGHT - 2 };
  const axis = layOutFigures(
    metric,
    lines.flatMap(({ values }) => values),
    edges,
    language,
  );
  if (!axis) return null;
  return {
    frame: createTimeFrame(edges, inputs.startMonth, inputs.months),
    axis,
    lastMonth: Math.max(...lines.map(({ values }) => values.length)) - 1,
  };
}

interface LinesProps {
  readonly plot: MetricPlot;
  readonly lines: readonly Line[];
  readonly metric: MetricDeclaration;
  readonly language: Language;
}

function Lines({ plot: { frame, axis }, lines, metric, language }: LinesProps) {
  const { y } = axis;
  const ends = lines
    .map(({ name, values }) => ({ name, value: values[values.length - 1] }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((one, other) => other.value - one.value);
  const heights = spreadLabels(
    ends.map(({ value }) => y(value)),
    14,
    frame.top + 6,
    frame.bottom,
  );
  return (
    <g>
      <FigureTicks axis={axis} left={frame.left} right={frame.right} />
      <YearAxis frame={frame} />
      {lines.map(({ name, values }) => (
        <path
          key={name}
          class={name === 'A' ? 'ghost' : 'mine'}
          d={drawLine(values.length, frame.x, (month) => y(values[month]))}
        />
      ))}
      {ends.map(({ name, value }, position) => (
        <text key={name} class={name === 'B' ? 'd' : undefined} x={frame.right + 6} y={heights[position] + 4}>
          {`${name} ${formatFigure(metric, value, language)}`}
        </text>
      ))}
    </g>
  );
}

function createGrid(
  metric: MetricDeclaration,
  lines: readonly Line[],
  { frame, axis, lastMonth }: MetricPlot,
  language: Language,
): ChartGrid {
  const read = ({ column }: ChartCell): Reading | null => {
    if (column > lastMonth) return null;
    const entries = lines
      .filter(({ values }) => column < values.length)
      .map(({ name, values }) => ({ label: name, value: formatFigure(metric, values[column], language) }));
    return { heading: nameMonth(frame, column, language), entries };
  };
  const main = lines[lines.length - 1].values;
  return {
    columns: lastMonth + 1,
    rows: 1,
    home: { column: lastMonth, row: 0 },
    read,
    place: ({ column }) => ({ x: frame.x(column), y: axis.y(main[Math.min(column, main.length - 1)]) }),
    locate: ({ x }) => ({ column: findMonth(frame, x, lastMonth), row: 0 }),
  };
}

function createTable(metric: MetricDeclaration, lines: readonly Line[], language: Language): DataTable {
  const format = (value: number) => formatFigure(metric, value, language);
  const count = Math.max(0, ...lines.map(({ values }) => values.length));
  const startMonth = lines[0]?.picture.run.inputs.startMonth ?? 0;
  return {
    caption: pick(metric.label),
    columns: [{ label: pick(WORDS.month) }, ...lines.map(({ name }) => ({ label: name, format }))],
    rows: Array.from({ length: count }, (_, month) => [
      nameMonth({ startMonth }, month, language),
      ...lines.map(({ values }) => values[month] ?? Number.NaN),
    ]),
  };
}
