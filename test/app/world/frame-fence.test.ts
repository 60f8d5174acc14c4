import { expect, test } from 'vitest';
import { createFrameFence } from '../../../src/app/world/frame-fence.ts';

const [UNSIGNALED, SIGNALED] = [0x9118, 0x9119];

/** A card that says of every fence what `state` says. */
function createCard() {
  const live = new Set<object>();
  const card = { state: UNSIGNALED as number | null, live };
  const context = {
    UNSIGNALED,
    fenceSync() {
      const sync = {};
      live.add(sync);
      return sync;
    },
    deleteSync: (sync: object) => live.delete(sync),
    getSyncParameter: () => card.state,
    flush() {},
  };
  return { card, context: context as unknown as WebGL2RenderingContext };
}

test('a frame is drawn from when it was sent until the card says so', () => {
  const { card, context } = createCard();
  const fence = createFrameFence(context);
  expect(fence.isDrawing()).toBe(false);
  fence.close();
  expect(fence.isDrawing()).toBe(true);
  card.state = SIGNALED;
  expect(fence.isDrawing()).toBe(false);
});

test('a lost context is waited for no longer', () => {
  const { card, context } = createCard();
  const fence = createFrameFence(context);
  fence.close();
  card.state = null;
  expect(fence.isDrawing()).toBe(false);
});

test('fences do not pile up', () => {
  const { card, context } = createCard();
  const fence = createFrameFence(context);
  for (let frame = 0; frame < 5; frame++) fence.close();
  expect(card.live.size).toBe(1);
});
