import 'pixi.js/unsafe-eval';
import { autoDetectRenderer, DOMAdapter, getTestContext, type Renderer, Ticker, WebGLRenderer } from 'pixi.js';

const LARGEST_RESOLUTION = 2;

// Pixi would ask for every frame, also of a market that stands still, to see whether there is something to clean up.
Ticker.system.autoStart = false;

/** Device pixels per pixel that are drawn. */
export function readResolution(): number {
  return Math.min(LARGEST_RESOLUTION, window.devicePixelRatio);
}

/**
 * A renderer on WebGL, or on a plain canvas where there is none. Rejects when nothing can be drawn.
 *
 * Pixi would ask for three contexts: one to learn whether there is WebGL at all, one to try shaders on, one to draw with.
 * Each costs a wait for the graphics process, so that here one context answers all three questions.
 */
export async function createRenderer(width: number, height: number): Promise<Renderer> {
  const options = {
    width,
    height,
    autoDensity: true,
    backgroundAlpha: 1,
    resolution: readResolution(),
    skipExtensionImports: true,
    gcActive: false, // runs on pixi's ticker; scenes destroy what they made
  };
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  const context = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false, // the picture is drawn smooth before it comes here
    premultipliedAlpha: true,
    stencil: true,
  });
  if (context === null) {
    const renderer = await autoDetectRenderer({ ...options, preference: ['webgl', 'canvas'] });
    renderer.canvas.setAttribute('role', 'img');
    return renderer;
  }
  lendContext(context);
  const renderer = new WebGLRenderer();
  await renderer.init({ ...options, canvas, context });
  return renderer;
}

/** Lets pixi try shaders on the context that it draws with, and keeps it from throwing that context away afterwards. */
function lendContext(context: WebGL2RenderingContext): void {
  const lent = new Proxy(context, {
    get(target, key) {
      if (key === 'getExtension') return () => null;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const browser = DOMAdapter.get();
  const canvas = { getContext: () => lent } as unknown as HTMLCanvasElement;
  DOMAdapter.set({ ...browser, createCanvas: () => canvas });
  getTestContext(); // pixi keeps what it is given here
  DOMAdapter.set(browser);
}
