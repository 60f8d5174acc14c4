import type { Container } from 'pixi.js';
import type { Island } from './coast.ts';
import { computeCoastFactor } from './coast.ts';
import type { Point } from './layout.ts';
import type { Paint } from './paint.ts';
import type { SeatSpiral } from './seats.ts';

/** Everybody to be drawn, and where they go. */
export interface CrowdArrangement {
  readonly islands: readonly Island[];
  /** Investors in order of seat, per broker. */
  readonly seats: readonly (readonly number[])[];
  readonly spiral: SeatSpiral;
  /** People on the shore and where they stand, as x, y pairs. */
  readonly ashore: readonly number[];
  readonly ashorePlaces: Float32Array;
  /** Diameter of a dot in world pixels. */
  readonly diameter: number;
  readonly paint: Paint;
}

/** The people on the islands: as dots, or where they are too many as the mix in every patch of land. */
export interface CrowdLayer {
  readonly container: Container;
  /** Shows an arrangement. Whoever stays on an island moves there within `SETTLE_MS`, others appear where they belong. */
  arrange(arrangement: CrowdArrangement, now: number, animate: boolean): void;
  /** Where an investor stands on screen at the moment, or `null`. */
  readPlace(investor: number): Point | null;
  /** Where an investor is going to stand, or `null`. */
  readGoal(investor: number): Point | null;
  /** Who stands within a distance of a point, the nearest; `null` for nobody and where nobody is drawn alone. */
  findInvestor(at: Point, within: number): number | null;
  /** Keeps an investor out of sight until it lands. */
  hideUntil(investor: number, time: number): void;
  recolour(paint: Paint): void;
  /** Device pixels per world pixel: decides how finely marks are drawn. */
  setScale(scale: number): void;
  /** Moves the people; returns whether any still has to. */
  advance(now: number): boolean;
}

/** Seats the people of one island on its land. */
export function seatIsland(
  { x, y, radius, shape }: Island,
  seats: readonly number[],
  { spiral, diameter }: Pick<CrowdArrangement, 'spiral' | 'diameter'>,
  put: (investor: number, x: number, y: number) => void,
): void {
  const ground = Math.max(radius * 0.55, radius - diameter / 2 - Math.min(2.5, 0.15 * radius));
  const pitch = ground * Math.sqrt(Math.PI / Math.max(1, seats.length));
  for (let seat = 0; seat < seats.length; seat++) {
    const sx = spiral.x[seat];
    const sy = spiral.y[seat];
    const norm = Math.sqrt(sx * sx + sy * sy);
    const stretch = pitch * computeCoastFactor(shape, sx / norm, sy / norm);
    put(seats[seat], x + sx * stretch, y + sy * stretch);
  }
}
