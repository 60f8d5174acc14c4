import type { Disc } from './arc-path.ts';
import type { Point } from './layout.ts';

export type Side = 'above' | 'below' | 'right' | 'left';

/** A text that wants to stand beside an island. Sizes in pixels. */
export interface LabelWish {
  readonly key: string;
  readonly disc: Disc;
  /** On one line, above or below. */
  readonly width: number;
  /** On two lines, at a side. */
  readonly stackedWidth: number;
  /** A label that must appear takes its first side, whatever lies there. */
  readonly required: boolean;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LabelPlace {
  readonly side: Side;
  readonly box: Box;
}

const LINE = 15;
const STACK = 27;
const GAP = 5;
const MARGIN = 4;
const SIDES: readonly Side[] = ['above', 'below', 'right', 'left'];

function fitBox({ disc, width, stackedWidth }: LabelWish, side: Side, stage: Box): Box {
  const { x, y, radius } = disc;
  if (side === 'right' || side === 'left') {
    const left = side === 'right' ? x + radius + GAP + 2 : x - radius - GAP - 2 - stackedWidth;
    return { left, top: y - STACK / 2, right: left + stackedWidth, bottom: y + STACK / 2 };
  }
  const top = side === 'above' ? y - radius - GAP - LINE : y + radius + GAP;
  const left = Math.min(stage.right - MARGIN - width, Math.max(stage.left + MARGIN, x - width / 2));
  return { left, top, right: left + width, bottom: top + LINE };
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function discMeets({ x, y, radius }: Disc, box: Box): boolean {
  const dx = x - Math.min(box.right, Math.max(box.left, x));
  const dy = y - Math.min(box.bottom, Math.max(box.top, y));
  return dx * dx + dy * dy < radius * radius;
}

function staysInside(box: Box, stage: Box): boolean {
  return box.left >= stage.left && box.top >= stage.top && box.right <= stage.right && box.bottom <= stage.bottom;
}

/**
 * Gives each label the first side that is free: no other label, no island, no edge. Those named first choose first; the
 * last give way. A label keeps the side it had while that is free, so that nothing hops.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  islands: readonly Disc[],
  stage: Box,
  previous: ReadonlyMap<string, LabelPlace>,
  reserved: readonly Box[] = [],
): Map<string, LabelPlace> {
  const places = new Map<string, LabelPlace>();
  const taken: Box[] = [...reserved];
  for (const wish of wishes) {
    const kept = previous.get(wish.key)?.side;
    const sides = kept ? [kept, ...SIDES.filter((side) => side !== kept)] : SIDES;
    const free = sides.find((side) => {
      const box = fitBox(wish, side, stage);
      if (!staysInside(box, stage) || taken.some((other) => boxesMeet(box, other))) return false;
      return !islands.some((island) => island !== wish.disc && discMeets(island, box));
    });
    const side = free ?? (wish.required ? 'above' : null);
    if (!side) continue;
    const box = fitBox(wish, side, stage);
    places.set(wish.key, { side, box });
    taken.push(box);
  }
  return places;
}

/** The first of some points round which a box of `width` × `height` meets none of the taken ones; else the first point. */
export function placeBadge(points: readonly Point[], width: number, height: number, taken: readonly Box[]): number {
  const free = points.findIndex(({ x, y }) => {
    const box = { left: x - 11, top: y - height / 2, right: x - 11 + width, bottom: y + height / 2 };
    return !taken.some((other) => boxesMeet(box, other));
  });
  return Math.max(0, free);
}
