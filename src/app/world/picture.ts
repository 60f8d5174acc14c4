import { type Container, type Renderer, RenderTexture, Sprite, WebGLRenderer } from 'pixi.js';
import { createFrameFence } from './frame-fence.ts';

/** The picture of the map: drawn out of sight, then shown whole. On a plain canvas, drawing shows it. */
export interface Picture {
  /** @param resolution device pixels per pixel */
  resize(width: number, height: number, resolution: number): void;
  draw(root: Container): void;
  /** Whether the graphics card still draws it. Asks without waiting. */
  isDrawing(): boolean;
  /** Puts the picture on the canvas: a copy, next to no work for the card. */
  present(): void;
}

export function createPicture(renderer: Renderer): Picture {
  return renderer instanceof WebGLRenderer ? createTexturePicture(renderer) : createPlainPicture(renderer);
}

function createTexturePicture(renderer: WebGLRenderer): Picture {
  const { width, height } = renderer.screen;
  const texture = RenderTexture.create({ width, height, resolution: renderer.resolution, antialias: true });
  const sprite = new Sprite(texture);
  const fence = createFrameFence(renderer.gl);
  return {
    resize(width, height, resolution) {
      texture.resize(width, height, resolution);
    },
    draw(root) {
      renderer.render({ container: root, target: texture, clear: true, clearColor: renderer.background.colorRgba });
      fence.close();
    },
    isDrawing: () => fence.isDrawing(),
    present() {
      renderer.render({ container: sprite });
    },
  };
}

function createPlainPicture(renderer: Renderer): Picture {
  return {
    resize() {},
    draw(root) {
      renderer.render({ container: root });
    },
    isDrawing: () => false,
    present() {},
  };
}
