import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { MetricDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import type { ChartCell, ChartGrid, Reading } from '../charts/chart-cursor.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { DataTable } from '../charts/data-table.ts';
import { drawArea, drawLine } from '../charts/paths.ts';
import { type PlotSize, usePlotSize } from '../charts/plot-size.ts';
import { chooseTicks, createScale, type Scale } from '../charts/scales.ts';
import { formatNumber } from '../format.ts';
import { chooseAxisUnit } from '../lab/axis-unit.ts';
import {
  Crossline,
  countDecimals,
  type FigureAxis,
  FigureTicks,
  joinUnit,
  layOutFigures,
} from '../lab/figure-axis.tsx';

interface Band {
  readonly look: 'band-50' | 'band-90';
  readonly low: number;
  readonly high: number;
}

/** A place along the axis: the line goes through `middle`, the bands lie round it, the widest first. */
export interface BandedPoint {
  readonly at: number;
  readonly middle: number;
  readonly bands: readonly Band[];
  readonly reading: Reading;
}

interface BandedLineProps {
  readonly id: string;
  /** Without the unit of the figures, which is added. */
  readonly title: string;
  readonly sentence: string;
  readonly metric: MetricDeclaration;
  readonly points: readonly BandedPoint[];
  /** The axis is fitted to the points from this one on; what lies beyond it before that is cut off. */
  readonly fitFrom?: number;
  /** Whether places along the axis are counts. */
  readonly isCounted?: boolean;
  /** How a place along the axis is written. */
  readonly sayAt?: (value: number, decimals: number) => string;
  /** Whether every point has a dot. */
  readonly isDotted?: boolean;
  /** Where the cursor starts. */
  readonly home: 'first' | 'last';
  readonly table: () => DataTable;
  readonly tools?: ComponentChildren;
  readonly language: Language;
}

interface Plot {
  readonly axis: FigureAxis;
  readonly x: Scale;
  readonly ticks: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const [LEFT, RIGHT, FOOT] = [44, 16, 18];
const TICK_ROOM = 70;

/** A figure at places along an axis, as a line in its bands. */
export function BandedLine(props: BandedLineProps) {
  const { id, title, sentence, metric, points, fitFrom = 0, home, table, tools, language } = props;
  const { isCounted = false, isDotted = false } = props;
  const { sayAt = (value, decimals) => formatNumber(value, language, decimals) } = props;
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal<ChartCell | null>(null);
  const figures = useMemo(
    () => points.slice(fitFrom).flatMap(({ bands }) => bands.flatMap(({ low, high }) => [low, high])),
    [points, fitFrom],
  );
  const plot = useMemo(
    () => (size ? layOut(metric, points, figures, isCounted, size, language) : null),
    [metric, points, figures, isCounted, size, language],
  );
  const largest = figures.reduce((most, figure) => Math.max(most, Math.abs(figure)), 0);
  return (
    <ChartFrame
      id={id}
      title={joinUnit(title, chooseAxisUnit(metric, largest, language).label, language)}
      sentence={sentence}
      language={language}
      tools={tools}
      failure={null}
      faded={false}
      table={table}
      grid={plot ? createGrid(points, plot, home) : null}
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {plot ? <Marks plot={plot} points={points} isDotted={isDotted} sayAt={sayAt} /> : null}
      {plot ? (
        <Crossline x={(column) => plot.x(points[column].at)} top={plot.top} bottom={plot.bottom} cursor={cursor} />
      ) : null}
    </ChartFrame>
  );
}

function layOut(
  metric: MetricDeclaration,
  points: readonly BandedPoint[],
  figures: readonly number[],
  isCounted: boolean,
  { width, height }: PlotSize,
  language: Language,
): Plot | null {
  if (height < 60 || points.length === 0) return null;
  const box = { left: LEFT, right: width - RIGHT, top: 6, bottom: height - FOOT };
  const axis = layOutFigures(metric, figures, box, language);
  if (!axis) return null;
  const [low, high] = [points[0].at, points[points.length - 1].at];
  const ticks = chooseTicks(low, high, Math.max(2, Math.floor((box.right - box.left) / TICK_ROOM)));
  return {
    ...box,
    axis,
    x: createScale(low, high, box.left + 4, box.right),
    ticks: isCounted ? ticks.filter(Number.isInteger) : ticks,
  };
}

interface MarksProps {
  readonly plot: Plot;
  readonly points: readonly BandedPoint[];
  readonly isDotted: boolean;
  readonly sayAt: (value: number, decimals: number) => string;
}

function Marks({ plot: { axis, x, ticks, left, right, top, bottom }, points, isDotted, sayAt }: MarksProps) {
  const at = (k: number) => x(points[k].at);
  const place = (value: number) => Math.max(top, Math.min(bottom, axis.y(value)));
  const decimals = countDecimals(ticks);
  return (
    <g>
      <FigureTicks axis={axis} left={left} right={right} />
      {ticks.map((tick) => (
        <text key={tick} class="m" x={x(tick)} y={bottom + 14}>
          {sayAt(tick, decimals)}
        </text>
      ))}
      {points[0].bands.map(({ look }, band) => {
        const high = (k: number) => place(points[k].bands[band].high);
        const low = (k: number) => place(points[k].bands[band].low);
        return <path key={look} class={look} d={drawArea(0, points.length, at, high, low)} />;
      })}
      <path class="mine" d={drawLine(points.length, at, (k) => place(points[k].middle))} />
      {isDotted
        ? points.map((point, k) => <circle key={point.at} class="dot-mine" cx={at(k)} cy={place(point.middle)} r={3} />)
        : null}
    </g>
  );
}

function createGrid(points: readonly BandedPoint[], { axis, x }: Plot, home: 'first' | 'last'): ChartGrid {
  return {
    columns: points.length,
    rows: 1,
    home: { column: home === 'first' ? 0 : points.length - 1, row: 0 },
    read: ({ column }) => points[column]?.reading ?? null,
    place: ({ column }) => ({ x: x(points[column].at), y: axis.y(points[column].middle) }),
    locate: (point) => {
      const distances = points.map(({ at }) => Math.abs(x(at) - point.x));
      return { column: distances.indexOf(Math.min(...distances)), row: 0 };
    },
  };
}
