import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { MetricDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import type { Band } from '../../experiment/study/bands.ts';
import type { ResponseBin, StudySummary } from '../../experiment/study/summary.ts';
import type { ChartCell, ChartGrid } from '../charts/chart-cursor.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { DataTable } from '../charts/data-table.ts';
import { drawArea, drawLine } from '../charts/paths.ts';
import { type PlotSize, usePlotSize } from '../charts/plot-size.ts';
import { chooseTicks, createScale, type Scale } from '../charts/scales.ts';
import { formatCount, formatNumber } from '../format.ts';
import { pick } from '../i18n/say.ts';
import { chooseAxisUnit } from '../lab/axis-unit.ts';
import {
  Crossline,
  countDecimals,
  type FigureAxis,
  FigureTicks,
  joinUnit,
  layOutFigures,
} from '../lab/figure-axis.tsx';
import { formatFigure } from '../lab/metric-figures.ts';
import { AxisChoice } from './axis-choice.tsx';
import { declareMeasure, formatSwept, nameMeasure, nameSwept } from './study-formats.ts';
import { askAbout, question, type Study } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

interface ResponseChartProps {
  readonly study: Study;
  readonly summary: StudySummary | null;
  readonly language: Language;
}

/** Stretches of a parameter that have runs, and where the outcome lies in each. */
interface KnownBin extends ResponseBin {
  readonly band: Band;
  readonly middle: number;
}

/** The outcome along one swept parameter. */
export function ResponseChart({ study, summary, language }: ResponseChartProps) {
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal<ChartCell | null>(null);
  const metric = useMemo(() => declareMeasure(study.design, study.focus.outcome), [study]);
  const bins = useMemo(() => listBins(summary), [summary]);
  const plot = useMemo(() => (size ? layOut(metric, bins, size, language) : null), [metric, bins, size, language]);
  const axis = question.value.response;
  const name = nameSwept(study.design.points.keys[axis] ?? '', language);
  const outcome = nameMeasure(study.design, study.focus.outcome, language);
  const largest = Math.max(0, ...bins.flatMap(({ band }) => [Math.abs(band.low90), Math.abs(band.high90)]));
  const title = language === 'en' ? `${outcome} by ${name}` : `${outcome}：随${name}变化`;
  return (
    <ChartFrame
      id="study-response"
      title={joinUnit(title, chooseAxisUnit(metric, largest, language).label, language)}
      sentence={writeSentence(metric, bins, name, language)}
      language={language}
      tools={
        <AxisChoice
          study={study}
          testId="study-response-axis"
          label={pick(WORDS.byParameter)}
          face={pick(WORDS.parameter)}
          value={axis}
          onChoose={(response) => askAbout({ response })}
          language={language}
        />
      }
      failure={null}
      faded={false}
      table={() => createTable(title, name, metric, bins, language)}
      grid={plot ? createGrid(metric, bins, plot, language) : null}
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {plot ? <Marks plot={plot} bins={bins} language={language} /> : null}
      {plot ? (
        <Crossline x={(column) => plot.x(bins[column].middle)} top={plot.top} bottom={plot.bottom} cursor={cursor} />
      ) : null}
    </ChartFrame>
  );
}

function listBins(summary: StudySummary | null): KnownBin[] {
  return (summary?.response ?? []).flatMap((bin) =>
    bin.band === null ? [] : [{ ...bin, band: bin.band, middle: (bin.from + bin.to) / 2 }],
  );
}

function writeSentence(metric: MetricDeclaration, bins: readonly KnownBin[], name: string, language: Language): string {
  const [first, last] = [bins[0], bins[bins.length - 1]];
  if (first === undefined || last === undefined) return pick(WORDS.waiting);
  const [from, to] = [first.band.median, last.band.median].map((value) => formatFigure(metric, value, language));
  const [low, high] = [first.middle, last.middle].map((value) => formatSwept(value, language));
  return language === 'en'
    ? `Median ${from} with ${name} at ${low}, ${to} at ${high}. Bands: 50% and 90% of runs.`
    : `${name}为 ${low} 时中位数 ${from}，为 ${high} 时 ${to}。带为 50% 与 90% 的运行。`;
}

interface ResponsePlot {
  readonly axis: FigureAxis;
  readonly x: Scale;
  readonly ticks: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const [LEFT, RIGHT, FOOT] = [44, 16, 18];

function layOut(
  metric: MetricDeclaration,
  bins: readonly KnownBin[],
  { width, height }: PlotSize,
  language: Language,
): ResponsePlot | null {
  if (height < 60 || bins.length === 0) return null;
  const box = { left: LEFT, right: width - RIGHT, top: 6, bottom: height - FOOT };
  const axis = layOutFigures(
    metric,
    bins.flatMap(({ band }) => [band.low90, band.high90]),
    box,
    language,
  );
  if (!axis) return null;
  const [low, high] = [bins[0].middle, bins[bins.length - 1].middle];
  const ticks = chooseTicks(low, high, Math.max(2, Math.floor((box.right - box.left) / 70)));
  return { ...box, axis, x: createScale(low, high, box.left + 4, box.right), ticks };
}

interface MarksProps {
  readonly plot: ResponsePlot;
  readonly bins: readonly KnownBin[];
  readonly language: Language;
}

function Marks({ plot: { axis, x, ticks, left, right, bottom }, bins, language }: MarksProps) {
  const at = (k: number) => x(bins[k].middle);
  const height = (read: (band: Band) => number) => (k: number) => axis.y(read(bins[k].band));
  const decimals = countDecimals(ticks);
  return (
    <g>
      <FigureTicks axis={axis} left={left} right={right} />
      {ticks.map((tick) => (
        <text key={tick} class="m" x={x(tick)} y={bottom + 14}>
          {formatNumber(tick, language, decimals)}
        </text>
      ))}
      <path
        class="band-90"
        d={drawArea(
          0,
          bins.length,
          at,
          height((band) => band.high90),
          height((band) => band.low90),
        )}
      />
      <path
        class="band-50"
        d={drawArea(
          0,
          bins.length,
          at,
          height((band) => band.high50),
          height((band) => band.low50),
        )}
      />
      <path
        class="mine"
        d={drawLine(
          bins.length,
          at,
          height((band) => band.median),
        )}
      />
      {bins.map(({ middle, band }) => (
        <circle key={middle} class="dot-mine" cx={x(middle)} cy={axis.y(band.median)} r={3} />
      ))}
    </g>
  );
}

function describeBin({ from, to }: ResponseBin, language: Language): string {
  return from === to ? formatSwept(from, language) : `${formatSwept(from, language)} – ${formatSwept(to, language)}`;
}

function createGrid(
  metric: MetricDeclaration,
  bins: readonly KnownBin[],
  { axis, x }: ResponsePlot,
  language: Language,
): ChartGrid {
  const say = (value: number) => formatFigure(metric, value, language);
  return {
    columns: bins.length,
    rows: 1,
    home: { column: 0, row: 0 },
    read: ({ column }) => {
      const bin = bins[column];
      if (!bin) return null;
      const { median, low50, high50, low90, high90, count } = bin.band;
      const entries = [
        { label: pick(WORDS.median), value: say(median) },
        { label: '50%', value: `${say(low50)} – ${say(high50)}` },
        { label: '90%', value: `${say(low90)} – ${say(high90)}` },
        { label: pick(WORDS.count), value: formatCount(count, language) },
      ];
      return { heading: describeBin(bin, language), entries };
    },
    place: ({ column }) => ({ x: x(bins[column].middle), y: axis.y(bins[column].band.median) }),
    locate: (point) => {
      const distances = bins.map(({ middle }) => Math.abs(x(middle) - point.x));
      return { column: distances.indexOf(Math.min(...distances)), row: 0 };
    },
  };
}

function createTable(
  caption: string,
  name: string,
  metric: MetricDeclaration,
  bins: readonly KnownBin[],
  language: Language,
): DataTable {
  const format = (value: number) => formatFigure(metric, value, language);
  const heads = [WORDS.low90, WORDS.low50, WORDS.median, WORDS.high50, WORDS.high90].map(pick);
  return {
    caption,
    columns: [
      { label: name },
      ...heads.map((label) => ({ label, format })),
      { label: pick(WORDS.count), format: (value) => formatCount(value, language) },
    ],
    rows: bins.map((bin) => {
      const { low90, low50, median, high50, high90, count } = bin.band;
      return [describeBin(bin, language), low90, low50, median, high50, high90, count];
    }),
  };
}
