import { CanvasSource, Texture } from 'pixi.js';

const PADDING = 1;
const SIXTH = Math.PI / 3;

/** A white mark for particles, drawn at the size it appears in, so that small ones stay crisp. */
export interface MarkTexture {
  readonly texture: Texture;
  /** Diameter of the mark within the texture. */
  readonly diameter: number;
}

type Trace = (context: CanvasRenderingContext2D, middle: number, radius: number) => void;

/** Every size that was asked for stays: a texture may not go while a shader still holds it, and these are tiny. */
const discs = new Map<number, MarkTexture>();
const hexagons = new Map<number, MarkTexture>();

const traceDisc: Trace = (context, middle, radius) => context.arc(middle, middle, radius, 0, 2 * Math.PI);

/** With a corner on top. */
const traceHexagon: Trace = (context, middle, radius) => {
  for (let corner = 0; corner < 6; corner++) {
    const angle = corner * SIXTH - SIXTH / 2;
    context.lineTo(middle + radius * Math.cos(angle), middle + radius * Math.sin(angle));
  }
};

/** @param diameter in device pixels; rounded up to a size between 2 and 64 */
export function provideDiscTexture(diameter: number): MarkTexture {
  return provide(discs, traceDisc, diameter);
}

/** @param diameter corner to corner, in device pixels; rounded up to a size between 2 and 64 */
export function provideHexagonTexture(diameter: number): MarkTexture {
  return provide(hexagons, traceHexagon, diameter);
}

function provide(known: Map<number, MarkTexture>, trace: Trace, diameter: number): MarkTexture {
  const size = Math.max(2, Math.min(64, Math.ceil(diameter)));
  const mark = known.get(size) ?? drawMark(size, trace);
  known.set(size, mark);
  return mark;
}

function drawMark(size: number, trace: Trace): MarkTexture {
  const canvas = document.createElement('canvas');
  canvas.width = size + 2 * PADDING;
  canvas.height = canvas.width;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.beginPath();
  trace(context, canvas.width / 2, size / 2);
  context.fill();
  return { texture: new Texture({ source: new CanvasSource({ resource: canvas }) }), diameter: size };
}
