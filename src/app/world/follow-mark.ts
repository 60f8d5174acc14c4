import { Container, Graphics } from 'pixi.js';
import { type ArcPath, readArcPoint } from './arc-path.ts';
import type { Point } from './layout.ts';
import { easeInOut } from './timing.ts';

/** The one investor who is followed: a ring round the dot, and the way it came. */
export interface FollowMark {
  readonly container: Container;
  setColour(colour: number, halo: number): void;
  /** Ways between brokers, the oldest first. */
  setTrail(paths: readonly ArcPath[]): void;
  countWays(): number;
  /** The ring goes along a way instead of standing at the dot. */
  travel(path: ArcPath, now: number, durationMs: number): void;
  stop(): void;
  /** @param place of the dot, or `null` while it cannot be seen @param zoom of the camera, so that the ring keeps its size */
  draw(place: Point | null, zoom: number, now: number): void;
  readPlace(): Point | null;
  isTravelling(now: number): boolean;
}

const RING_RADIUS = 8;
const LINE = 2;
const DASHES = 16;
const POINTS = 48;

/** A way as dashes. */
function traceDashes(graphics: Graphics, path: ArcPath): void {
  for (let k = 0; k <= POINTS; k++) {
    const { x, y } = readArcPoint(path, k / POINTS);
    const isInk = Math.floor((k / POINTS) * DASHES) % 2 === 0 && k > 0;
    if (isInk) graphics.lineTo(x, y);
    else graphics.moveTo(x, y);
  }
}

export function createFollowMark(): FollowMark {
  const container = new Container();
  const trail = new Graphics();
  const ring = new Graphics();
  container.addChild(trail, ring);
  let colour = 0;
  let halo = 0;
  let paths: readonly ArcPath[] = [];
  let journey: { path: ArcPath; startedAt: number; durationMs: number } | null = null;
  let place: Point | null = null;
  let drawn = '';

  const isTravelling = (now: number) => journey !== null && now - journey.startedAt < journey.durationMs;

  function drawTrail(zoom: number): void {
    trail.clear();
    for (const path of paths) {
      for (const [width, ink, alpha] of [
        [LINE + 3, halo, 0.85],
        [LINE, colour, 1],
      ]) {
        traceDashes(trail, path);
        trail.stroke({ width: width / zoom, color: ink, alpha, cap: 'round' });
      }
      trail.circle(path.start.x, path.start.y, 3.5 / zoom).fill(halo);
      trail.circle(path.start.x, path.start.y, 3.5 / zoom).stroke({ width: LINE / zoom, color: colour });
    }
  }

  function drawRing(zoom: number): void {
    ring.clear();
    ring.circle(0, 0, RING_RADIUS / zoom).stroke({ width: (LINE + 3) / zoom, color: halo, alpha: 0.9 });
    ring.circle(0, 0, RING_RADIUS / zoom).stroke({ width: LINE / zoom, color: colour });
  }

  return {
    container,
    setColour(next, ground) {
      colour = next;
      halo = ground;
      drawn = '';
    },
    setTrail(next) {
      paths = next;
      drawn = '';
    },
    countWays: () => paths.length,
    travel(path, now, durationMs) {
      journey = { path, startedAt: now, durationMs };
    },
    stop() {
      journey = null;
    },
    draw(at, zoom, now) {
      const part = journey ? (now - journey.startedAt) / journey.durationMs : 1;
      place = journey && part < 1 ? readArcPoint(journey.path, easeInOut(part)) : at;
      ring.visible = place !== null;
      if (place) ring.position.set(place.x, place.y);
      const key = zoom.toFixed(3);
      if (key === drawn) return;
      drawn = key;
      drawTrail(zoom);
      drawRing(zoom);
    },
    readPlace: () => place,
    isTravelling,
  };
}
