import type { MetricDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import type { ReadonlyCursor } from '../charts/chart-cursor.ts';
import { chooseTicks, createScale, findRange, type Scale } from '../charts/scales.ts';
import { formatNumber } from '../format.ts';
import { chooseAxisUnit } from './axis-unit.ts';

/** The axis of a figure of the catalogue, upwards. */
export interface FigureAxis {
  readonly y: Scale;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
}

const TICK_ROOM = 40;

/** @param figures all that has to fit; `null` when none of them is a number */
export function layOutFigures(
  metric: MetricDeclaration,
  figures: readonly number[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
  language: Language,
): FigureAxis | null {
  const range = findRange(figures);
  if (!range) return null;
  const pad = range.high > range.low ? (range.high - range.low) * 0.06 : Math.abs(range.high) * 0.1 || 1;
  const low = range.low >= 0 ? Math.max(0, range.low - pad) : range.low - pad;
  const high = range.high + pad;
  const y = createScale(low, high, bottom, top);
  const { size } = chooseAxisUnit(metric, Math.max(Math.abs(range.low), Math.abs(range.high)), language);
  const ticks = chooseTicks(low / size, high / size, Math.max(2, Math.floor((bottom - top) / TICK_ROOM)));
  const decimals = countDecimals(ticks);
  return { y, ticks: ticks.map((tick) => ({ y: y(tick * size), text: formatNumber(tick, language, decimals) })) };
}

/** Decimals that tell ticks apart. */
export function countDecimals(ticks: readonly number[]): number {
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : 1;
  return Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
}

export function joinUnit(title: string, unit: string, language: Language): string {
  if (unit === '') return title;
  return language === 'en' ? `${title}, ${unit}` : `${title}（${unit}）`;
}

/** Lines across the plot, and what they stand for. */
export function FigureTicks({
  axis,
  left,
  right,
}: {
  readonly axis: FigureAxis;
  readonly left: number;
  readonly right: number;
}) {
  return (
    <g>
      {axis.ticks.map(({ y, text }) => (
        <g key={text}>
          <path class="grid" d={`M${left} ${y}H${right}`} />
          <text class="e" x={left - 6} y={y + 4}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

interface CrosslineProps {
  readonly x: (column: number) => number;
  readonly top: number;
  readonly bottom: number;
  readonly cursor: ReadonlyCursor;
}

/** The column under the cursor. */
export function Crossline({ x, top, bottom, cursor }: CrosslineProps) {
  const cell = cursor.value;
  return cell ? <path class="crosshair" d={`M${x(cell.column)} ${top}V${bottom}`} /> : null;
}
