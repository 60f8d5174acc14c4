import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { MetricDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import type { Precision, StudySummary } from '../../experiment/study/summary.ts';
import type { ChartCell, ChartGrid } from '../charts/chart-cursor.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { DataTable } from '../charts/data-table.ts';
import { drawArea, drawLine } from '../charts/paths.ts';
import { type PlotSize, usePlotSize } from '../charts/plot-size.ts';
import { chooseTicks, createScale, type Scale } from '../charts/scales.ts';
import { formatCount, formatShare } from '../format.ts';
import { pick } from '../i18n/say.ts';
import { chooseAxisUnit } from '../lab/axis-unit.ts';
import { Crossline, type FigureAxis, FigureTicks, joinUnit, layOutFigures } from '../lab/figure-axis.tsx';
import { formatFigure } from '../lab/metric-figures.ts';
import { declareMeasure, nameMeasure } from './study-formats.ts';
import type { Study } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

interface PrecisionChartProps {
  readonly study: Study;
  readonly summary: StudySummary | null;
  readonly language: Language;
}

/** How close the mean is known as seeds are added: how many are enough. */
export function PrecisionChart({ study, summary, language }: PrecisionChartProps) {
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal<ChartCell | null>(null);
  const metric = useMemo(() => declareMeasure(study.design, study.focus.outcome), [study]);
  const steps = summary?.precision ?? [];
  const plot = useMemo(() => (size ? layOut(metric, steps, size, language) : null), [metric, steps, size, language]);
  const outcome = nameMeasure(study.design, study.focus.outcome, language);
  const title = language === 'en' ? `Mean of ${outcome} by seeds` : `${outcome}的均值：随种子数变化`;
  const largest = Math.abs(steps.at(-1)?.mean ?? 0);
  return (
    <ChartFrame
      id="study-precision"
      title={joinUnit(title, chooseAxisUnit(metric, largest, language).label, language)}
      sentence={writeSentence(metric, steps, language)}
      language={language}
      failure={null}
      faded={false}
      table={() => createTable(title, metric, steps, language)}
      grid={plot ? createGrid(metric, steps, plot, language) : null}
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {plot ? <Marks plot={plot} steps={steps} language={language} /> : null}
      {plot ? (
        <Crossline x={(k) => plot.x(steps[k].count)} top={plot.top} bottom={plot.bottom} cursor={cursor} />
      ) : null}
    </ChartFrame>
  );
}

/** An interval shrinks with the root of the number of seeds: so many make it 1 % to either side. */
function writeSentence(metric: MetricDeclaration, steps: readonly Precision[], language: Language): string {
  const last = steps.at(-1);
  if (last === undefined) return pick(WORDS.waiting);
  const { count, mean, low, high } = last;
  const half = (high - low) / 2 / Math.abs(mean);
  const [value, share, seeds] = [
    formatFigure(metric, mean, language),
    formatShare(half, language),
    formatCount(count, language),
  ];
  const wanted = formatCount(Math.max(2, Math.ceil(count * (half / 0.01) ** 2)), language);
  if (language === 'en') {
    const said = `After ${seeds} seeds the mean is ${value} ± ${share} (95%).`;
    return half <= 0.01 ? `${said} That is within 1%.` : `${said} About ${wanted} make it 1%.`;
  }
  const said = `${seeds} 个种子后均值为 ${value} ± ${share}（95%）。`;
  return half <= 0.01 ? `${said}已在 1% 以内。` : `${said}约 ${wanted} 个可达 1%。`;
}

interface PrecisionPlot {
  readonly axis: FigureAxis;
  readonly x: Scale;
  readonly ticks: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const [LEFT, RIGHT, FOOT] = [44, 16, 18];
/** Intervals of the first few seeds would flatten all that comes after. */
const SCALED_FROM = 4;

function layOut(
  metric: MetricDeclaration,
  steps: readonly Precision[],
  { width, height }: PlotSize,
  language: Language,
): PrecisionPlot | null {
  if (height < 60 || steps.length === 0) return null;
  const box = { left: LEFT, right: width - RIGHT, top: 6, bottom: height - FOOT };
  const scaled = steps.length > SCALED_FROM ? steps.slice(SCALED_FROM - 2) : steps;
  const axis = layOutFigures(
    metric,
    scaled.flatMap(({ low, high }) => [low, high]),
    box,
    language,
  );
  if (!axis) return null;
  const last = steps[steps.length - 1].count;
  const x = createScale(2, Math.max(3, last), box.left + 4, box.right);
  const ticks = chooseTicks(2, last, 6).filter(Number.isInteger);
  return { ...box, axis, x, ticks };
}

interface MarksProps {
  readonly plot: PrecisionPlot;
  readonly steps: readonly Precision[];
  readonly language: Language;
}

function Marks({ plot: { axis, x, ticks, left, right, top, bottom }, steps, language }: MarksProps) {
  const at = (k: number) => x(steps[k].count);
  const clamp = (value: number) => Math.max(top, Math.min(bottom, axis.y(value)));
  return (
    <g>
      <FigureTicks axis={axis} left={left} right={right} />
      {ticks.map((tick) => (
        <text key={tick} class="m" x={x(tick)} y={bottom + 14}>
          {formatCount(tick, language)}
        </text>
      ))}
      <path
        class="band-50"
        d={drawArea(
          0,
          steps.length,
          at,
          (k) => clamp(steps[k].high),
          (k) => clamp(steps[k].low),
        )}
      />
      <path class="mine" d={drawLine(steps.length, at, (k) => clamp(steps[k].mean))} />
    </g>
  );
}

function createGrid(
  metric: MetricDeclaration,
  steps: readonly Precision[],
  { axis, x }: PrecisionPlot,
  language: Language,
): ChartGrid {
  const say = (value: number) => formatFigure(metric, value, language);
  return {
    columns: steps.length,
    rows: 1,
    home: { column: steps.length - 1, row: 0 },
    read: ({ column }) => {
      const step = steps[column];
      if (!step) return null;
      const entries = [
        { label: pick(WORDS.mean), value: say(step.mean) },
        { label: '95%', value: `${say(step.low)} – ${say(step.high)}` },
      ];
      return { heading: `${pick(WORDS.seedsSoFar)} ${step.count}`, entries };
    },
    place: ({ column }) => ({ x: x(steps[column].count), y: axis.y(steps[column].mean) }),
    locate: (point) => {
      const distances = steps.map(({ count }) => Math.abs(x(count) - point.x));
      return { column: distances.indexOf(Math.min(...distances)), row: 0 };
    },
  };
}

function createTable(
  caption: string,
  metric: MetricDeclaration,
  steps: readonly Precision[],
  language: Language,
): DataTable {
  const format = (value: number) => formatFigure(metric, value, language);
  const heads = [WORDS.mean, WORDS.low, WORDS.high].map(pick);
  return {
    caption,
    columns: [
      { label: pick(WORDS.seedsSoFar), format: (value) => formatCount(value, language) },
      ...heads.map((label) => ({ label, format })),
    ],
    rows: steps.map(({ count, mean, low, high }) => [count, mean, low, high]),
  };
}
