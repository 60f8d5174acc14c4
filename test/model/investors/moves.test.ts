import { describe, expect, test } from 'vitest';
import { sumOf } from '../../../src/core/sum.ts';
import { countAccounts } from '../../../src/model/investors/holdings.ts';
import { reconsiderBrokers } from '../../../src/model/investors/moves.ts';
import { prepareOffers } from '../../../src/model/investors/offers.ts';
import type { ParameterValues } from '../../../src/model/parameters.ts';
import { NONE } from '../../../src/model/purposes.ts';
import { MOVE, REASON } from '../../../src/model/reasons.ts';
import { EVENT_CONTRIBUTIONS, EVENT_WIDTH, STATUS } from '../../../src/model/records.ts';
import type { World } from '../../../src/model/world.ts';
import { createStartedWorld, findSlots } from '../../support/model-world.ts';

const AGENTS = 4000;
/** Nobody does anything: each test turns on what it is about. */
const STILL: Partial<ParameterValues> = {
  'population.usersMillion': 340,
  'population.traditionalMillion': 0,
  'choice.reconsider': 0,
  'choice.lapse': 0,
  'dormancy.sleep': 0,
  'dormancy.wake': 0,
  'dormancy.leave': 0,
};

/** Users alike in all that this step reads, with one account at broker 0 and no friends online, after one month of it. */
function reconsider(values: Partial<ParameterValues> = {}, change: (world: World) => void = () => {}): World {
  const world = createStartedWorld({ agents: AGENTS, values: { ...STILL, ...values } });
  const { investors } = world;
  investors.status.fill(STATUS.active);
  investors.main.fill(0);
  investors.second.fill(NONE);
  investors.third.fill(NONE);
  investors.shown.fill(NONE);
  investors.restless.fill(1);
  investors.satisfaction.fill(0.5);
  investors.engagement.fill(0);
  investors.family.fill(0);
  investors.return12.fill(0);
  change(world);
  prepareOffers(world);
  reconsiderBrokers(world, 0, world.agents);
  return world;
}

/** Events as plain objects. */
function readRows({ events }: World) {
  return Array.from({ length: events.count }, (_, row) => {
    const cells = events.rows.subarray(row * EVENT_WIDTH, (row + 1) * EVENT_WIDTH);
    const [investor, move, from, to, reason] = cells;
    const contributions = cells.subarray(EVENT_CONTRIBUTIONS);
    return { investor, move, from, to, reason, gap: cells[9], contributions };
  });
}

/** Whether a count is what a monthly hazard makes of all people, within four standard errors. */
function expectHazard(count: number, yearly: number, among = AGENTS): void {
  const p = 1 - Math.exp(-yearly / 12);
  expect(Math.abs(count - among * p)).toBeLessThan(4 * Math.sqrt(among * p * (1 - p)));
}

test('without hazards nothing happens', () => {
  const world = reconsider();
  expect(world.events.count).toBe(0);
  expect(sumOf(world.tally.closings) + sumOf(world.tally.openingsFurther)).toBe(0);
});

describe('falling asleep', () => {
  const asleep = (change?: (world: World) => void) => reconsider({ 'dormancy.sleep': 1.2 }, change).flow.dormancies[0];

  test('has the stated hazard for somebody middling', () => expectHazard(asleep(), 1.2));

  test('is likelier after losses, for the dissatisfied and in falling markets, less so for the engaged', () => {
    const base = asleep();
    expect(asleep(({ investors }) => investors.return12.fill(-0.2))).toBeGreaterThan(base);
    expect(asleep(({ investors }) => investors.satisfaction.fill(0.2))).toBeGreaterThan(base);
    expect(asleep(({ market }) => market.return12.fill(-0.3))).toBeGreaterThan(base);
    expect(asleep(({ investors }) => investors.engagement.fill(0.8))).toBeLessThan(base);
  });

  test('names its strongest push as reason, and chance when nothing pushes', () => {
    const reasonOf = (change?: (world: World) => void) => {
      const reasons = new Set(readRows(reconsider({ 'dormancy.sleep': 1.2 }, change)).map(({ reason }) => reason));
      expect(reasons.size).toBe(1);
      return [...reasons][0];
    };
    expect(reasonOf()).toBe(REASON.chance);
    expect(reasonOf(({ investors }) => investors.return12.fill(-0.3))).toBe(REASON.losses);
    expect(reasonOf(({ investors }) => investors.satisfaction.fill(0.1))).toBe(REASON.dissatisfaction);
    expect(reasonOf(({ market }) => market.return12.fill(-0.5))).toBe(REASON.market);
  });
});

