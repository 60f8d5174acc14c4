import { describe, expect, test } from 'vitest';
import type { BrokerInput } from '../../src/model/inputs.ts';
import { PROGRAMMES } from '../../src/model/inputs.ts';
import { DECISION, DECISION_REASON } from '../../src/model/reasons.ts';
import { DECISION_COLUMNS } from '../../src/model/records.ts';
import { createBroker, createMarket } from '../support/model-world.ts';
import { compareRuns, playRuns, type Run, readBroker, sumMonths } from '../support/paired-runs.ts';

/* Showcase technology (M51) at a small broker, and what a pilot with a return gate (M52) spares it. */
// holds: showcase, returnGate
const MONTHS = 36;
const SEEDS = 8;
const SURE = 3;

function createShow(changes: Partial<BrokerInput>) {
  return createMarket({
    agents: 2000,
    months: MONTHS,
    brokers: [createBroker('a', { share: 0.2, ...changes }), createBroker('b', { share: 0.8 })],
    values: { 'regulator.inspection': 0 },
  });
}

const without = playRuns(createShow({}), SEEDS);
const planned = playRuns(createShow({ showcase: 1 }), SEEDS);
const herd = playRuns(createShow({ showcase: 1, rollout: 'herd' }), SEEDS);
const gated = playRuns(createShow({ showcase: 1, rollout: 'gate' }), SEEDS);

const sumOfA = (metric: Parameters<typeof readBroker>[2]) => (run: Run) =>
  sumMonths(run, (record) => readBroker(record, 0, metric));

/** Decisions of the first broker on programmes: what, on which, why. */
function listDecisions({ records }: Run) {
  const width = DECISION_COLUMNS.length;
  return records.flatMap(({ month, decisions }) =>
    Array.from({ length: decisions.length / width }, (_, row) => decisions.subarray(row * width, (row + 1) * width))
      .filter(([broker, decision]) => broker === 0 && decision >= DECISION.pilot)
      .map(([, decision, subject, reason]) => ({ month, decision, programme: PROGRAMMES[subject], reason })),
  );
}

describe('showcase technology', () => {
  test('is used by fewer than one client in ten, one in twenty in the mean, and by next to none after a year and a half', () => {
    const use = (month: number) => planned.map((run) => readBroker(run.records[month], 0, 'showcaseUse'));
    expect(Math.max(...use(1))).toBeLessThan(0.2);
    expect(use(1).reduce((sum, share) => sum + share, 0) / SEEDS).toBeLessThan(0.1);
    expect(Math.max(...use(18))).toBeLessThan(0.01);
  });

  test('loses money: it brings less than a fifth of what it costs', () => {
    const spent = compareRuns(without, planned, sumOfA('costProgrammes'));
    const earned = compareRuns(without, planned, sumOfA('profit'));
    expect(spent.t).toBeGreaterThan(SURE);
    expect(earned.mean).toBeLessThan(-0.8 * spent.mean);
  });

  test('leaves nothing: after three years no more clients are awake', () => {
    const awake = compareRuns(without, planned, ({ records }) => readBroker(records[MONTHS], 0, 'monthlyActive'));
    expect(Math.abs(awake.mean)).toBeLessThan(0.01);
  });
});

describe('who follows the herd', () => {
  test('carries the whole cost for a year, then stops', () => {
    for (const run of herd) {
      expect(listDecisions(run)).toEqual([
        { month: 1, decision: DECISION.rollOut, programme: 'showcase', reason: DECISION_REASON.fashion },
        { month: 13, decision: DECISION.stop, programme: 'showcase', reason: DECISION_REASON.loses },
      ]);
    }
  });
});

describe('a pilot with a return gate', () => {
  test('stops showcase technology after two quarters, and spares nine tenths of what the herd loses', () => {
    const stopped = gated.filter((run) => listDecisions(run).at(-1)?.reason === DECISION_REASON.loses);
    expect(stopped.length).toBeGreaterThanOrEqual(SEEDS - 1);
    for (const run of stopped) {
      expect(listDecisions(run)).toEqual([
        { month: 1, decision: DECISION.pilot, programme: 'showcase', reason: DECISION_REASON.unknown },
        { month: 7, decision: DECISION.stop, programme: 'showcase', reason: DECISION_REASON.loses },
      ]);
    }
    const loss = (runs: readonly Run[]) => compareRuns(without, runs, sumOfA('costProgrammes')).mean;
    expect(loss(gated)).toBeLessThan(0.1 * loss(herd));
  });

  test('lets pass what works: wake-up campaigns are rolled out', () => {
    for (const run of playRuns(createShow({ wakeUp: 1, rollout: 'gate' }), 4)) {
      expect(listDecisions(run)).toEqual([
        { month: 1, decision: DECISION.pilot, programme: 'wakeUp', reason: DECISION_REASON.unknown },
        { month: 7, decision: DECISION.rollOut, programme: 'wakeUp', reason: DECISION_REASON.pays },
        { month: 19, decision: DECISION.rollOut, programme: 'wakeUp', reason: DECISION_REASON.pays },
      ]);
    }
  });
});
