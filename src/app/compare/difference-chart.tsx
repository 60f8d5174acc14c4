import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { MetricDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import type { ChartGrid, ReadonlyCursor } from '../charts/chart-cursor.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { DataTable } from '../charts/data-table.ts';
import { estimateWidth } from '../charts/labels.ts';
import { drawArea, drawLine } from '../charts/paths.ts';
import { type PlotSize, usePlotSize } from '../charts/plot-size.ts';
import { chooseTicks, createScale, findRange, type Scale } from '../charts/scales.ts';
import {
  BranchRule,
  Crosshair,
  createTimeFrame,
  findMonth,
  nameMonth,
  PlayheadMark,
  type TimeFrame,
  YearAxis,
} from '../charts/time-axis.tsx';
import { ChoiceMenu } from '../controls/popover.tsx';
import { formatDifference } from '../lab/metric-figures.ts';
import type { ExploreView } from '../run-data.ts';
import { COMPARE_TEXTS } from './compare-texts.ts';
import { describeOutcome, nameOutcome, OUTCOMES, type Outcome, readOutcome } from './outcomes.ts';
import { computeBand, countSeeds, listDifferences, type SeedBand, type SeedPair } from './seed-counts.ts';
import { describeSeedCount } from './seed-sentences.ts';

const TEXT_SIZE = 12;
/** Between the figures of the axis and the plot, in pixels. */
const LABEL_GAP = 6;
const EDGE = { right: 12, top: 8, bottom: 20 } as const;
const NO_CURSOR: ReadonlyCursor['value'] = null;

interface DifferenceChartProps {
  readonly view: ExploreView;
  /** Position in `OUTCOMES`. */
  readonly outcome: number;
  readonly onChoose: (outcome: number) => void;
  readonly pairs: readonly SeedPair[];
  readonly branchMonth: number | null;
}

/** B − A month by month, about a zero line, with the middle 90 % of other seeds behind it. */
export function DifferenceChart({ view, outcome, onChoose, pairs, branchMonth }: DifferenceChartProps) {
  const { runA, runB, chosen, playhead, language } = view;
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal(NO_CURSOR);
  const metric = describeOutcome(OUTCOMES[outcome]);
  const differences = useMemo(
    () => computeDifferences(view, OUTCOMES[outcome]),
    [runA.months, runB?.months, chosen, outcome],
  );
  const band = useMemo(
    () => (pairs.length > 1 ? computeBand(pairs, outcome, runA.inputs.months) : null),
    [pairs, outcome, runA.inputs.months],
  );
  const layout = useMemo(
    () => size && createLayout(size, differences, band, metric, view),
    [size, differences, band, metric, view],
  );
  const text = (key: keyof typeof COMPARE_TEXTS) => COMPARE_TEXTS[key][language];
  const menu = (
    <ChoiceMenu
      testId="difference-figure"
      label={text('chooseFigure')}
      face={<span>{nameScoped(OUTCOMES[outcome], language)}</span>}
      value={String(outcome)}
      options={OUTCOMES.map((option, position) => ({
        value: String(position),
        label: nameScoped(option, language),
      }))}
      onChoose={(value) => onChoose(Number(value))}
    />
  );
  return (
    <ChartFrame
      id="difference"
      title={text('difference')}
      choice={menu}
      sentence={writeSentence(view, metric, outcome, differences, pairs)}
      language={language}
      failure={null}
      faded={runB?.status !== 'done'}
      table={() => createTable(metric, differences, band, runA.inputs.startMonth, language)}
      grid={layout && createGrid(layout, metric, differences, band, playhead, language)}
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {layout ? (
        <>
          <Picture layout={layout} metric={metric} differences={differences} band={band} language={language} />
          <YearAxis frame={layout.frame} />
          <BranchRule frame={layout.frame} month={branchMonth} />
          <PlayheadMark frame={layout.frame} playhead={playhead} />
          <Crosshair frame={layout.frame} cursor={cursor} />
        </>
      ) : null}
    </ChartFrame>
  );
}

function nameScoped(outcome: Outcome, language: Language): string {
  const name = nameOutcome(outcome, language);
  if (outcome.scope === 'broker') return name;
  return language === 'en' ? `${name}, ${COMPARE_TEXTS.ofMarket.en}` : `${COMPARE_TEXTS.ofMarket['zh-CN']}${name}`;
}

/** By month from 0 on, as far as both runs go; flows of month 0 have not flowed yet. */
function computeDifferences({ runA, runB, chosen }: ExploreView, outcome: Outcome): number[] {
  const mine = runB?.months ?? [];
  const isFlow = describeOutcome(outcome).reduce !== 'last';
  return mine.slice(0, runA.months.length).map((month, k) => {
    if (isFlow && k === 0) return Number.NaN;
    return readOutcome(month, outcome, chosen) - readOutcome(runA.months[k], outcome, chosen);
  });
}

interface Layout {
  readonly frame: TimeFrame;
  readonly y: Scale;
  readonly ticks: readonly number[];
}

function createLayout(
  { width, height }: PlotSize,
  differences: readonly number[],
  band: SeedBand | null,
  metric: MetricDeclaration,
  { runA, language }: ExploreView,
): Layout {
  const range = findRange(differences, band?.low ?? [], band?.high ?? [], [0]) ?? { low: 0, high: 0 };
  const room = (range.high - range.low || 1) * 0.06;
  const [low, high] = [range.low - room, range.high + room];
  const ticks = chooseTicks(low, high, Math.max(2, Math.floor(height / 40)));
  const labels = ticks.map((tick) => estimateWidth(formatDifference(metric, 0, tick, language), TEXT_SIZE));
  const left = Math.max(...labels) + 2 * LABEL_GAP;
  const edges = { left, right: width - EDGE.right, top: EDGE.top, bottom: height - EDGE.bottom };
  return {
    frame: createTimeFrame(edges, runA.inputs.startMonth, runA.inputs.months),
    y: createScale(low, high, edges.bottom, edges.top),
    ticks,
  };
}

interface PictureProps {
  readonly layout: Layout;
  readonly metric: MetricDeclaration;
  readonly differences: readonly number[];
  readonly band: SeedBand | null;
  readonly language: Language;
}

function Picture({ layout: { frame, y, ticks }, metric, differences, band, language }: PictureProps) {
  const points = Math.min(differences.length, frame.horizon + 1);
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <path class={tick === 0 ? 'axis' : 'grid'} d={`M${frame.left} ${y(tick)}H${frame.right}`} />
          <text x={frame.left - LABEL_GAP} y={y(tick) + 4} class={tick === 0 ? 'e d' : 'e'}>
            {tick === 0 ? '0' : formatDifference(metric, 0, tick, language)}
          </text>
        </g>
      ))}
      {band ? (
        <>
          <path
            class="seed-band"
            d={drawArea(
              0,
              band.low.length,
              (k) => frame.x(k + 1),
              (k) => y(band.high[k] || 0),
              (k) => y(band.low[k] || 0),
            )}
          />
          <path
            class="seed-median"
            d={drawLine(
              band.median.length,
              (k) => frame.x(k + 1),
              (k) => y(band.median[k]),
            )}
          />
        </>
      ) : null}
      <path class="zero" d={`M${frame.left} ${y(0)}H${frame.right}`} />
      <path class="mine" d={drawLine(points, frame.x, (k) => y(differences[k]))} />
    </g>
  );
}

