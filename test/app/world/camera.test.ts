import { expect, test } from 'vitest';
import { limitCamera, panBy, reveal, toScreen, toWorld, WHOLE_VIEW, zoomAt } from '../../../src/app/world/camera.ts';

test('what lies under the pointer stays there while zooming', () => {
  const at = { x: 300, y: 120 };
  const camera = zoomAt(zoomAt(WHOLE_VIEW, 2, at, 772, 416), 1.5, at, 772, 416);
  expect(camera.zoom).toBe(3);
  expect(toScreen(camera, at)).toEqual(at);
});

test('the zoom stays between the whole picture and eight times as near', () => {
  expect(zoomAt(WHOLE_VIEW, 0.2, { x: 5, y: 5 }, 772, 416)).toEqual(WHOLE_VIEW);
  expect(zoomAt(WHOLE_VIEW, 100, { x: 5, y: 5 }, 772, 416).zoom).toBe(8);
});

test('no edge comes into view, however far one drags', () => {
  const near = zoomAt(WHOLE_VIEW, 2, { x: 386, y: 208 }, 772, 416);
  const dragged = panBy(near, 5000, -5000, 772, 416);
  expect(toWorld(dragged, { x: 0, y: 416 })).toEqual({ x: 0, y: 416 });
});

test('a smaller stage pulls the camera back in', () => {
  expect(limitCamera({ zoom: 2, x: -700, y: -400 }, 390, 300)).toEqual({ zoom: 2, x: -390, y: -300 });
});

test('a point out of view comes to the margin, one in view stays where it is', () => {
  const near = zoomAt(WHOLE_VIEW, 4, { x: 0, y: 0 }, 772, 416);
  const shown = reveal(near, { x: 700, y: 300 }, 772, 416);
  // 48 pixels are kept from the edge.
  expect(toScreen(shown, { x: 700, y: 300 })).toEqual({ x: 772 - 48, y: 416 - 48 });
  expect(reveal(near, { x: 50, y: 50 }, 772, 416)).toEqual(near);
});
