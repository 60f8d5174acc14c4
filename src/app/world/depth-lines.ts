import { Container, Graphics } from 'pixi.js';
import type { Island, Shore } from './coast.ts';
import { addIsland, addShore, createDepthField, type DepthLine, traceDepthLines } from './depth-field.ts';

/** Lines of equal depth round all coasts. They make islands readable and carry no data. */
export interface DepthLineLayer {
  readonly container: Container;
  setColour(colour: number): void;
  /** Asks for new lines; computed in slices by `work`. The old ones stay until then. */
  request(sea: Sea): void;
  /** Line width follows the zoom. */
  setZoom(zoom: number): void;
  /** Works for about `budgetMs`; returns whether there is more to do. */
  work(budgetMs: number): boolean;
}

interface Sea {
  readonly width: number;
  readonly height: number;
  readonly islands: readonly Island[];
  readonly shore: Shore;
}

/** Depth in pixels and strength of each line. */
const LEVELS: readonly { readonly depth: number; readonly alpha: number }[] = [
  { depth: 8, alpha: 1 },
  { depth: 17, alpha: 0.8 },
  { depth: 29, alpha: 0.55 },
  { depth: 45, alpha: 0.35 },
];
const STEP = 6;
/** A coast has to move this far before the lines are worth computing again. */
const NOTICEABLE = 1.2;

export function createDepthLineLayer(): DepthLineLayer {
  const container = new Container();
  const graphics = LEVELS.map(() => new Graphics());
  container.addChild(...graphics);
  const lines: DepthLine[][] = LEVELS.map(() => []);
  let shown: Sea | null = null;
  let wanted: Sea | null = null;
  let job: Generator<void> | null = null;
  let zoom = 1;

  function stroke(level: number): void {
    const graphic = graphics[level].clear();
    for (const { points, closed } of lines[level]) graphic.poly(points, closed);
    graphic.stroke({ width: 1 / zoom, color: 0xffffff, alpha: LEVELS[level].alpha });
  }

  function* compute(sea: Sea): Generator<void> {
    const field = createDepthField(sea.width, sea.height, STEP);
    addShore(field, sea.shore);
    yield;
    for (const island of sea.islands) {
      if (island.radius > 0.5) addIsland(field, island);
      yield;
    }
    for (let level = 0; level < LEVELS.length; level++) {
      lines[level] = traceDepthLines(field, LEVELS[level].depth);
      yield;
      stroke(level);
      yield;
    }
  }

  function* restroke(): Generator<void> {
    for (let level = 0; level < LEVELS.length; level++) {
      stroke(level);
      yield;
    }
  }

  return {
    container,
    setColour(colour) {
      for (const graphic of graphics) graphic.tint = colour;
    },
    request(sea) {
      if (shown && !isNoticeable(shown, sea)) return;
      wanted = sea;
    },
    setZoom(next) {
      if (next === zoom) return;
      zoom = next;
      if (!job && !wanted) job = restroke();
    },
    work(budgetMs) {
      const deadline = performance.now() + budgetMs;
      do {
        if (!job) {
          if (!wanted) return false;
          shown = wanted;
          wanted = null;
          job = compute(shown);
        }
        if (job.next().done) job = null;
      } while (performance.now() < deadline);
      return true;
    },
  };
}

function isNoticeable(before: Sea, after: Sea): boolean {
  if (before.width !== after.width || before.height !== after.height) return true;
  return after.islands.some(({ x, y, radius }, broker) => {
    const old = before.islands[broker];
    return Math.abs(old.radius - radius) + Math.abs(old.x - x) + Math.abs(old.y - y) > NOTICEABLE;
  });
}