function writeSentence(
  view: ExploreView,
  metric: MetricDeclaration,
  outcome: number,
  differences: readonly number[],
  pairs: readonly SeedPair[],
): string {
  const { language, playhead, runA } = view;
  const name = metric.label[language];
  const difference = differences[playhead];
  const month = nameMonth({ startMonth: runA.inputs.startMonth }, playhead, language);
  const count = describeSeedCount(countAt(pairs, outcome, playhead), OUTCOMES[outcome].sense, language);
  if (!Number.isFinite(difference)) return language === 'en' ? `No figure in ${month}.` : `${month}没有数值。`;
  const figure = formatDifference(metric, 0, difference, language);
  if (language === 'en') return `${name} in ${month}: ${figure} against A, in this run.${count && ` ${count} seeds.`}`;
  return `${month}${name}：本次运行较 A ${figure}。${count && `${count}。`}`;
}

function countAt(pairs: readonly SeedPair[], outcome: number, playhead: number) {
  return countSeeds(listDifferences(pairs, outcome, playhead));
}

function createTable(
  metric: MetricDeclaration,
  differences: readonly number[],
  band: SeedBand | null,
  startMonth: number,
  language: Language,
): DataTable {
  const format = (value: number) => formatDifference(metric, 0, value, language);
  const column = (label: string) => ({ label, format, unit: metric.unit });
  const text = (key: keyof typeof COMPARE_TEXTS) => COMPARE_TEXTS[key][language];
  const words = language === 'en' ? ['Month', '5%', 'median', '95%'] : ['月份', '5%', '中位数', '95%'];
  return {
    caption: `${text('difference')}: ${metric.label[language]}`,
    columns: [{ label: words[0] }, column(text('thisRun')), ...(band ? words.slice(1).map(column) : [])],
    rows: differences
      .slice(1)
      .map((difference, k) => [
        nameMonth({ startMonth }, k + 1, language),
        difference,
        ...(band ? [band.low[k], band.median[k], band.high[k]] : []),
      ]),
  };
}

function createGrid(
  { frame, y }: Layout,
  metric: MetricDeclaration,
  differences: readonly number[],
  band: SeedBand | null,
  playhead: number,
  language: Language,
): ChartGrid {
  const last = differences.length - 1;
  const format = (value: number) => formatDifference(metric, 0, value, language);
  return {
    columns: last + 1,
    rows: 1,
    home: { column: Math.max(1, Math.min(last, playhead)), row: 0 },
    read: ({ column }) => {
      if (column < 1 || column > last) return null;
      const entries: { label: string; value: string }[] = [
        { label: COMPARE_TEXTS.thisRun[language], value: format(differences[column]) },
      ];
      if (band) {
        const range = `${format(band.low[column - 1])} … ${format(band.high[column - 1])}`;
        entries.push({ label: COMPARE_TEXTS.band[language], value: range });
      }
      return { heading: nameMonth(frame, column, language), entries };
    },
    place: ({ column }) => ({ x: frame.x(column), y: y(differences[column] || 0) }),
    locate: (point) => {
      if (point.x < frame.left - 4 || point.x > frame.right + 4 || last < 1) return null;
      return { column: Math.max(1, findMonth(frame, point.x, last)), row: 0 };
    },
  };
}
