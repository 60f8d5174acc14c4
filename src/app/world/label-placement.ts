import type { Disc } from './arc-path.ts';
import type { Point } from './layout.ts';

type Side = 'above' | 'below' | 'right' | 'left';

/** A text that wants to stand beside an island. Sizes in pixels. */
export interface LabelWish {
  readonly key: string;
  readonly disc: Disc;
  /** On one line, above or below. */
  readonly width: number;
  /** On two lines, at a side. */
  readonly stackedWidth: number;
  /** Stands over an island or the edge rather than nowhere, where it covers least. Never over another label. */
  readonly required: boolean;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a label stands by its island. */
interface Spot {
  readonly side: Side;
  /** How far it is moved along its side, over its width (above, below) or height (right, left). */
  readonly slide: number;
}

export interface LabelPlace extends Spot {
  readonly box: Box;
}

const LINE = 15;
const STACK = 27;
const GAP = 5;
/** Water between the ends of two names: they must not read as one. */
const APART = 8;
const MARGIN = 4;
/** What it costs to lie over an island or to leave the picture, in square pixels of covered label. */
const ISLAND_COST = 120;
const EDGE_COST = 4000;
/** What it costs per point of an arc under a label. The spot that a label has may hold a few: it does not hop for them. */
const ARC_COST = 6;
const KEPT_ARC_POINTS = 2;
const SPOTS: readonly Spot[] = [
  { side: 'above', slide: 0 },
  { side: 'below', slide: 0 },
  { side: 'above', slide: -0.22 },
  { side: 'above', slide: 0.22 },
  { side: 'below', slide: -0.22 },
  { side: 'below', slide: 0.22 },
  { side: 'right', slide: 0 },
  { side: 'left', slide: 0 },
  { side: 'above', slide: -0.42 },
  { side: 'above', slide: 0.42 },
  { side: 'below', slide: -0.42 },
  { side: 'below', slide: 0.42 },
  { side: 'right', slide: -0.6 },
  { side: 'right', slide: 0.6 },
  { side: 'left', slide: -0.6 },
  { side: 'left', slide: 0.6 },
];

/** What labels keep clear of. */
export interface LabelObstacles {
  readonly islands: readonly Disc[];
  readonly stage: Box;
  /** Names of places, which stand where they stand. */
  readonly reserved?: readonly Box[];
  /** Points along the arcs: better not covered, but no reason to leave a name out. */
  readonly arcPoints?: readonly Point[];
}

function fitBox({ disc, width, stackedWidth }: LabelWish, { side, slide }: Spot, stage: Box): Box {
  const { x, y, radius } = disc;
  if (side === 'right' || side === 'left') {
    const left = side === 'right' ? x + radius + GAP + 2 : x - radius - GAP - 2 - stackedWidth;
    const top = y + (slide - 0.5) * STACK;
    return { left, top, right: left + stackedWidth, bottom: top + STACK };
  }
  const top = side === 'above' ? y - radius - GAP - LINE : y + radius + GAP;
  const left = Math.min(stage.right - MARGIN - width, Math.max(stage.left + MARGIN, x + (slide - 0.5) * width));
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

/** What a label would cover: a label's worth per foreign island, and the edge. */
function measureCover(box: Box, own: Disc, { islands, stage }: LabelObstacles): number {
  let cover = staysInside(box, stage) ? 0 : EDGE_COST;
  for (const island of islands) if (island !== own && discMeets(island, box)) cover += ISLAND_COST;
  return cover;
}

function countInside(box: Box, points: readonly Point[]): number {
  let count = 0;
  for (const { x, y } of points) if (x > box.left && x < box.right && y > box.top && y < box.bottom) count++;
  return count;
}

/**
 * Gives each label the first side that is free: no other label, no island, no edge, and if it can be no arc. Those named
 * first choose first; the last give way. A label keeps the side it had while that is free, so that nothing hops.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  obstacles: LabelObstacles,
  previous: ReadonlyMap<string, LabelPlace>,
): Map<string, LabelPlace> {
  const { stage, reserved = [], arcPoints = [] } = obstacles;
  const places = new Map<string, LabelPlace>();
  const taken: Box[] = [...reserved];
  for (const wish of wishes) {
    const kept = previous.get(wish.key);
    let best: LabelPlace | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const spot of kept ? [kept, ...SPOTS] : SPOTS) {
      const box = fitBox(wish, spot, stage);
      if (taken.some((other) => boxesMeet(box, other))) continue;
      const cover = measureCover(box, wish.disc, obstacles);
      if (cover > 0 && !wish.required) continue;
      const crossed = countInside(box, arcPoints) - (spot === kept ? KEPT_ARC_POINTS : 0);
      const cost = cover + ARC_COST * Math.max(0, crossed);
      if (cost >= least) continue;
      least = cost;
      best = { side: spot.side, slide: spot.slide, box };
      if (cost === 0) break;
    }
    if (!best) continue;
    places.set(wish.key, best);
    taken.push({ ...best.box, left: best.box.left - APART, right: best.box.right + APART });
  }
  return places;
}

/** The box round a point whose extent is given as a box round the origin. */
export function shiftBox({ left, top, right, bottom }: Box, { x, y }: Point): Box {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

/** The first of some points round which a badge of that extent meets none of the taken boxes; −1 for none. */
export function placeBadge(points: readonly Point[], extent: Box, taken: readonly Box[]): number {
  return points.findIndex((point) => {
    const box = shiftBox(extent, point);
    return !taken.some((other) => boxesMeet(box, other));
  });
}
