import { expect, test } from 'vitest';
import { createCoastShape } from '../../../src/app/world/coast.ts';
import { placeIslands } from '../../../src/app/world/layout.ts';
import { describeOverlay, describeScene } from '../../../src/app/world/scene-names.ts';
import { createFakeRun, createFakeView, WILLOW } from '../../support/fake-world.ts';

const RUN = createFakeRun(3000, 1, 0.5);
const MONTH = RUN.months[0];
const LAYOUT = placeIslands(
  RUN.inputs.brokers.map(({ share }) => share),
  772,
  416,
);
const ISLANDS = LAYOUT.homes.map((home, broker) => ({ ...home, radius: 10, shape: createCoastShape(broker) }));

function readOthers(chosen: number): string | undefined {
  const scene = describeOverlay(createFakeView(RUN, { chosen }), MONTH, LAYOUT, ISLANDS, []);
  return scene.places.find(({ key }) => key === 'others')?.text;
}

test('the archipelago is named by the number of its islands, less the chosen one', () => {
  expect(readOthers(WILLOW)).toBe('16 others');
  expect(readOthers(LAYOUT.tail[3])).toBe('15 others');
});

test('exactly one island is the chosen one, and the tail is known', () => {
  const { islands } = describeOverlay(createFakeView(RUN), MONTH, LAYOUT, ISLANDS, []);
  expect(islands.filter(({ chosen }) => chosen).map(({ name }) => name)).toEqual(['Willow']);
  expect(islands.filter(({ tail }) => tail)).toHaveLength(16);
});

test('the picture tells in both languages what it shows', () => {
  expect(describeScene(createFakeView(RUN), MONTH)).toMatch(
    /^Map of the market in Jan 2025: 30 brokers .* Largest: Meridian, \d+\.\d% of clients\. Yours: Willow, \d+\.\d%/,
  );
  expect(describeScene(createFakeView(RUN, { language: 'zh-CN' }), MONTH)).toMatch(
    /^2025 年 1 月市场沙盘：30 家券商为岛.*最大：子午，.*你的券商：柳岸，/,
  );
});
