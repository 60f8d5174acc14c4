import { CanvasSource, Texture } from 'pixi.js';

/** White discs by diameter in device pixels: drawn at the size they appear in, so that small dots stay crisp. */
const PADDING = 1;

export interface DiscTexture {
  readonly texture: Texture;
  /** Diameter of the disc within the texture. */
  readonly diameter: number;
}

/** Every size that was asked for stays: a texture may not go while a shader still holds it, and these are tiny. */
const discs = new Map<number, DiscTexture>();

/** @param diameter in device pixels; rounded up to a size between 2 and 64 */
export function provideDiscTexture(diameter: number): DiscTexture {
  const size = Math.max(2, Math.min(64, Math.ceil(diameter)));
  const disc = discs.get(size) ?? drawDisc(size);
  discs.set(size, disc);
  return disc;
}

function drawDisc(size: number): DiscTexture {
  const canvas = document.createElement('canvas');
  canvas.width = size + 2 * PADDING;
  canvas.height = canvas.width;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.arc(canvas.width / 2, canvas.width / 2, size / 2, 0, 2 * Math.PI);
  context.fill();
  return { texture: new Texture({ source: new CanvasSource({ resource: canvas }) }), diameter: size };
}
