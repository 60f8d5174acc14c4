import type { Disc } from '../world/arc-path.ts';
import { createRampSteps } from '../world/dot-colour.ts';
import { type Layout, type Point, placeIslands, yieldPlaces } from '../world/layout.ts';
import { computeSeatSpiral, createSeating, type Seating } from '../world/seats.ts';
import { readColumn } from '../world/snapshot-columns.ts';
import { easeInOut, easeOut, SETTLE_MS } from '../world/timing.ts';
import type { MapMonth } from './first-state.ts';

/** The map of the first screen: islands and dots as on the market’s own, on a plain canvas, there before anything large has loaded. */
export interface FirstMap {
  /** Goes to a month; who changes broker flies there unless `animate` is false. */
  show(month: MapMonth, animate: boolean): void;
  /** After a change of size. */
  resize(): void;
  /** After a change of colours. */
  redraw(): void;
  stop(): void;
}

const FLIGHT_MS = 700;
/** Radii in pixels. */
const DOT = 1.7;
const FLYING_DOT = 2.4;
/** Part of an island’s radius that its people fill. */
const FILLED = 0.9;
const DEPTHS = [7, 16, 28];
const LABELS = 8;
/** A lower map has no room for names. */
const LABELS_FROM_HEIGHT = 280;
const LEVELS = ['--s1', '--s2', '--s3', '--s4', '--s5'];

interface Scene {
  readonly layout: Layout;
  readonly seating: Seating;
  readonly from: Float32Array;
  readonly to: Float32Array;
  /** People on their way to another broker. */
  readonly flying: Uint8Array;
  discsFrom: readonly Disc[];
  discsTo: readonly Disc[];
}

/** @param names of the brokers in order, as they stand beside the islands */
export function createFirstMap(canvas: HTMLCanvasElement, first: MapMonth, names: () => readonly string[]): FirstMap {
  // Drawn by the processor: the first picture is not to wait until a graphics process has started.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const people = first.snapshot.count;
  const spiral = computeSeatSpiral(people);
  const ramp = createRampSteps('experience');
  let scene: Scene | null = null;
  let shown = first;
  let startedAt = Number.NEGATIVE_INFINITY;
  let frame = 0;

  function resize(): void {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) return;
    // Who watches a size is told of the first one too.
    if (scene?.layout.width === width && scene.layout.height === height) return;
    const scale = Math.min(2, devicePixelRatio);
    canvas.width = width * scale;
    canvas.height = height * scale;
    context?.setTransform(scale, 0, 0, scale, 0, 0);
    scene = {
      layout: placeIslands(first.shares, width, height),
      seating: createSeating(first.shares.length, people, spiral),
      from: new Float32Array(people * 2),
      to: new Float32Array(people * 2),
      flying: new Uint8Array(people),
      discsFrom: [],
      discsTo: [],
    };
    place(shown, false);
  }

  /** Sets the goals of islands and people; where they are now is where they start. */
  function place(month: MapMonth, animate: boolean): void {
    if (scene === null) return;
    const { layout, seating, from, to, flying } = scene;
    const before = readColumn(shown.snapshot, 'broker');
    const after = readColumn(month.snapshot, 'broker');
    settle(scene, performance.now() - startedAt);
    seating.seat(month.snapshot);
    scene.discsTo = placeDiscs(layout, month.shares);
    if (scene.discsFrom.length === 0) scene.discsFrom = scene.discsTo;
    flying.fill(0);
    seating.islands.forEach((island, broker) => {
      const home = scene!.discsTo[broker];
      const pitch = (home.radius * FILLED) / Math.sqrt(Math.max(1, island.length) / Math.PI);
      island.forEach((person, seat) => {
        to[2 * person] = home.x + spiral.x[seat] * pitch;
        to[2 * person + 1] = home.y + spiral.y[seat] * pitch;
        if (before[person] === after[person]) return;
        flying[person] = 1;
        if (before[person] < layout.homes.length) return;
        // Newcomers come ashore from the open sea below.
        from[2 * person] = home.x;
        from[2 * person + 1] = layout.height + FLYING_DOT;
      });
    });
    if (!animate) {
      from.set(to);
      scene.discsFrom = scene.discsTo;
      flying.fill(0);
    }
    startedAt = animate ? performance.now() : Number.NEGATIVE_INFINITY;
    shown = month;
    // A frame that is due shows the newest month: where frames are rarer than months, none is put off.
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  function draw(): void {
    frame = 0;
    if (scene === null || context === null) return;
    const elapsed = performance.now() - startedAt;
    paint(context, scene, elapsed, readColumn(shown.snapshot, 'experience'), readColumn(shown.snapshot, 'broker'), {
      ramp,
      names: names(),
      shares: shown.shares,
      style: getComputedStyle(canvas),
    });
    if (elapsed < FLIGHT_MS) frame = requestAnimationFrame(draw);
  }

  resize();
  return {
    show: place,
    resize,
    redraw() {
      if (frame === 0) frame = requestAnimationFrame(draw);
    },
    stop: () => cancelAnimationFrame(frame),
  };
}

