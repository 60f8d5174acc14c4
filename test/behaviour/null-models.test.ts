import { mean } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { findNullModel } from '../../src/experiment/null-models.ts';
import type { ParameterValues } from '../../src/model/parameters.ts';
import { NONE } from '../../src/model/purposes.ts';
import { MOVE, REASON } from '../../src/model/reasons.ts';
import { EVENT_WIDTH } from '../../src/model/records.ts';
import { stepMonth } from '../../src/model/schedule.ts';
import { initialiseWorld } from '../../src/model/simulation.ts';
import { createWorld, type World } from '../../src/model/world.ts';
import { measureClustering } from '../support/clustering.ts';
import { loadBuiltInputs } from '../support/shipped-inputs.ts';

/*
 * Null models (independent.md §7): the history run without one structure must lose the pattern that the structure is there
 * for, and the full model must show it. Patterns are read off the people themselves.
 */
const base = loadBuiltInputs('history-2019-2024', { agents: 10_000 });
const SEEDS = ['null 0', 'null 1', 'null 2'];

/** What a whole run shows. */
interface Patterns {
  /** Hazard of switching or leaving of those who have been users for over six years, by that of the second year. */
  readonly lateHazard: number;
  /** Friends at the same broker, over chance among people of their kind. */
  readonly clustering: number;
  /** Changes of the main broker a user, in the last year. */
  readonly switches: number;
  /** Share of the ten largest brokers at the end. */
  readonly cr10: number;
  readonly usersMillion: number;
  /** Share of last year’s trading that the heaviest fifth of users did. */
  readonly heaviestFifth: number;
}

function play(values: Partial<ParameterValues>, seed: string): Patterns {
  const world = createWorld({ ...base, values: { ...base.values, ...values } }, seed);
  initialiseWorld(world);
  const exits = { early: 0, late: 0 };
  const exposed = { early: 0, late: 0 };
  let switches = 0;
  for (let month = 0; month < base.months; month++) {
    const since = world.investors.userSince.slice();
    const now = world.market.month[0];
    const bandOf = (slot: number) => bandTenure(now - since[slot]);
    for (let i = 0; i < world.agents; i++) {
      const band = world.investors.main[i] === NONE ? null : bandOf(i);
      if (band !== null && month >= 24) exposed[band]++;
    }
    stepMonth(world);
    for (const [slot, move, , , reason] of listEvents(world)) {
      const isOwnMove = reason !== REASON.closure && reason !== REASON.lifecycle;
      if ((move !== MOVE.switch && move !== MOVE.leave) || !isOwnMove) continue;
      if (move === MOVE.switch && month >= base.months - 12) switches++;
      const band = bandOf(slot);
      if (band !== null && month >= 24) exits[band]++;
    }
  }
  return { ...readEnd(world, switches), lateHazard: exits.late / exposed.late / (exits.early / exposed.early) };
}

/** Bands of tenure in months that are compared. */
function bandTenure(tenure: number): 'early' | 'late' | null {
  if (tenure >= 72) return 'late';
  return tenure >= 12 && tenure < 24 ? 'early' : null;
}

function listEvents({ events }: World): Float32Array[] {
  return Array.from({ length: events.count }, (_, row) =>
    events.rows.subarray(row * EVENT_WIDTH, (row + 1) * EVENT_WIDTH),
  );
}

function readEnd(world: World, switches: number): Omit<Patterns, 'lateHazard'> {
  const users = world.brokers.users.reduce((sum, count) => sum + count, 0);
  const largest = [...world.brokers.users].sort((a, b) => b - a).slice(0, 10);
  const turnover = [...world.investors.yearTurnover]
    .filter((_, i) => world.investors.main[i] !== NONE)
    .sort((a, b) => b - a);
  const total = turnover.reduce((sum, value) => sum + value, 0);
  const heaviest = turnover.slice(0, Math.round(turnover.length / 5)).reduce((sum, value) => sum + value, 0);
  return {
    clustering: measureClustering(world),
    switches: switches / users,
    cr10: largest.reduce((sum, count) => sum + count, 0) / users,
    usersMillion: (users * world.peoplePerAgent) / 1e6,
    heaviestFifth: heaviest / total,
  };
}

function playAll(values: Partial<ParameterValues>): Patterns {
  const runs = SEEDS.map((seed) => play(values, seed));
  const average = (key: keyof Patterns) => mean(runs.map((run) => run[key]));
  return {
    lateHazard: average('lateHazard'),
    clustering: average('clustering'),
    switches: average('switches'),
    cr10: average('cr10'),
    usersMillion: average('usersMillion'),
    heaviestFifth: average('heaviestFifth'),
  };
}

const full = playAll({});

test('the full model shows all of them', () => {
  // In the first year everybody is awake and content; from the second on the restless leave first (E39).
  expect(full.lateHazard).toBeLessThan(0.95);
  expect(full.clustering).toBeGreaterThan(1.25);
  // Inertia even where there is something to gain (E29): a few per cent a year change their main broker.
  expect(full.switches).toBeLessThan(0.08);
  expect(full.cr10).toBeGreaterThan(0.68);
  // A skewed turnover distribution (E26): a fifth of the people do two thirds of the trading.
  expect(full.heaviestFifth).toBeGreaterThan(0.6);
});

describe('without differences between people', () => {
  const alike = playAll(findNullModel('alike').set);

  test('the hazard of leaving no longer falls with tenure', () => {
    expect(alike.lateHazard).toBeGreaterThan(1);
  });

  test('trading is spread more evenly: what is left comes from horizon, risk tolerance and chance', () => {
    expect(alike.heaviestFifth).toBeLessThan(full.heaviestFifth - 0.08);
  });
});

// holds: wordOfMouth, friendsPull
describe('without the network', () => {
  const alone = playAll(findNullModel('alone').set);

  test('friends no longer cluster at brokers', () => {
    expect(Math.abs(alone.clustering - 1)).toBeLessThan(0.1);
  });

  test('fewer people come', () => {
    expect(alone.usersMillion).toBeLessThan(0.95 * full.usersMillion);
  });
});

describe('without inertia', () => {
  const free = playAll(findNullModel('restless').set);

  test('people change brokers every year', () => {
    expect(free.switches).toBeGreaterThan(0.9);
  });
});

describe('with price alone', () => {
  const cheapest = playAll(findNullModel('price-alone').set);

  test('the market does not concentrate as it did: prices are too alike to part brokers', () => {
    expect(cheapest.cr10).toBeLessThan(full.cr10 - 0.1);
  });

  test('fewer people come', () => {
    expect(cheapest.usersMillion).toBeLessThan(0.95 * full.usersMillion);
  });
});
