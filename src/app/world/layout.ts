import type { Shore } from './coast.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything lies on the sand table, in pixels. Follows from the start shares and the size alone. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly shore: Shore;
  /** Radius of an island is `radiusScale` × √share, so that areas compare. */
  readonly radiusScale: number;
  /** Centre of each island, in order of broker. */
  readonly homes: readonly Point[];
  /** Brokers of the archipelago: the smallest at the start, named together. */
  readonly tail: readonly number[];
  /** Where the name of the archipelago goes: the middle of its upper edge. */
  readonly tailLabel: Point | null;
}

interface Circle {
  x: number;
  y: number;
  readonly radius: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Below this width the shore lies along the top and the archipelago along the bottom. */
const UPRIGHT_BELOW = 680;
/** Land of all islands together over the picture. A small picture needs more of it for names. */
const LAND_PART = { wide: 0.26, upright: 0.21 } as const;
/** Side of the square picture that lengths are given for. */
const UNIT_SIDE = 590;
const NAMED = 14;
/** With this many brokers or fewer there is no archipelago. */
const ALL_NAMED = 18;
/** Room above an island for its name, in pixels. */
const LABEL_ROOM = 20;
/** A newcomer to the market starts at no share; its place is kept as if it had this one. */
const SMALLEST_SHARE = 0.004;

/** Seats by rank of size, on the unit square: the big ones round the middle, the smaller ones in the gaps. */
const SEATS_WIDE: readonly (readonly [number, number])[] = [
  [0.575, 0.39],
  [0.295, 0.345],
  [0.81, 0.285],
  [0.65, 0.79],
  [0.17, 0.59],
  [0.405, 0.755],
  [0.925, 0.57],
  [0.8, 0.59],
  [0.45, 0.105],
  [0.53, 0.895],
  [0.69, 0.085],
  [0.955, 0.1],
  [0.115, 0.19],
  [0.265, 0.935],
];
const SEATS_UPRIGHT: readonly (readonly [number, number])[] = [
  [0.513, 0.425],
  [0.19, 0.36],
  [0.8, 0.345],
  [0.655, 0.7],
  [0.115, 0.655],
  [0.333, 0.7],
  [0.86, 0.635],
  [0.494, 0.855],
  [0.63, 0.15],
  [0.17, 0.87],
  [0.945, 0.46],
  [0.045, 0.87],
  [0.04, 0.45],
  [0.9, 0.86],
];

/** Reciprocals of the plastic number and its square: the evenest additive sequence on the unit square (Roberts 2018). */
export const EVEN_X = 0.7548776662466927;
export const EVEN_Y = 0.5698402909980532;

function readSeat(rank: number, upright: boolean): readonly [number, number] {
  const seats = upright ? SEATS_UPRIGHT : SEATS_WIDE;
  return seats[rank] ?? [(0.5 + rank * EVEN_X) % 1, (0.5 + rank * EVEN_Y) % 1];
}

/**
 * Places one island per broker. Deterministic, and blind to who is chosen and to what happens later.
 * @param shares start shares on [0, 1], in order of broker
 */
export function placeIslands(shares: readonly number[], width: number, height: number): Layout {
  const upright = width < UPRIGHT_BELOW;
  const unit = Math.sqrt(width * height) / UNIT_SIDE;
  const shore: Shore = upright ? { side: 'top', depth: 34 * unit } : { side: 'left', depth: 46 * unit };
  const landPart = upright ? LAND_PART.upright : LAND_PART.wide;
  const radiusScale = Math.sqrt((landPart * width * height) / Math.PI);
  const radii = shares.map((share) => radiusScale * Math.sqrt(Math.max(share, SMALLEST_SHARE)));
  const ranking = shares.map((_, broker) => broker).sort((a, b) => shares[b] - shares[a] || a - b);
  const named = shares.length <= ALL_NAMED ? ranking : ranking.slice(0, NAMED);
  const tail = ranking.slice(named.length);
  const sea: Box = {
    left: upright ? 2 : shore.depth * 1.25,
    top: upright ? shore.depth * 1.2 : 4,
    right: width - 4,
    bottom: height - 6,
  };
  const islets = placeArchipelago(
    tail.map((broker) => radii[broker]),
    sea,
    upright,
  );
  const circles = named.map((broker, rank): Circle => {
    const [x, y] = readSeat(rank, upright);
    return { x: x * width, y: y * height, radius: radii[broker] };
  });
  spreadCircles(circles, sea, islets.box, LABEL_ROOM);
  const homes: Point[] = [];
  named.forEach((broker, k) => {
    homes[broker] = { x: circles[k].x, y: circles[k].y };
  });
  tail.forEach((broker, k) => {
    homes[broker] = islets.places[k];
  });
  const { box } = islets;
  const tailLabel = box ? { x: (box.left + box.right) / 2, y: box.top + 12 } : null;
  return { width, height, shore, radiusScale, homes, tail, tailLabel };
}

/** The smallest islands in loose rows: lower right, or along the bottom of an upright picture. */
function placeArchipelago(radii: readonly number[], sea: Box, upright: boolean): { places: Point[]; box: Box | null } {
  if (radii.length === 0) return { places: [], box: null };
  const largest = Math.max(...radii);
  const cell = 2.08 * largest + (upright ? 2 : 11);
  const rows = upright
    ? Math.ceil((radii.length * cell) / (sea.right - sea.left))
    : Math.round(Math.sqrt(radii.length));
  const perRow = Math.ceil(radii.length / rows);
  const shift = rows > 1 ? 0.5 : 0;
  const pitch = upright ? (sea.right - sea.left) / (perRow + shift) : cell;
  const rise = cell * 0.9;
  const labelRoom = upright ? 4 : 22;
  const box: Box = {
    left: sea.right - (perRow + shift) * pitch,
    top: sea.bottom - rows * rise - labelRoom,
    right: sea.right,
    bottom: sea.bottom,
  };
  const places = radii.map((_, k) => {
    const row = Math.floor(k / perRow);
    const indent = row % 2 === 1 ? shift * pitch : 0;
    const loose = Math.min(0.16 * pitch, pitch - 2.08 * largest);
    return {
      x: box.left + indent + ((k % perRow) + 0.5) * pitch + loose * (((k * EVEN_X) % 1) - 0.5),
      y: box.top + labelRoom + (row + 0.5) * rise + loose * (((k * EVEN_Y) % 1) - 0.5),
    };
  });
  return { places, box: upright ? { ...box, left: sea.left } : box };
}

/**
 * Spreads circles so that the water between them is as wide as it can be everywhere: the gap grows until they jam.
 * Every circle keeps `labelRoom` free above it.
 */
function spreadCircles(circles: Circle[], sea: Box, keepOut: Box | null, labelRoom: number): void {
  const rounds = 220;
  let settled = circles.map(({ x, y }) => ({ x, y }));
  const largest = Math.max(...circles.map(({ radius }) => radius));
  for (let gap = 0; gap < 90; gap += 2) {
    let overlap = 0;
    for (let round = 0; round < rounds; round++) {
      overlap = pushApart(circles, gap, largest, labelRoom);
      for (const circle of circles) overlap = Math.max(overlap, pushInside(circle, gap / 2, labelRoom, sea, keepOut));
      if (overlap < 0.25) break;
    }
    if (overlap > 2 && gap > 0) break;
    settled = circles.map(({ x, y }) => ({ x, y }));
  }
  circles.forEach((circle, k) => {
    Object.assign(circle, settled[k]);
  });
}

/**
 * One round of mutual pushing; returns the largest overlap found. The smaller of two gives way more; big islands have
 * wider water between them, because most arcs cross there.
 */
function pushApart(circles: readonly Circle[], gap: number, largestRadius: number, labelRoom: number): number {
  let largest = 0;
  for (let i = 0; i < circles.length; i++) {
    for (let j = i + 1; j < circles.length; j++) {
      const a = circles[i];
      const b = circles[j];
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const distance = Math.hypot(dx, dy) || 1e-6;
      const water = gap * (0.5 + (a.radius + b.radius) / (2 * largestRadius));
      const overlap = a.radius + b.radius + water + (labelRoom * Math.abs(dy)) / distance - distance;
      if (overlap <= 0) continue;
      largest = Math.max(largest, overlap);
      const yielding = (0.5 * overlap * a.radius) / (a.radius + b.radius);
      const holding = 0.5 * overlap - yielding;
      b.x += (dx / distance) * yielding;
      b.y += (dy / distance) * yielding;
      a.x -= (dx / distance) * holding;
      a.y -= (dy / distance) * holding;
    }
  }
  return largest;
}

/** Pushes a circle back into the sea and off the archipelago; returns how far it had to move. */
function pushInside(circle: Circle, gap: number, labelRoom: number, sea: Box, keepOut: Box | null): number {
  const { x, y, radius } = circle;
  const wall = radius + Math.min(gap, 10);
  circle.x = Math.min(sea.right - wall, Math.max(sea.left + wall + gap / 2, circle.x));
  circle.y = Math.min(sea.bottom - wall, Math.max(sea.top + wall + labelRoom, circle.y));
  if (keepOut) {
    const nearX = Math.min(keepOut.right, Math.max(keepOut.left, circle.x));
    const nearY = Math.min(keepOut.bottom, Math.max(keepOut.top, circle.y));
    const dx = circle.x - nearX;
    const dy = circle.y - nearY;
    const distance = Math.hypot(dx, dy);
    const missing = radius + gap - distance;
    if (distance === 0) {
      const up = circle.y - keepOut.top;
      const left = circle.x - keepOut.left;
      if (up < left) circle.y -= up + radius;
      else circle.x -= left + radius;
    } else if (missing > 0) {
      circle.x += (dx / distance) * missing;
      circle.y += (dy / distance) * missing;
    }
  }
  return Math.hypot(circle.x - x, circle.y - y);
}

function keepWithin(at: number, margin: number, extent: number): number {
  return Math.max(margin, Math.min(extent - margin, at));
}

/**
 * Where islands stand once some have outgrown their place: nobody moves while there is room; coasts that would touch
 * push each other off just so far that a channel of `channel` pixels stays open.
 */
export function yieldPlaces(
  homes: readonly Point[],
  radii: readonly number[],
  stage: { readonly width: number; readonly height: number },
  channel = 6,
): Point[] {
  const places = homes.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < 16; round++) {
    let moved = false;
    for (let i = 0; i < places.length; i++) {
      for (let j = i + 1; j < places.length; j++) {
        if (radii[i] === 0 || radii[j] === 0) continue;
        const dx = places[j].x - places[i].x;
        const dy = places[j].y - places[i].y;
        const distance = Math.hypot(dx, dy) || 1e-6;
        const overlap = 1.06 * (radii[i] + radii[j]) + channel - distance;
        if (overlap <= 0.1) continue;
        moved = true;
        const yielding = (overlap * radii[i]) / (radii[i] + radii[j]);
        places[j].x += (dx / distance) * yielding;
        places[j].y += (dy / distance) * yielding;
        places[i].x -= (dx / distance) * (overlap - yielding);
        places[i].y -= (dy / distance) * (overlap - yielding);
      }
    }
    if (!moved) break;
    places.forEach((place, k) => {
      place.x = keepWithin(place.x, 1.06 * radii[k], stage.width);
      place.y = keepWithin(place.y, 1.06 * radii[k], stage.height);
    });
  }
  return places;
}
