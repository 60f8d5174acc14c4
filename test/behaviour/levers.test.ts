import { beforeAll, describe, expect, test } from 'vitest';
import type { Decision, Lever } from '../../src/model/inputs.ts';
import { chooseBroker, consider } from '../../src/model/investors/choice.ts';
import { CHOICE_REASON_COUNT, REASON } from '../../src/model/reasons.ts';
import { stepMonth } from '../../src/model/schedule.ts';
import { initialiseWorld } from '../../src/model/simulation.ts';
import { createWorld, type World } from '../../src/model/world.ts';
import { createBroker, createMarket, TEST_START, withValues } from '../support/model-world.ts';
import { compareRuns, type Estimate, playRuns, type Run, readBroker, sumMonths } from '../support/paired-runs.ts';

/*
 * What a broker's levers do, in a market of four equal brokers where the first turns one lever for a year and a half, all
 * else equal, chance included. Error bars: forty-eight paired seeds; an effect has to be four standard errors away from 0.
 */
// holds: content, costOfTrading
const MONTHS = 18;
const SEEDS = 48;
const SURE = 4;

function createEqualMarket(decisions: readonly Decision[]) {
  return createMarket({
    agents: 2000,
    months: MONTHS,
    brokers: ['a', 'b', 'c', 'd'].map((id) => createBroker(id, { quality: 0.9 })),
    decisions,
    realisedReturns: new Array(MONTHS).fill(0.005),
    // Fines fall by lot, and would make equals unequal.
    values: { 'regulator.inspection': 0 },
  });
}

const turn = (lever: Lever, value: number): Decision[] => [
  { month: TEST_START, broker: 0, lever, mode: 'scale', value },
];

/** A cut to a third, or four times the spending; eight times for AI advice, on which brokers spend least. */
const TURNS = {
  price: turn('price', 1 / 3),
  content: turn('content', 4),
  community: turn('community', 4),
  advice: turn('advice', 8),
  service: turn('service', 4),
} as const;
type Turned = keyof typeof TURNS;
const TURNED = Object.keys(TURNS) as Turned[];

let control: Run[];
const treated = {} as Record<Turned, Run[]>;
beforeAll(() => {
  control = playRuns(createEqualMarket([]), SEEDS);
  for (const lever of TURNED) treated[lever] = playRuns(createEqualMarket(TURNS[lever]), SEEDS);
}, 120_000);

const effect = (lever: Turned, read: (run: Run) => number): Estimate => compareRuns(control, treated[lever], read);
const last = ({ records }: Run) => records[MONTHS];
const openings = (run: Run) => sumMonths(run, (record) => readBroker(record, 0, 'openings'));
const share = (run: Run) => readBroker(last(run), 0, 'share');

describe('a price cut', () => {
  test('wins openings and share', () => {
    expect(effect('price', openings).t).toBeGreaterThan(SURE);
    expect(effect('price', share).t).toBeGreaterThan(SURE);
  });

  test('lowers what a trade brings, and the profit of these months', () => {
    const commission = (run: Run) => sumMonths(run, (record) => readBroker(record, 0, 'revenueCommission'));
    const perTrade = (run: Run) => commission(run) / sumMonths(run, (record) => readBroker(record, 0, 'trades'));
    expect(effect('price', perTrade).t).toBeLessThan(-SURE);
    // A third of the rate; trades differ in size, so about a third of the amount.
    const ratio = perTrade(treated.price[0]) / perTrade(control[0]);
    expect(ratio).toBeGreaterThan(0.25);
    expect(ratio).toBeLessThan(0.42);
    expect(effect('price', (run) => sumMonths(run, (record) => readBroker(record, 0, 'profit'))).t).toBeLessThan(-SURE);
  });

  test('makes clients trade more', () => {
    const perUser = (run: Run) =>
      sumMonths(run, (record) => readBroker(record, 0, 'trades')) /
      sumMonths(run, (record) => readBroker(record, 0, 'activeUsers'));
    expect(effect('price', perUser).t).toBeGreaterThan(SURE);
  });

  test('is followed: the others charge less than they would have', () => {
    const others = (run: Run) => [1, 2, 3].reduce((sum, b) => sum + readBroker(last(run), b, 'commissionBp'), 0);
    expect(effect('price', others).mean).toBeLessThan(-0.3);
  });
});

