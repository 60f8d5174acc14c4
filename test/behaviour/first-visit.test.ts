import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FirstVisit } from '../../src/experiment/first-visit.ts';
import { ENGINE_VERSION } from '../../src/experiment/version.ts';
import { computeFirstRun, computeQuestion } from '../support/first-visit.ts';
import { loadShippedInputs } from '../support/shipped-inputs.ts';

const shipped = JSON.parse(readFileSync('public/data/first-visit.json', 'utf8')) as FirstVisit;

test('the picture of the default run is the one that this model computes (npm run first-visit writes it anew)', () => {
  expect(shipped.engineVersion).toBe(ENGINE_VERSION);
  expect(shipped.run).toEqual(computeFirstRun());
});

test('what the seeds say to the question is what they say now, first and last', () => {
  const { shares, ...question } = shipped.question;
  const last = shares.length - 1;
  const { shares: now, ...asked } = computeQuestion([0, last]);
  expect(question).toEqual(asked);
  expect([shares[0], shares[last]]).toEqual(now);
  expect(shares.length).toBeGreaterThanOrEqual(40);
});

test('the answers are what they are called: the best content of all, the largest of all', () => {
  const { brokers } = loadShippedInputs('projection-neutral');
  const [cutter, content, largest] = shipped.question.answers;
  const find = (id: string) => brokers.find((broker) => broker.id === id)!;
  const most = (read: (broker: (typeof brokers)[number]) => number) => Math.max(...brokers.map(read));
  expect(find(largest).share).toBe(most(({ share }) => share));
  expect(find(content).content).toBe(most(({ content: level }) => level));
  expect(new Set([cutter, content, largest]).size).toBe(3);
});
