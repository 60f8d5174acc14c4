import { effect } from '@preact/signals';
import { reducedMotion } from './preferences.ts';
import { lastComputed, playhead, playing, runA, SPEEDS, speed, view } from './store.ts';

function readHorizon(): number {
  return runA.peek()?.inputs.months ?? 0;
}

/** Shows a month; what lies beyond the computed months is shown as soon as it is there. */
export function showMonth(month: number): void {
  playhead.value = Math.max(0, Math.min(Math.round(month), readHorizon()));
}

/** Moves by whole months from what is on show, and stops. */
export function stepMonths(months: number): void {
  playing.value = false;
  showMonth((view.peek()?.playhead ?? 0) + months);
}

export function togglePlay(): void {
  if (!playing.value && playhead.value >= readHorizon()) playhead.value = 0;
  playing.value = !playing.value;
}

export function changeSpeed(steps: number): void {
  const at = SPEEDS.indexOf(speed.value);
  speed.value = SPEEDS[Math.max(0, Math.min(at + steps, SPEEDS.length - 1))];
}

/** Moves the playhead while the page plays, over what has been computed and never beyond it. */
export function followPlayback(): void {
  effect(() => {
    if (!playing.value) return;
    let last = performance.now();
    let due = 0;
    let frame = requestAnimationFrame(advance);
    let turn = 0;
    function advance(now: number): void {
      // Reduced motion: a month a second, whatever the speed asks for.
      due += ((now - last) / 1000) * (reducedMotion.peek() ? 1 : speed.peek());
      last = now;
      const months = Math.min(Math.floor(due), lastComputed.peek() - playhead.peek());
      due = Math.min(due - Math.floor(due), 1);
      // In a task of its own: what a new month costs does not add to what a frame costs.
      if (months > 0) turn = window.setTimeout(() => show(months));
      else frame = requestAnimationFrame(advance);
    }
    function show(months: number): void {
      playhead.value += months;
      if (playhead.peek() >= readHorizon() && readHorizon() > 0) playing.value = false;
      else frame = requestAnimationFrame(advance);
    }
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(turn);
    };
  });
}