describe.each([
  ['content', 'contentCapability'],
  ['community', 'communityCapability'],
  ['advice', 'adviceCapability'],
  ['service', 'serviceCapability'],
] as const)('spending on %s', (lever, capability) => {
  test('raises its capability, slowly and with decreasing returns', () => {
    const level = (month: number) => (run: Run) => readBroker(run.records[month], 0, capability);
    const gain = (month: number) => effect(lever, level(month)).mean;
    expect(effect(lever, level(MONTHS)).t).toBeGreaterThan(SURE);
    expect(gain(1)).toBeGreaterThan(0);
    expect(gain(1)).toBeLessThan(gain(MONTHS) / 5);
    expect(gain(18) - gain(12)).toBeLessThan(gain(12) - gain(6));
  });

  test('wins openings and share', () => {
    expect(effect(lever, openings).t).toBeGreaterThan(SURE);
    expect(effect(lever, share).t).toBeGreaterThan(SURE);
  });

  test('costs what it costs', () => {
    const cost = (run: Run) => sumMonths(run, (record) => readBroker(record, 0, 'cost'));
    expect(effect(lever, cost).t).toBeGreaterThan(SURE);
  });
});

/** The state after the months of a run, to ask people questions in. */
function playWorld(decisions: readonly Decision[]): World {
  const world = createWorld(createEqualMarket(decisions), 'grid');
  initialiseWorld(world);
  for (let month = 0; month < MONTHS; month++) stepMonth(world);
  return withValues(world, { 'tastes.sd': 0, 'tastes.friends': 0, 'choice.home': 0 });
}

interface Person {
  readonly age: number;
  readonly experience: number;
  readonly risk: number;
  readonly short: number;
}
const MIDDLING: Person = { age: 40, experience: 0.5, risk: 0.5, short: 0 };

/** Probability that such a person takes the first broker when all four are considered. */
function computeProbability(world: World, { age, experience, risk, short }: Person): number {
  const { investors, market, choice } = world;
  investors.birthMonth[0] = market.month[0] - age * 12;
  investors.experience[0] = experience;
  investors.risk[0] = risk;
  investors.shortHorizon[0] = short;
  investors.wealthScore[0] = 0;
  investors.willing[0] = 1;
  choice.count = 0;
  for (let b = 0; b < world.brokerCount; b++) consider(world, b);
  chooseBroker(world, 0, -1, 0);
  const weight = (k: number) => Math.exp(choice.utility[k] - choice.parts[k * CHOICE_REASON_COUNT + REASON.chance]);
  let total = 0;
  for (let k = 0; k < choice.count; k++) total += weight(k);
  return weight(0) / total;
}

describe('who responds: change of choice probability per choice event, one trait varied at a time', () => {
  let before: World;
  const after = {} as Record<Turned, World>;
  beforeAll(() => {
    before = playWorld([]);
    for (const lever of TURNED) after[lever] = playWorld(TURNS[lever]);
  }, 60_000);

  const response = (lever: Turned, changes: Partial<Person>) => {
    const person = { ...MIDDLING, ...changes };
    return computeProbability(after[lever], person) - computeProbability(before, person);
  };

  test.each(TURNED)('%s: everybody is drawn, nobody driven away', (lever) => {
    for (const age of [20, 40, 70]) expect(response(lever, { age })).toBeGreaterThan(0);
  });

  // MODEL.md §5.4. Strictly rising or falling over the grid, or highest inside it.
  test.each<[Turned, keyof Person, readonly number[], 'rises' | 'falls' | 'hump']>([
    ['price', 'age', [20, 35, 50, 70], 'falls'],
    ['price', 'experience', [0, 0.5, 1], 'rises'],
    ['price', 'risk', [0, 0.5, 1], 'rises'],
    ['price', 'short', [0, 1], 'rises'],
    ['content', 'age', [20, 35, 50, 70], 'falls'],
    ['content', 'experience', [0, 0.45, 1], 'hump'],
    ['content', 'short', [0, 1], 'rises'],
    ['community', 'age', [20, 35, 50, 70], 'falls'],
    ['community', 'experience', [0, 0.5, 1], 'falls'],
    ['community', 'risk', [0, 0.5, 1], 'rises'],
    ['community', 'short', [0, 1], 'rises'],
    ['advice', 'age', [20, 42, 70], 'hump'],
    ['advice', 'experience', [0, 0.5, 1], 'falls'],
    ['advice', 'risk', [0, 0.5, 1], 'falls'],
    ['advice', 'short', [0, 1], 'falls'],
    ['service', 'age', [20, 35, 50, 70], 'rises'],
    ['service', 'experience', [0, 0.5, 1], 'falls'],
    ['service', 'short', [0, 1], 'rises'],
  ])('%s with %s', (lever, trait, grid, shape) => {
    const curve = grid.map((value) => response(lever, { [trait]: value }));
    if (shape === 'hump') {
      expect(curve[1]).toBeGreaterThan(curve[0]);
      expect(curve[1]).toBeGreaterThan(curve[2]);
      return;
    }
    const sorted = curve.toSorted((a, b) => (shape === 'rises' ? a - b : b - a));
    expect(curve).toEqual(sorted);
    expect(new Set(curve).size).toBe(curve.length);
  });
});
