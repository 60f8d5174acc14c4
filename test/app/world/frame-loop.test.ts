import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFrameLoop } from '../../../src/app/world/frame-loop.ts';

/** What waits for the next frame, by number. */
const waiting = new Map<number, () => void>();

beforeEach(() => {
  let calls = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => {
    waiting.set(++calls, call);
    return calls;
  });
  vi.stubGlobal('cancelAnimationFrame', (call: number) => waiting.delete(call));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  waiting.clear();
});

/** Frames, each with the tasks after it. */
function passFrames(frames: number): void {
  for (let frame = 0; frame < frames; frame++) {
    const calls = [...waiting.values()];
    waiting.clear();
    for (const call of calls) call();
    vi.advanceTimersByTime(1);
  }
}

/** Work whose pictures take the card `frames` looks to draw, and what was done in order: d for drawn, p for presented. */
function createWork(frames: number) {
  let looks = 0;
  const work = {
    done: '',
    isDrawing: () => looks-- > 0,
    draw() {
      looks = frames;
      work.done += 'd';
    },
    present() {
      work.done += 'p';
    },
  };
  return work;
}

test('what is asked for several times is drawn once, after the frame', () => {
  const work = createWork(0);
  const loop = createFrameLoop(work);
  loop.request();
  loop.request();
  expect(work.done).toBe('');
  passFrames(3);
  expect(work.done).toBe('dp');
});

test('nothing is asked of the page while nothing is wanted', () => {
  const loop = createFrameLoop(createWork(0));
  loop.request();
  passFrames(3);
  expect(waiting.size).toBe(0);
});

test('a slow card’s picture is shown once it is complete, and only then the next one drawn', () => {
  const work = createWork(4);
  const loop = createFrameLoop(work);
  loop.request();
  passFrames(1);
  loop.request();
  passFrames(4);
  expect(work.done).toBe('d');
  passFrames(1);
  expect(work.done).toBe('dpd');
});

test('a card that has drawn by the next frame is not waited for', () => {
  const work = createWork(0);
  const loop = createFrameLoop(work);
  loop.request();
  passFrames(3);
  loop.request();
  passFrames(1);
  expect(work.done).toBe('dpdp');
});

test('a card that becomes slow is waited for from the next picture on', () => {
  const work = createWork(0);
  const loop = createFrameLoop(work);
  loop.request();
  passFrames(3);
  loop.drawNow();
  const slow = createWork(3);
  work.isDrawing = slow.isDrawing;
  slow.draw();
  loop.request();
  passFrames(4);
  expect(work.done).toBe('dpdpd');
});

test('what has to be seen at once is drawn and shown at once, in the place of what was asked for', () => {
  const work = createWork(4);
  const loop = createFrameLoop(work);
  loop.request();
  loop.drawNow();
  expect(work.done).toBe('dp');
  passFrames(8);
  expect(work.done).toBe('dp');
});

test('after the stop nothing is drawn', () => {
  const work = createWork(0);
  const loop = createFrameLoop(work);
  loop.request();
  loop.stop();
  passFrames(3);
  expect(work.done).toBe('');
});
