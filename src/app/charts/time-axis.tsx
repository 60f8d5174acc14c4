import type { Language } from '../../core/text.ts';
import { formatMonth } from '../format.ts';
import type { ReadonlyCursor } from './chart-cursor.ts';
import { createScale, type Scale } from './scales.ts';

/** Height of the row of years under a plot. */
export const YEARS_HEIGHT = 16;

/** Where months lie in a plot, and what the run is. Pixels. */
export interface TimeFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** The axis. */
  readonly bottom: number;
  /** First calendar month of the run. */
  readonly startMonth: number;
  /** Months of the whole run. */
  readonly horizon: number;
  /** From months completed. */
  readonly x: Scale;
}

export function createTimeFrame(
  edges: Pick<TimeFrame, 'left' | 'right' | 'top' | 'bottom'>,
  startMonth: number,
  horizon: number,
): TimeFrame {
  return { ...edges, startMonth, horizon, x: createScale(0, horizon, edges.left, edges.right) };
}

/** The month completed nearest to a height of the pointer, at most `last`. */
export function findMonth(frame: TimeFrame, x: number, last: number): number {
  const month = Math.round(((x - frame.left) / (frame.right - frame.left)) * frame.horizon);
  return Math.max(0, Math.min(last, month));
}

/** The name of the month that ends at `month` months completed. */
export function nameMonth(frame: Pick<TimeFrame, 'startMonth'>, month: number, language: Language): string {
  return formatMonth(frame.startMonth + month - 1, language);
}

/** Four digits of the larger Chinese text and the gap to the next. */
const YEAR_ROOM = 38;

/** A tick where each year begins, its name under the middle of the year. */
export function YearAxis({ frame }: { readonly frame: TimeFrame }) {
  const first = (12 - (frame.startMonth % 12)) % 12;
  const starts: number[] = [];
  for (let month = first; month <= frame.horizon; month += 12) starts.push(month);
  const every = Math.ceil(YEAR_ROOM / Math.max(1, frame.x(12) - frame.x(0)));
  return (
    <g>
      <path class="axis" d={`M${frame.left} ${frame.bottom}H${frame.right}`} />
      {starts.map((month, position) => {
        const named = position % every === 0 && month + 6 <= frame.horizon;
        return (
          <g key={month}>
            <path class="axis" d={`M${frame.x(month)} ${frame.bottom}v3`} />
            {named ? (
              <text x={frame.x(month + 6)} y={frame.bottom + 13} class="m">
                {Math.floor((frame.startMonth + month) / 12)}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

interface VeilProps {
  readonly frame: TimeFrame;
  readonly playhead: number;
  /** Last month computed of this very run. */
  readonly computed: number;
}

/** Lays the ground over what comes after the month on show, and once more over what belongs to the picture before. */
export function Veil({ frame, playhead, computed }: VeilProps) {
  const height = frame.bottom - frame.top;
  const after = frame.x(playhead);
  const stale = frame.x(Math.min(computed, frame.horizon));
  return (
    <g class="veil">
      <rect x={after} y={frame.top} width={Math.max(0, frame.right + 1 - after)} height={height} />
      <rect x={stale} y={frame.top} width={Math.max(0, frame.right + 1 - stale)} height={height} />
    </g>
  );
}

/** The month on show. */
export function PlayheadMark({ frame, playhead }: { readonly frame: TimeFrame; readonly playhead: number }) {
  const x = frame.x(playhead);
  return (
    <g class="now">
      <path d={`M${x} ${frame.top}V${frame.bottom}`} />
      <circle cx={x} cy={frame.bottom} r={3.5} />
    </g>
  );
}

/** Where B leaves A. */
export function BranchRule({ frame, month }: { readonly frame: TimeFrame; readonly month: number | null }) {
  return month === null ? null : <path class="branch" d={`M${frame.x(month)} ${frame.top}V${frame.bottom}`} />;
}

/** The month under the cursor. */
export function Crosshair({ frame, cursor }: { readonly frame: TimeFrame; readonly cursor: ReadonlyCursor }) {
  const cell = cursor.value;
  return cell ? <path class="crosshair" d={`M${frame.x(cell.column)} ${frame.top}V${frame.bottom}`} /> : null;
}
