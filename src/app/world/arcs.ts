import { Container, Graphics } from 'pixi.js';
import { type ArcPath, traceBundle, traceHatchedBundle } from './arc-path.ts';
import { easeOut, SETTLE_MS } from './timing.ts';

/** One bundle of people as it is drawn. */
interface Arc {
  readonly path: ArcPath;
  /** Width where it arrives, in pixels. */
  readonly width: number;
  readonly colour: number;
  /** Chance is hatched, never solid. */
  readonly hatched: boolean;
}

export interface ArcLayer {
  readonly container: Container;
  /** Shows other arcs; they fade over into each other when `animate` is set. */
  show(arcs: readonly Arc[], halo: number, now: number, animate: boolean): void;
  isFading(now: number): boolean;
  /** Fades on; returns whether it has further to go. */
  advance(now: number): boolean;
}

export function createArcLayer(): ArcLayer {
  const container = new Container();
  let front = new Graphics();
  let back = new Graphics();
  container.addChild(back, front);
  let startedAt = Number.NEGATIVE_INFINITY;
  let fading = false;

  function draw(graphics: Graphics, arcs: readonly Arc[], halo: number): void {
    graphics.clear();
    for (const { path, width, colour, hatched } of arcs) {
      const outline = traceBundle(path, width);
      graphics.poly(outline).stroke({ width: 3, color: halo, alpha: 0.85, join: 'round' });
      for (const piece of hatched ? traceHatchedBundle(path, width) : [outline]) graphics.poly(piece).fill(colour);
    }
  }

  return {
    container,
    show(arcs, halo, now, animate) {
      [front, back] = [back, front];
      draw(front, arcs, halo);
      startedAt = animate ? now : Number.NEGATIVE_INFINITY;
      fading = true;
    },
    isFading: (now) => fading && now - startedAt < SETTLE_MS,
    advance(now) {
      if (!fading) return false;
      const t = (now - startedAt) / SETTLE_MS;
      front.alpha = easeOut(t);
      back.alpha = 1 - easeOut(t);
      back.visible = t < 1;
      front.visible = true;
      fading = t < 1;
      return true;
    },
  };
}