/** Where everything is after a part of its way becomes where it starts. */
function settle(scene: Scene, elapsed: number): void {
  const { from, to, flying } = scene;
  const settled = easeOut(elapsed / SETTLE_MS);
  const flown = easeInOut(elapsed / FLIGHT_MS);
  for (let k = 0; k < from.length; k++) {
    from[k] += (to[k] - from[k]) * (flying[k >> 1] === 1 ? flown : settled);
  }
  scene.discsFrom = mixDiscs(scene, settled);
}

/** Islands that outgrow their place push each other off, and none leaves the picture. */
function placeDiscs(layout: Layout, shares: readonly number[]): Disc[] {
  const radii = shares.map((share) => layout.radiusScale * Math.sqrt(Math.max(0, share)));
  return yieldPlaces(layout.homes, radii, layout).map((place, broker) => ({ ...place, radius: radii[broker] }));
}

function mixDiscs({ discsFrom, discsTo }: Scene, part: number): Disc[] {
  return discsTo.map((to, broker) => {
    const from = discsFrom[broker];
    return { x: mix(from.x, to.x, part), y: mix(from.y, to.y, part), radius: mix(from.radius, to.radius, part) };
  });
}

function mix(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}

interface Ink {
  readonly ramp: Uint8Array;
  readonly names: readonly string[];
  readonly shares: readonly number[];
  readonly style: CSSStyleDeclaration;
}

function paint(
  context: CanvasRenderingContext2D,
  scene: Scene,
  elapsed: number,
  experience: Uint8Array,
  broker: Uint8Array,
  ink: Ink,
): void {
  const { layout, from, to, flying } = scene;
  const settled = easeOut(elapsed / SETTLE_MS);
  const flown = easeInOut(elapsed / FLIGHT_MS);
  const discs = mixDiscs(scene, settled);
  context.clearRect(0, 0, layout.width, layout.height);
  paintIslands(context, discs, ink.style);
  LEVELS.forEach((token, level) => {
    context.fillStyle = ink.style.getPropertyValue(token);
    context.beginPath();
    for (let person = 0; person < flying.length; person++) {
      if (broker[person] >= discs.length || ink.ramp[experience[person]] !== level) continue;
      const isFlying = flying[person] === 1 && flown < 1;
      const part = isFlying ? flown : settled;
      const radius = isFlying ? FLYING_DOT : DOT;
      const x = mix(from[2 * person], to[2 * person], part);
      const y = mix(from[2 * person + 1], to[2 * person + 1], part);
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    context.fill();
  });
  if (layout.height >= LABELS_FROM_HEIGHT) paintNames(context, discs, ink);
}

function paintIslands(context: CanvasRenderingContext2D, discs: readonly Disc[], style: CSSStyleDeclaration): void {
  const above = discs.filter(({ radius }) => radius > 0);
  context.strokeStyle = style.getPropertyValue('--isobath');
  context.lineWidth = 1;
  for (const depth of DEPTHS) {
    context.globalAlpha = 1 - depth / 40;
    for (const disc of above) {
      traceCircle(context, disc, disc.radius + depth);
      context.stroke();
    }
  }
  context.globalAlpha = 1;
  context.fillStyle = style.getPropertyValue('--land');
  for (const disc of above) {
    traceCircle(context, disc, disc.radius + 3);
    context.fill();
  }
}

function traceCircle(context: CanvasRenderingContext2D, { x, y }: Point, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

/** The largest islands carry their name and share; a halo keeps the words off the dots. */
function paintNames(
  context: CanvasRenderingContext2D,
  discs: readonly Disc[],
  { names, shares, style }: Pick<Ink, 'names' | 'shares' | 'style'>,
): void {
  const largest = shares.map((_, broker) => broker).sort((a, b) => shares[b] - shares[a]);
  context.font = `600 12px ${style.fontFamily}`;
  context.textAlign = 'center';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = style.getPropertyValue('--sea');
  context.fillStyle = style.getPropertyValue('--text');
  for (const broker of largest.slice(0, LABELS)) {
    const { x, y, radius } = discs[broker];
    const text = `${names[broker]}  ${(shares[broker] * 100).toFixed(1)}%`;
    context.strokeText(text, x, y - radius - 9);
    context.fillText(text, x, y - radius - 9);
  }
}
