import { effect } from '@preact/signals';
import { reducedMotion } from '../preferences.ts';
import { createFirstMap, type FirstMap } from './first-map.ts';
import { mapMonth, mapMonths, mapPlaying, stage } from './first-state.ts';

/** Months a second: slow enough to follow a dot; a month a second, and no flights, where motion is to be reduced. */
const SPEED = 4;
const CALM_SPEED = 1;
/** Once an answer is chosen the months follow as fast as dots can still be followed. */
const ANSWER_SPEED = 12;

/** Plays the months on a canvas as far as they are known. Call the answer to stop. */
export function playMap(canvas: HTMLCanvasElement, names: () => readonly string[]): () => void {
  let map: FirstMap | null = null;
  const stopDrawing = effect(() => {
    const month = mapMonths.value[mapMonth.value];
    if (month === undefined) return;
    map ??= createFirstMap(canvas, mapMonths.peek()[0], names);
    map.show(month, !reducedMotion.value);
  });
  const stopTime = effect(() => {
    if (!mapPlaying.value) return;
    const step = () => {
      if (mapMonth.peek() + 1 < mapMonths.peek().length) mapMonth.value++;
    };
    const speed = reducedMotion.value ? CALM_SPEED : stage.value === 'ask' ? SPEED : ANSWER_SPEED;
    // The first month follows at once: a picture that stands still has been there before.
    const first = setTimeout(step);
    const timer = setInterval(step, 1000 / speed);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  });
  const observer = new ResizeObserver(() => map?.resize());
  observer.observe(canvas);
  const colours = new MutationObserver(() => map?.redraw());
  colours.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'lang'] });
  return () => {
    stopDrawing();
    stopTime();
    observer.disconnect();
    colours.disconnect();
    map?.stop();
  };
}
