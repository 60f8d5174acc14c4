import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Language } from '../../core/text.ts';
import type { Sensitivity, StudySummary } from '../../experiment/study/summary.ts';
import type { ChartCell, ChartGrid } from '../charts/chart-cursor.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { DataTable } from '../charts/data-table.ts';
import { type PlotSize, usePlotSize } from '../charts/plot-size.ts';
import { chooseTicks, createScale, type Scale } from '../charts/scales.ts';
import { formatNumber, formatShare } from '../format.ts';
import { pick } from '../i18n/say.ts';
import { countDecimals } from '../lab/figure-axis.tsx';
import { formatFigure } from '../lab/metric-figures.ts';
import { declareMeasure, nameMeasure, nameSwept } from './study-formats.ts';
import type { Study } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

/** A figure with its interval of 95 %. */
interface Bar {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A parameter with two bars: by itself and in all, or the size of its effect and how much that varies. */
interface BarRow {
  readonly name: string;
  readonly solid: Bar;
  readonly hollow: Bar;
}

interface BarsChartProps {
  readonly study: Study;
  readonly summary: StudySummary | null;
  readonly language: Language;
}

/** What the outcome goes back to, the largest first. */
export function BarsChart({ study, summary, language }: BarsChartProps) {
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal<ChartCell | null>(null);
  const sensitivity = summary?.sensitivity ?? null;
  const rows = useMemo(
    () => (sensitivity ? listRows(sensitivity, study, language) : []),
    [sensitivity, study, language],
  );
  const say = useMemo(() => createFormat(study, sensitivity, language), [study, sensitivity, language]);
  const plot = useMemo(() => (size ? layOut(rows, size) : null), [rows, size]);
  const outcome = nameMeasure(study.design, study.focus.outcome, language);
  const title = language === 'en' ? `What drives ${outcome}` : `什么决定${outcome}`;
  return (
    <ChartFrame
      id="study-bars"
      title={title}
      sentence={writeSentence(sensitivity, rows, say, language)}
      language={language}
      failure={null}
      faded={false}
      table={() => createTable(title, sensitivity, rows, say)}
      grid={plot ? createGrid(plot, rows, sensitivity, say) : null}
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {plot ? <Bars plot={plot} rows={rows} sensitivity={sensitivity} language={language} /> : null}
    </ChartFrame>
  );
}

function listRows(sensitivity: Sensitivity, { design }: Study, language: Language): BarRow[] {
  const rows =
    sensitivity.kind === 'sobol'
      ? sensitivity.indices.map(({ first, total }) => ({ solid: first, hollow: total }))
      : sensitivity.effects.map(({ muStar, sigma }) => ({ solid: muStar, hollow: sigma }));
  const named = rows.map((row, k) => ({ name: nameSwept(design.points.keys[k], language), ...row }));
  const isSobol = sensitivity.kind === 'sobol';
  const size = ({ solid, hollow }: BarRow) => (isSobol ? hollow.value : solid.value);
  return named.filter((row) => Number.isFinite(size(row))).sort((a, b) => size(b) - size(a));
}

type Say = (value: number) => string;

function createFormat({ design, focus }: Study, sensitivity: Sensitivity | null, language: Language): Say {
  if (sensitivity?.kind !== 'morris') return (value) => formatShare(value, language, 0);
  const metric = declareMeasure(design, focus.outcome);
  return (value) => formatFigure(metric, value, language);
}

function nameBars(sensitivity: Sensitivity | null): readonly [string, string] {
  const words =
    sensitivity?.kind === 'morris' ? ([WORDS.effect, WORDS.varies] as const) : ([WORDS.alone, WORDS.inAll] as const);
  return [pick(words[0]), pick(words[1])];
}

/** Names the leader, or both where their intervals overlap. */
function writeSentence(sensitivity: Sensitivity | null, rows: readonly BarRow[], say: Say, language: Language): string {
  const [first, second] = rows;
  if (sensitivity === null || first === undefined) return pick(WORDS.waiting);
  const isSobol = sensitivity.kind === 'sobol';
  const lead = ({ solid, hollow }: BarRow) => (isSobol ? hollow : solid);
  const isClose = second !== undefined && lead(second).high >= lead(first).low;
  if (language === 'en') {
    const bars = 'Bars: 95% intervals.';
    if (isClose) return `${first.name} and ${second.name} lead, about equally. ${bars}`;
    if (isSobol)
      return `${first.name} leads: ${say(first.solid.value)} alone, ${say(first.hollow.value)} with interactions. ${bars}`;
    return `${first.name} leads: ${say(first.solid.value)} over its whole range. ${bars}`;
  }
  const bars = '须线为 95% 区间。';
  if (isClose) return `${first.name}与${second.name}居首，大致相当。${bars}`;
  if (isSobol) return `${first.name}居首：单独 ${say(first.solid.value)}，含交互 ${say(first.hollow.value)}。${bars}`;
  return `${first.name}居首：在整个区间内为 ${say(first.solid.value)}。${bars}`;
}

interface BarsPlot {
  readonly x: Scale;
  readonly ticks: readonly number[];
  readonly rowHeight: number;
  readonly bottom: number;
  readonly shown: number;
}

const [FOOT, RIGHT, BAR, LEAST_ROW] = [18, 44, 9, 40];

function layOut(rows: readonly BarRow[], { width, height }: PlotSize): BarsPlot | null {
  if (rows.length === 0 || height < 60) return null;
  const bottom = height - FOOT;
  const shown = Math.min(rows.length, Math.max(1, Math.floor(bottom / LEAST_ROW)));
  const figures = rows
    .slice(0, shown)
    .flatMap(({ solid, hollow }) => [solid.high, hollow.high, solid.value, hollow.value]);
  const most = Math.max(...figures.filter(Number.isFinite), 1e-12);
  const ticks = chooseTicks(0, most, 5);
  return { x: createScale(0, most, 0.5, width - RIGHT), ticks, rowHeight: bottom / shown, bottom, shown };
}

interface BarsProps {
  readonly plot: BarsPlot;
  readonly rows: readonly BarRow[];
  readonly sensitivity: Sensitivity | null;
  readonly language: Language;
}

function Bars({ plot: { x, ticks, rowHeight, bottom, shown }, rows, sensitivity, language }: BarsProps) {
  const isSobol = sensitivity?.kind === 'sobol';
  const scale = isSobol ? 100 : 1;
  const decimals = countDecimals(ticks.map((tick) => tick * scale));
  const names = nameBars(sensitivity);
  return (
    <g>
      {ticks.map((tick, k) => (
        <g key={tick}>
          <path class={tick === 0 ? 'axis' : 'grid'} d={`M${x(tick)} 2V${bottom}`} />
          <text class={tick === 0 ? undefined : 'm'} x={x(tick)} y={bottom + 14}>
            {formatNumber(tick * scale, language, decimals)}
            {isSobol && k === ticks.length - 1 ? '%' : ''}
          </text>
        </g>
      ))}
      {rows.slice(0, shown).map(({ name, solid, hollow }, k) => {
        const top = k * rowHeight;
        return (
          <g key={name}>
            <text class="halo plain" x={4} y={top + 12}>
              {name}
            </text>
            <BarMark bar={solid} x={x} y={top + 17} className="bar-solid" label={k === 0 ? names[0] : ''} />
            <BarMark bar={hollow} x={x} y={top + 28} className="bar-hollow" label={k === 0 ? names[1] : ''} />
          </g>
        );
      })}
    </g>
  );
}

interface BarMarkProps {
  readonly bar: Bar;
  readonly x: Scale;
  readonly y: number;
  readonly className: string;
  readonly label: string;
}

function BarMark({ bar: { value, low, high }, x, y, className, label }: BarMarkProps) {
  const [from, to] = [Math.max(0, low), Math.max(0, high)];
  const middle = y + BAR / 2;
  const hasInterval = Number.isFinite(low) && Number.isFinite(high);
  return (
    <g>
      <rect class={className} x={x(0)} y={y} width={Math.max(0, x(Math.max(0, value)) - x(0))} height={BAR} rx={1.5} />
      {hasInterval ? (
        <path
          class="whisker"
          d={`M${x(from)} ${middle}H${x(to)}M${x(from)} ${middle - 3}v6M${x(to)} ${middle - 3}v6`}
        />
      ) : null}
      {label ? (
        <text class="halo" x={x(hasInterval ? to : Math.max(0, value)) + 6} y={middle + 4}>
          {label}
        </text>
      ) : null}
    </g>
  );
}

function createGrid(plot: BarsPlot, rows: readonly BarRow[], sensitivity: Sensitivity | null, say: Say): ChartGrid {
  const names = nameBars(sensitivity);
  return {
    columns: 1,
    rows: plot.shown,
    home: { column: 0, row: 0 },
    read: ({ row }) => {
      const shown = rows[row];
      if (!shown) return null;
      const bars = [shown.solid, shown.hollow];
      const entries = bars.map(({ value, low, high }, k) => ({
        label: names[k],
        value: `${say(value)} (${say(low)} – ${say(high)})`,
      }));
      return { heading: shown.name, entries };
    },
    place: ({ row }) => ({ x: plot.x(Math.max(0, rows[row].hollow.value)), y: (row + 0.6) * plot.rowHeight }),
    locate: ({ y }) => ({ column: 0, row: Math.max(0, Math.min(plot.shown - 1, Math.floor(y / plot.rowHeight))) }),
  };
}

function createTable(
  caption: string,
  sensitivity: Sensitivity | null,
  rows: readonly BarRow[],
  format: Say,
): DataTable {
  const [one, other] = nameBars(sensitivity);
  const [low, high] = [pick(WORDS.low), pick(WORDS.high)];
  const heads = [one, `${one}, ${low}`, `${one}, ${high}`, other, `${other}, ${low}`, `${other}, ${high}`];
  return {
    caption,
    columns: [{ label: pick(WORDS.parameter) }, ...heads.map((label) => ({ label, format }))],
    rows: rows.map(({ name, solid, hollow }) => [
      name,
      ...[solid, hollow].flatMap(({ value, low, high }) => [value, low, high]),
    ]),
  };
}
