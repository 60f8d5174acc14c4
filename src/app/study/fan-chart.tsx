import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { parseMonth } from '../../core/calendar.ts';
import type { MetricDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import { listLabels } from '../../experiment/measure.ts';
import type { Band } from '../../experiment/study/bands.ts';
import type { StudySummary } from '../../experiment/study/summary.ts';
import type { ChartCell, ChartGrid } from '../charts/chart-cursor.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { DataTable } from '../charts/data-table.ts';
import { spreadLabels } from '../charts/labels.ts';
import { drawArea, drawLine } from '../charts/paths.ts';
import { type PlotSize, usePlotSize } from '../charts/plot-size.ts';
import type { Scale } from '../charts/scales.ts';
import { createTimeFrame, findMonth, type TimeFrame, YEARS_HEIGHT, YearAxis } from '../charts/time-axis.tsx';
import { formatCount, formatMonth } from '../format.ts';
import { pick } from '../i18n/say.ts';
import { chooseAxisUnit } from '../lab/axis-unit.ts';
import { Crossline, type FigureAxis, FigureTicks, joinUnit, layOutFigures } from '../lab/figure-axis.tsx';
import { formatFigure } from '../lab/metric-figures.ts';
import { declareMeasure, nameFigureOf, nameMeasure } from './study-formats.ts';
import type { Study } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

interface FanChartProps {
  readonly study: Study;
  readonly summary: StudySummary | null;
  readonly language: Language;
}

/** What is drawn: bands by month or year of the run, and A, the scenario itself. */
interface Fan {
  readonly metric: MetricDeclaration;
  readonly bands: readonly (Band | null)[];
  readonly baseline: readonly number[];
  /** Names of months or years. */
  readonly labels: readonly string[];
  readonly startMonth: number;
  /** Months from one band to the next. */
  readonly stride: number;
}

const LEFT = 44;
const RIGHT = 84;
/** Of a band that stands alone. */
const SINGLE_WIDTH = 24;

/** How the outcome spreads over the runs as time goes by. */
export function FanChart({ study, summary, language }: FanChartProps) {
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal<ChartCell | null>(null);
  const fan = useMemo(() => readFan(study, summary, language), [study, summary, language]);
  const plot = useMemo(() => (fan && size ? layOut(fan, size, language) : null), [fan, size, language]);
  const position = study.focus.series ?? study.focus.outcome;
  const name = nameFigureOf(study.design, position, language);
  const title = language === 'en' ? `${name} under uncertainty` : `不确定性下的${name}`;
  const unit = fan ? chooseAxisUnit(fan.metric, findLargest(fan), language).label : '';
  return (
    <ChartFrame
      id="study-fan"
      title={joinUnit(title, unit, language)}
      sentence={writeSentence(study, summary, language)}
      language={language}
      failure={null}
      faded={false}
      table={() => createTable(title, fan, language)}
      grid={fan && plot ? createGrid(fan, plot, language) : null}
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {fan && plot ? <FanMarks fan={fan} plot={plot} language={language} /> : null}
      {plot ? <Crossline x={plot.x} top={plot.frame.top} bottom={plot.frame.bottom} cursor={cursor} /> : null}
    </ChartFrame>
  );
}

function readFan(study: Study, summary: StudySummary | null, language: Language): Fan | null {
  const { design, focus, baseline } = study;
  if (focus.series === null) return readEnd(study, summary, language);
  if (summary === null || !summary.fan.some((band) => band !== null)) return null;
  const { measure } = design.measures[focus.series];
  const labels = listLabels(measure, design.scenario);
  const isYearly = measure.series === 'year';
  const first = isYearly ? design.scenario.startMonth : (parseMonth(labels[0]) ?? design.scenario.startMonth);
  return {
    metric: declareMeasure(design, focus.series),
    bands: summary.fan,
    baseline: baseline?.ok ? baseline.values[focus.series] : [],
    labels: isYearly ? labels : labels.map((_, k) => formatMonth(first + k, language)),
    startMonth: first,
    stride: isYearly ? 12 : 1,
  };
}

/** A design that asks for no figure by month or year leaves where its runs end. */
function readEnd({ design, focus, baseline }: Study, summary: StudySummary | null, language: Language): Fan | null {
  if (!summary?.end) return null;
  return {
    metric: declareMeasure(design, focus.outcome),
    bands: [summary.end],
    baseline: baseline?.ok ? baseline.values[focus.outcome] : [],
    labels: [nameMeasure(design, focus.outcome, language)],
    startMonth: design.scenario.startMonth,
    stride: design.scenario.months,
  };
}

function writeSentence({ design, focus }: Study, summary: StudySummary | null, language: Language): string {
  const end = summary?.end;
  if (!end) return pick(WORDS.waiting);
  const metric = declareMeasure(design, focus.outcome);
  const [low, high, median] = [end.low90, end.high90, end.median].map((value) => formatFigure(metric, value, language));
  const count = formatCount(end.count, language);
  return language === 'en'
    ? `90% of ${count} runs end between ${low} and ${high}; median ${median}.`
    : `${count} 次运行中 90% 止于 ${low} 至 ${high}；中位数 ${median}。`;
}

interface FanPlot {
  readonly frame: TimeFrame;
  readonly axis: FigureAxis;
  /** Of a band, by its position: it stands at the end of its month or year. */
  readonly x: Scale;
}

function findLargest({ bands, baseline }: Fan): number {
  return Math.max(
    0,
    ...bands.flatMap((band) => (band ? [Math.abs(band.low90), Math.abs(band.high90)] : [])),
    ...baseline.map(Math.abs).filter(Number.isFinite),
  );
}

function layOut(fan: Fan, { width, height }: PlotSize, language: Language): FanPlot | null {
  if (height < 60) return null;
  const edges = { left: LEFT, right: width - RIGHT, top: 6, bottom: height - YEARS_HEIGHT - 2 };
  const frame = createTimeFrame(edges, fan.startMonth, fan.bands.length * fan.stride);
  const figures = fan.bands.flatMap((band) => (band ? [band.low90, band.high90] : []));
  const axis = layOutFigures(fan.metric, [...figures, ...fan.baseline], edges, language);
  return axis ? { frame, axis, x: (k) => frame.x((k + 1) * fan.stride) } : null;
}

interface MarksProps {
  readonly fan: Fan;
  readonly plot: FanPlot;
  readonly language: Language;
}

function FanMarks({ fan: { metric, bands, baseline }, plot: { frame, axis, x }, language }: MarksProps) {
  const { y } = axis;
  const first = bands.findIndex((band) => band !== null);
  const last = bands.findLastIndex((band) => band !== null);
  // A single band has no length of its own: it is drawn twice, a little apart.
  const isSingle = first === last;
  const [from, to] = isSingle ? [0, 2] : [first, last + 1];
  const find = (k: number) => (isSingle ? first : k);
  const along = (k: number) => (isSingle ? x(first) - (1 - k) * SINGLE_WIDTH : x(k));
  const at = (k: number, read: (band: Band) => number) => {
    const band = bands[find(k)];
    return band ? y(read(band)) : Number.NaN;
  };
  const area = (high: (band: Band) => number, low: (band: Band) => number) =>
    drawArea(
      from,
      to,
      along,
      (k) => at(k, high),
      (k) => at(k, low),
    );
  return (
    <g>
      <FigureTicks axis={axis} left={frame.left} right={frame.right} />
      <YearAxis frame={frame} />
      <path
        class="band-90"
        d={area(
          (band) => band.high90,
          (band) => band.low90,
        )}
      />
      <path
        class="band-50"
        d={area(
          (band) => band.high50,
          (band) => band.low50,
        )}
      />
      <path class="mine" d={drawLine(isSingle ? to : bands.length, along, (k) => at(k, (band) => band.median))} />
      <path class="ghost" d={drawLine(isSingle ? to : baseline.length, along, (k) => y(baseline[find(k)]))} />
      <EndLabels metric={metric} band={bands[last]} a={baseline.at(-1)} axis={axis} frame={frame} language={language} />
    </g>
  );
}

interface EndLabelsProps {
  readonly metric: MetricDeclaration;
  readonly band: Band | null | undefined;
  readonly a: number | undefined;
  readonly axis: FigureAxis;
  readonly frame: TimeFrame;
  readonly language: Language;
}

/** What the lines are, at their ends. */
function EndLabels({ metric, band, a, axis, frame, language }: EndLabelsProps) {
  if (!band) return null;
  const say = (value: number) => formatFigure(metric, value, language);
  const labels = [
    { text: pick(WORDS.ofRuns90), value: band.high90, strong: false },
    { text: say(band.median), value: band.median, strong: true },
    ...(a !== undefined && Number.isFinite(a) ? [{ text: `A ${say(a)}`, value: a, strong: false }] : []),
  ].sort((one, other) => other.value - one.value);
  const heights = spreadLabels(
    labels.map(({ value }) => axis.y(value)),
    14,
    frame.top + 6,
    frame.bottom,
  );
  return (
    <g>
      {labels.map(({ text, strong }, k) => (
        <text key={text} class={strong ? 'd' : undefined} x={frame.right + 6} y={heights[k] + 4}>
          {text}
        </text>
      ))}
    </g>
  );
}

function createGrid(
  { metric, bands, baseline, labels, stride }: Fan,
  { frame, axis, x }: FanPlot,
  language: Language,
): ChartGrid {
  const say = (value: number) => formatFigure(metric, value, language);
  return {
    columns: bands.length,
    rows: 1,
    home: { column: bands.length - 1, row: 0 },
    read: ({ column }) => {
      const band = bands[column];
      if (!band) return null;
      const entries = [
        { label: pick(WORDS.median), value: say(band.median) },
        { label: '50%', value: `${say(band.low50)} – ${say(band.high50)}` },
        { label: '90%', value: `${say(band.low90)} – ${say(band.high90)}` },
        ...(column < baseline.length ? [{ label: 'A', value: say(baseline[column]) }] : []),
      ];
      return { heading: labels[column], entries };
    },
    place: ({ column }) => ({ x: x(column), y: axis.y(bands[column]?.median ?? 0) }),
    locate: (point) => ({
      column: Math.max(0, Math.ceil(findMonth(frame, point.x, bands.length * stride) / stride) - 1),
      row: 0,
    }),
  };
}

function createTable(caption: string, fan: Fan | null, language: Language): DataTable {
  const format = fan ? (value: number) => formatFigure(fan.metric, value, language) : String;
  const heads = [WORDS.low90, WORDS.low50, WORDS.median, WORDS.high50, WORDS.high90].map(pick);
  return {
    caption,
    columns: [{ label: pick(WORDS.month) }, ...[...heads, 'A'].map((label) => ({ label, format }))],
    rows: (fan?.bands ?? []).map((band, k) => [
      fan?.labels[k] ?? '',
      ...(band ? [band.low90, band.low50, band.median, band.high50, band.high90] : Array(5).fill(Number.NaN)),
      fan?.baseline[k] ?? Number.NaN,
    ]),
  };
}
