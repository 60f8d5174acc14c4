import { describe, expect, test } from 'vitest';
import { followPeople, type PersonYear } from '../support/advised-people.ts';
import { createBroker, createMarket } from '../support/model-world.ts';
import { compareRuns, estimate, playRuns, type Run, readBroker, sumMonths } from '../support/paired-runs.ts';
import { loadBuiltInputs } from '../support/shipped-inputs.ts';

/* AI advice and human advisers: what they do to the very people who follow them, and what brokers have to weigh. */
// holds: adviceDiversifies, humanBoundary, adviceErrors
const SURE = 4;

describe('a year of AI advice as good as the best of the start, in a flat market, for the same people with the same luck', () => {
  // Brokers have advice of .5 times their quality, and as many advisers as it takes.
  const SEEDS = 8;
  const base = loadBuiltInputs('projection-neutral', { months: 12, agents: 2000 });
  const inputs = {
    ...base,
    brokers: base.brokers.map((broker) => ({ ...broker, advice: 0.5 * broker.quality, advisers: 1 })),
    values: { ...base.values, 'programmes.advisersCost': 0.1 },
    realisedReturns: new Array(12).fill(0),
  };
  const pairs = Array.from({ length: SEEDS }, (_, k) =>
    ([0, 1] as const).map((advised) => followPeople(inputs, `advice ${k}`, advised)),
  );

  /** Mean over people of the difference that advice makes, seed by seed. */
  function compare(who: (person: PersonYear) => boolean, read: (person: PersonYear) => number) {
    return estimate(
      pairs.map(([without, advised]) => {
        const differences = [...advised].flatMap(([i, person]) => {
          const same = without.get(i);
          return same !== undefined && who(person) ? [read(person) - read(same)] : [];
        });
        return differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
      }),
    );
  }
  const isNovice = ({ experience }: PersonYear) => experience < 0.3;
  const isDiversified = ({ experience, products }: PersonYear) => experience >= 0.8 || products === 4;
  const loses = ({ net }: PersonYear) => (net < 0 ? 1 : 0);

  test('leaves novices one to three per cent more of their money', () => {
    const gain = compare(isNovice, ({ net }) => net);
    expect(gain.t).toBeGreaterThan(SURE);
    expect(gain.mean).toBeGreaterThan(0.01);
    expect(gain.mean).toBeLessThan(0.03);
  });

  test('makes fewer novices lose, by some three in a hundred: with less chance of their own, luck saves fewer', () => {
    const losing = compare(isNovice, loses);
    expect(losing.t).toBeLessThan(-SURE);
    expect(losing.mean).toBeLessThan(-0.01);
    expect(losing.mean).toBeGreaterThan(-0.06);
  });

  test('makes their deepest fall less deep, by a tenth to a half of the 8.3 points claimed (S122)', () => {
    const fall = compare(isNovice, ({ drawdown }) => drawdown);
    expect(fall.t).toBeLessThan(-SURE);
    expect(fall.mean).toBeLessThan(-0.1 * 0.083);
    expect(fall.mean).toBeGreaterThan(-0.5 * 0.083);
  });

  test('makes them trade less', () => {
    expect(compare(isNovice, ({ turnover }) => turnover).t).toBeLessThan(-SURE);
  });

  test('gives nothing to the diversified but its fee and its errors (E47)', () => {
    const net = compare(isDiversified, (person) => person.net);
    expect(net.mean).toBeLessThan(0);
    expect(net.mean).toBeGreaterThan(-0.005);
    const fall = compare(isDiversified, ({ drawdown }) => drawdown);
    expect(Math.abs(fall.mean)).toBeLessThan(0.005);
  });
});

describe('the boundary between AI and humans', () => {
  // Two equal brokers; everybody would follow advice. Errors are ten times as frequent, to be seen in 2,000 people.
  const MONTHS = 18;
  const SEEDS = 20;
  const play = (boundary: number, errors = 0.57, advisersCost = 0.01) =>
    playRuns(
      createMarket({
        agents: 2000,
        months: MONTHS,
        brokers: ['a', 'b'].map((id) => createBroker(id, { advice: 0.5, advisers: 0.5 })),
        values: {
          'advice.boundary': boundary,
          'advice.errors': errors,
          'programmes.advisersCost': advisersCost,
          'experience.adoption': 2,
          'experience.adoptionCeiling': 1,
          'regulator.inspection': 0,
        },
      }),
      SEEDS,
    );
  const [low, usual, high] = [play(0.5), play(0.7), play(0.95)];
  const staffed = play(0.95, 0.57, 0.1);
  const none = play(0.7, 0);
  const last = (metric: Parameters<typeof readBroker>[2]) => (run: Run) => readBroker(run.records[MONTHS], 0, metric);
  const errors = (run: Run) => sumMonths(run, (record) => readBroker(record, 0, 'adviceErrorRate'), 3) / (MONTHS - 2);

  test('trades errors for waiting as it rises', () => {
    for (const [lower, higher] of [
      [low, usual],
      [usual, high],
    ]) {
      expect(compareRuns(lower, higher, last('adviceByHumans')).mean).toBeGreaterThan(0.05);
      expect(compareRuns(lower, higher, errors).t).toBeLessThan(-SURE);
    }
    expect(compareRuns(low, high, last('adviceAnswered')).t).toBeLessThan(-SURE);
    expect(compareRuns(low, high, last('adviceWait')).t).toBeGreaterThan(SURE);
  });

  test('overload costs followers: with too few advisers a high boundary loses them', () => {
    expect(compareRuns(usual, high, last('adviceShare')).t).toBeLessThan(-SURE);
    expect(compareRuns(high, staffed, last('adviceAnswered')).t).toBeGreaterThan(SURE);
    expect(compareRuns(high, staffed, last('adviceShare')).t).toBeGreaterThan(SURE);
  });

  test('errors drive followers away', () => {
    expect(compareRuns(none, usual, last('adviceShare')).t).toBeLessThan(-SURE);
  });
});
