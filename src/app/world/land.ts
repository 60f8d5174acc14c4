import { Container, Graphics } from 'pixi.js';
import { createCoastShape, type Island, traceCoast, traceShore } from './coast.ts';
import type { Layout } from './layout.ts';
import type { Palette } from './palette.ts';

/** The ground people stand on: the shore and one island per broker, the chosen one with a coast in its colour. */
export interface LandLayer {
  readonly container: Container;
  setShore(layout: Layout): void;
  setPalette(palette: Palette): void;
  /** @param zoom of the camera, so that the chosen coast keeps its width */
  draw(islands: readonly Island[], chosen: number, zoom: number): void;
}

/** Radius at which an island is drawn once; from then on it is only scaled. */
const DRAWN_RADIUS = 100;
const COAST_POINTS = 120;
const CHOSEN_WIDTH = 2;

export function createLandLayer(brokers: number): LandLayer {
  const container = new Container();
  const shore = new Graphics();
  const chosenCoast = new Graphics();
  const outlines = Array.from({ length: brokers }, (_, broker) => traceCoast(createCoastShape(broker), COAST_POINTS));
  const grounds = outlines.map((outline) =>
    new Graphics().poly(outline.map((value) => value * DRAWN_RADIUS)).fill(0xffffff),
  );
  container.addChild(shore, ...grounds, chosenCoast);
  let drawn = '';

  return {
    container,
    setShore({ shore: edge, width, height }) {
      shore
        .clear()
        .poly(traceShore(edge, width, height))
        .fill(0xffffff);
    },
    setPalette({ land, mine }) {
      shore.tint = land;
      for (const ground of grounds) ground.tint = land;
      chosenCoast.tint = mine;
    },
    draw(islands, chosen, zoom) {
      islands.forEach(({ x, y, radius }, broker) => {
        grounds[broker].visible = radius > 0.5;
        grounds[broker].position.set(x, y);
        grounds[broker].scale.set(radius / DRAWN_RADIUS);
      });
      const { x, y, radius } = islands[chosen];
      chosenCoast.visible = radius > 0.5;
      chosenCoast.position.set(x, y);
      const key = `${chosen} ${radius.toFixed(2)} ${zoom.toFixed(3)}`;
      if (key === drawn) return;
      drawn = key;
      const line = outlines[chosen].map((value) => value * (radius + CHOSEN_WIDTH / (2 * zoom)));
      chosenCoast
        .clear()
        .poly(line)
        .stroke({ width: CHOSEN_WIDTH / zoom, color: 0xffffff, join: 'round' });
    },
  };
}
