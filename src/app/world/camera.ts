import type { Point } from './layout.ts';

/** What part of the sand table is in view: screen = world × zoom + (x, y), in pixels. */
export interface Camera {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export const WHOLE_VIEW: Camera = { zoom: 1, x: 0, y: 0 };
export const LARGEST_ZOOM = 8;

export function toScreen({ zoom, x, y }: Camera, point: Point): Point {
  return { x: point.x * zoom + x, y: point.y * zoom + y };
}

export function toWorld({ zoom, x, y }: Camera, point: Point): Point {
  return { x: (point.x - x) / zoom, y: (point.y - y) / zoom };
}

/** Keeps the zoom within its limits and the picture filled: no edge ever comes into view. */
export function limitCamera(camera: Camera, width: number, height: number): Camera {
  const zoom = Math.min(LARGEST_ZOOM, Math.max(1, camera.zoom));
  const limit = (offset: number, extent: number) => Math.min(0, Math.max(extent * (1 - zoom), offset));
  return { zoom, x: limit(camera.x, width), y: limit(camera.y, height) };
}

/** Zooms by a factor so that the world point under a screen point stays there. */
export function zoomAt(camera: Camera, factor: number, at: Point, width: number, height: number): Camera {
  const zoom = Math.min(LARGEST_ZOOM, Math.max(1, camera.zoom * factor));
  const held = toWorld(camera, at);
  return limitCamera({ zoom, x: at.x - held.x * zoom, y: at.y - held.y * zoom }, width, height);
}

export function panBy(camera: Camera, dx: number, dy: number, width: number, height: number): Camera {
  return limitCamera({ zoom: camera.zoom, x: camera.x + dx, y: camera.y + dy }, width, height);
}

/** Pixels from the edge that a point is brought to at least. */
const MARGIN = 48;

/** Moves as little as brings a world point into view. */
export function reveal(camera: Camera, point: Point, width: number, height: number): Camera {
  const at = toScreen(camera, point);
  const shift = (value: number, extent: number) => {
    const margin = Math.min(MARGIN, extent / 2);
    return Math.max(margin, Math.min(extent - margin, value)) - value;
  };
  return panBy(camera, shift(at.x, width), shift(at.y, height), width, height);
}