describe('waking up', () => {
  const woken = (change: (world: World) => void = () => {}) =>
    reconsider({ 'dormancy.wake': 1, 'dormancy.wakeService': 0.5 }, (world) => {
      world.investors.status.fill(STATUS.dormant);
      world.brokers.service.fill(0);
      change(world);
    }).flow.wakings[0];

  test('has the stated hazard without service, and e^.5 times it with all of it', () => {
    expectHazard(woken(), 1);
    expectHazard(
      woken(({ brokers }) => brokers.service.fill(1)),
      Math.exp(0.5),
    );
  });

  test('and e^.2 times it with a wake-up campaign at full effort', () => {
    expectHazard(
      woken(({ programmes }) => programmes.wakeUp.fill(1)),
      Math.exp(0.2),
    );
  });

  test('is likelier in rising markets', () => {
    expect(woken(({ market }) => market.return12.fill(0.4))).toBeGreaterThan(woken());
  });

  test('and falling asleep do not happen to one person in one month', () => {
    const rows = readRows(
      reconsider({ 'dormancy.wake': 12, 'dormancy.sleep': 12 }, ({ investors }) =>
        investors.status.fill(STATUS.dormant, 0, 2000),
      ),
    );
    expect(new Set(rows.map(({ investor }) => investor)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(1000);
  });
});

describe('leaving', () => {
  const left = (change?: (world: World) => void) => reconsider({ 'dormancy.leave': 1 }, change).flow.leavers[0];

  test('has .6 of the stated hazard awake, 1.6 asleep', () => {
    expectHazard(left(), 0.6);
    expectHazard(
      left(({ investors }) => investors.status.fill(STATUS.dormant)),
      1.6,
    );
  });

  test('is likelier for the restless and after losses; engagement and friends at the broker hold people', () => {
    const base = left();
    expect(left(({ investors }) => investors.restless.fill(2))).toBeGreaterThan(base);
    expect(left(({ investors }) => investors.return12.fill(-0.3))).toBeGreaterThan(base);
    expect(left(({ investors }) => investors.engagement.fill(1))).toBeLessThan(base);
    // All friends here: e^−3 of it at the shipped value.
    expect(left(({ investors }) => investors.shown.fill(0))).toBeLessThan(base / 4);
  });

  test('ends every account and takes all money out', () => {
    const world = reconsider({ 'dormancy.leave': 2 }, ({ investors }) => {
      investors.second.fill(1);
      investors.third.fill(2);
      investors.assetsCents.fill(100_00);
    });
    const { investors, tally, flow } = world;
    const gone = findSlots(world, (i) => investors.status[i] === STATUS.left);
    expect(gone).toHaveLength(flow.leavers[0]);
    expect(gone.length).toBeGreaterThan(100);
    expect(gone.every((i) => countAccounts(world, i) === 0 && investors.assetsCents[i] === 0)).toBe(true);
    expect([...tally.closings]).toEqual([gone.length, gone.length, gone.length]);
    expect([...tally.lost]).toEqual([gone.length, 0, 0]);
    expect(flow.withdrawalCents[0]).toBe(gone.length * 100_00);
  });
});

describe('looking round', () => {
  /** Everybody who looks and finds broker 1 thinks it overwhelming; nobody wants broker 2. */
  const tempt = ({ brokers }: World) => brokers.reputation.set([0, 40, -40]);
  const SURE: Partial<ParameterValues> = { 'entry.funding': 4, 'entry.fundingEase': 6 };
  const look = (values: Partial<ParameterValues> = {}, change: (world: World) => void = () => {}) =>
    reconsider({ 'choice.reconsider': 1, 'choice.reconsiderVoice': 0, ...SURE, ...values }, (world) => {
      tempt(world);
      change(world);
    });

  test('has the stated hazard, .8 of it for people without friends elsewhere, and opens an account first', () => {
    const { tally } = look({ 'choice.considered': 8, 'choice.goodwillExponent': 0 });
    // Eight draws of three brokers miss broker 1 with (2/3)^8 = 4 %.
    expect(tally.openingsFurther[1]).toBeLessThanOrEqual(AGENTS * (1 - Math.exp(-0.8 / 12)) * 1.2);
    expectHazard(tally.openingsFurther[1] / (1 - (2 / 3) ** 8), 0.8);
  });

  test('is raised by dissatisfaction, losses, friends elsewhere and loud rivals; damped by engagement and sleep', () => {
    const opened = (values: Partial<ParameterValues>, change?: (world: World) => void) =>
      sumOf(look(values, change).tally.openingsFurther);
    const base = opened({});
    expect(opened({}, ({ investors }) => investors.satisfaction.fill(0.2))).toBeGreaterThan(base);
    expect(opened({}, ({ investors }) => investors.return12.fill(-0.5))).toBeGreaterThan(base);
    expect(opened({}, ({ investors }) => investors.shown.fill(1))).toBeGreaterThan(base);
    expect(opened({ 'choice.reconsiderVoice': 1 })).toBeGreaterThan(base);
    expect(opened({}, ({ investors }) => investors.engagement.fill(1))).toBeLessThan(base);
    expect(opened({}, ({ investors }) => investors.status.fill(STATUS.dormant))).toBeLessThan(base);
  });

  test('first gives a second account, which becomes the main one at the stated odds', () => {
    const world = look({ 'choice.mainFlip': 0.25 });
    const { flow, tally } = world;
    const n = flow.furtherAccounts[0];
    expect(n).toBe(sumOf(tally.funded));
    expect(n).toBeGreaterThan(100);
    expect(Math.abs(flow.switches[0] / n - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / n));
    const moves = readRows(world);
    expect(moves.filter(({ move }) => move === MOVE.switch)).toHaveLength(flow.switches[0]);
    expect(moves.filter(({ move }) => move === MOVE.addSecond)).toHaveLength(n - flow.switches[0]);
    expect(sumOf(tally.closings), 'nothing had to make way').toBe(0);
  });

  test('moves the main account at once to a broker where one has an account', () => {
    const world = look({}, ({ investors }) => investors.second.fill(1));
    const { investors, flow, tally } = world;
    expect(flow.switches[0]).toBeGreaterThan(100);
    const moved = findSlots(world, (i) => investors.main[i] === 1);
    expect(moved).toHaveLength(flow.switches[0]);
    expect(moved.every((i) => investors.second[i] === 0 && investors.advised[i] === 0)).toBe(true);
    expect(sumOf(tally.openingsFurther)).toBe(0);
  });

  test('with as many accounts as allowed, the last makes way and the new one becomes the main', () => {
    const full = look({ 'choice.mostAccounts': 2 }, ({ investors, brokers }) => {
      brokers.reputation.set([0, -40, 40]);
      investors.second.fill(1);
    });
    const moved = findSlots(full, (i) => full.investors.main[i] === 2);
    expect(moved.length).toBeGreaterThan(100);
    expect(moved.every((i) => full.investors.second[i] === 0 && full.investors.third[i] === NONE)).toBe(true);
    expect(full.tally.closings[1]).toBe(moved.length);
  });

  test('with a single account allowed, moving is closing the old one', () => {
    const world = look({ 'choice.mostAccounts': 1 });
    const moved = findSlots(world, (i) => world.investors.main[i] === 1);
    expect(moved.length).toBeGreaterThan(100);
    expect(moved.every((i) => countAccounts(world, i) === 1)).toBe(true);
    expect([...world.tally.closings]).toEqual([moved.length, 0, 0]);
  });

  test('is stopped by a switching cost, and more so by products held; a first further account is not', () => {
    const switched = (values: Partial<ParameterValues>, products: number) =>
      reconsider({ 'choice.reconsider': 12, 'choice.reconsiderVoice': 0, ...values }, ({ investors }) => {
        investors.second.fill(1);
        investors.products.fill(products);
      }).flow.switches[0];
    const free = { 'choice.inertia': 0, 'choice.inertiaProducts': 0 };
    expect(switched({ ...free, 'choice.inertia': 3 }, 0)).toBeLessThan(switched(free, 0));
    expect(switched({ ...free, 'choice.inertiaProducts': 1 }, 3)).toBeLessThan(
      switched({ ...free, 'choice.inertiaProducts': 1 }, 0),
    );
    const opened = (inertia: number) =>
      sumOf(reconsider({ 'choice.reconsider': 12, 'choice.inertia': inertia }).tally.openingsFurther);
    expect(opened(6)).toBe(opened(0));
    expect(opened(0)).toBeGreaterThan(100);
  });

  test('every choice is recorded with contributions that add up to its gap', () => {
    const rows = readRows(look({ 'choice.mainFlip': 0.5 }));
    expect(rows.length).toBeGreaterThan(100);
    for (const { contributions, gap, reason, from, to } of rows) {
      expect(from).toBe(0);
      expect(to).toBe(1);
      expect(reason).toBe(REASON.trust);
      // Single precision, ten terms of order 60.
      expect(sumOf(contributions)).toBeCloseTo(gap, 3);
      expect(gap).toBeGreaterThan(0);
    }
  });
});

test('further accounts lapse at their hazard, the third before the second', () => {
  const world = reconsider({ 'choice.lapse': 1 }, ({ investors }) => {
    investors.second.fill(1);
    investors.third.fill(2, 0, 2000);
  });
  const { tally, investors } = world;
  // Linear in the month: 1/12.
  const p = 1 / 12;
  for (const b of [1, 2])
    expect(Math.abs(tally.closings[b] - 2000 * p)).toBeLessThan(4 * Math.sqrt(2000 * p * (1 - p)));
  expect(tally.closings[0]).toBe(0);
  expect(findSlots(world, (i) => investors.second[i] === NONE && investors.third[i] !== NONE)).toEqual([]);
});

describe('contributions of a move that compares no brokers', () => {
  /** Somebody in a state that every reason has a part in. */
  const stir = ({ investors, market }: World) => {
    investors.return12.fill(-0.2);
    investors.satisfaction.fill(0.4);
    investors.engagement.fill(0.3);
    investors.restless.fill(1.5);
    investors.shown.fill(0);
    market.return12[0] = 0.1;
  };
  /** The one gap that all who moved have, and how many they were. */
  const readGap = (world: World, move: number) => {
    const rows = readRows(world).filter((row) => row.move === move);
    for (const { gap, contributions } of rows) {
      expect(gap).toBe(rows[0].gap);
      expect(sumOf(contributions)).toBeCloseTo(gap, 5);
    }
    return { gap: rows[0].gap, count: rows.length, part: (reason: number) => rows[0].contributions[reason] };
  };

  test('to leave: with them the hazard is a neutral person’s times e to their sum', () => {
    const values = { 'dormancy.leave': 0.8, 'dormancy.leaveFriends': 0.5 };
    const { gap, count, part } = readGap(reconsider(values, stir), MOVE.leave);
    // Awake and neutral people leave at 0.6 of the stated hazard.
    expectHazard(count, 0.8 * 0.6 * Math.exp(gap));
    expect(part(REASON.losses)).toBeCloseTo(1.5 * 0.2, 5);
    expect(part(REASON.engagement)).toBeCloseTo(-0.6 * 0.3, 5);
    expect(part(REASON.friends)).toBeCloseTo(-0.5, 5);
    expect(part(REASON.chance)).toBeCloseTo(Math.log(1.5), 5);
    expect(part(REASON.dormancy)).toBe(0);
  });

  test('to leave asleep: dormancy is a reason', () => {
    const { gap, count, part } = readGap(
      reconsider({ 'dormancy.leave': 0.8, 'dormancy.leaveFriends': 0.5 }, (world) => {
        stir(world);
        world.investors.status.fill(STATUS.dormant);
      }),
      MOVE.leave,
    );
    expect(part(REASON.dormancy)).toBeCloseTo(Math.log(1.6 / 0.6), 5);
    expectHazard(count, 0.8 * 0.6 * Math.exp(gap));
  });

  test('to fall asleep', () => {
    const { gap, count, part } = readGap(reconsider({ 'dormancy.sleep': 0.9 }, stir), MOVE.dormant);
    expectHazard(count, 0.9 * Math.exp(gap));
    expect(part(REASON.market)).toBeLessThan(0);
    expect(part(REASON.losses)).toBeGreaterThan(0);
  });

  test('to wake', () => {
    const { gap, count, part } = readGap(
      reconsider({ 'dormancy.wake': 0.9 }, (world) => {
        stir(world);
        world.investors.status.fill(STATUS.dormant);
      }),
      MOVE.wake,
    );
    expectHazard(count, 0.9 * Math.exp(gap));
    expect(part(REASON.market)).toBeGreaterThan(0);
  });
});
