import { expect, test } from 'vitest';
import { averageRows } from '../../../src/experiment/calibration/ensemble.ts';
import { averageOverSeeds, estimateSeedVariance } from '../../../src/experiment/calibration/loss.ts';
import { type FittedParameter, listFitted, toCoordinate } from '../../../src/experiment/calibration/priors.ts';
import {
  drawPrior,
  type Evaluate,
  listStageSeeds,
  searchPosterior,
} from '../../../src/experiment/calibration/search.ts';
import type { Measure } from '../../../src/experiment/measure.ts';
import { createOrderPlayer } from '../../../src/experiment/run-order.ts';
import { PARAMETERS } from '../../../src/model/parameters.ts';
import { createSimulation } from '../../../src/model/simulation.ts';
import { loadShippedInputs } from '../../support/shipped-inputs.ts';

/** What the figures were made with: away from the defaults and from the middle of the priors. */
const TRUTH: Readonly<Record<string, number>> = {
  'entry.conversion': -2.1,
  'trading.rate': 3.5,
  'dormancy.sleep': 0.65,
  'brokers.priceTrend': -0.14,
};
const MEASURES: Measure[] = [
  { metric: 'conversion' },
  { metric: 'tradesPerActive' },
  { metric: 'monthlyActive' },
  // The trend has moved the price of the last month twice as far as the mean of the year.
  { metric: 'commissionBp', from: '2020-01' },
];
const FITTED: FittedParameter[] = listFitted(PARAMETERS).filter(({ key }) => key in TRUTH);

const INPUTS = loadShippedInputs('history-2019-2024', { agents: 1200, months: 13 });
/** With half as many the ensemble shrinks faster than what it knows: small ensembles understate their spread. */
const MEMBERS = 32;
const play = createOrderPlayer(createSimulation);

const evaluate: Evaluate = async (_, sets, seeds) =>
  sets.map((set) => {
    const inputs = { ...INPUTS, values: { ...INPUTS.values, ...set } };
    return seeds.map((seed) => {
      const report = play({ inputs, seed, measures: MEASURES });
      if (!report.ok) throw new Error(report.error);
      return report.values.map(([figure]) => figure);
    });
  });

test('finds the parameters that synthetic figures were made with', { timeout: 180_000 }, async () => {
  const made = await evaluate('truth', [TRUTH], listStageSeeds('truth', 8), 1);
  const figures = averageOverSeeds(made)[0];
  // Each figure can bear what chance does to a mean of eight runs; what it does to one of two is added by the search.
  const tolerances = estimateSeedVariance(made, MEASURES.length).map(Math.sqrt);
  const targets = figures.map((value, k) => ({ id: `${k}`, value, tolerance: tolerances[k], weight: 1 }));
  const { end } = await searchPosterior(
    { points: drawPrior(MEMBERS, FITTED.length), temperature: 0 },
    { fitted: FITTED, targets, evaluate },
    { seeds: 2, generations: 4 },
    'recovery',
    () => {},
  );
  const means = averageRows(end.points);
  for (const [d, { key, prior }] of FITTED.entries()) {
    const spread = Math.sqrt(end.points.reduce((sum, point) => sum + (point[d] - means[d]) ** 2, 0) / (MEMBERS - 1));
    // In coordinates the prior has a spread of 1: the figures say something about each of these parameters,
    expect(spread, key).toBeLessThan(0.5);
    // and the truth lies in its interval: 2.5 standard deviations hold four parameters at once 95 times in a hundred.
    expect(Math.abs(means[d] - toCoordinate(TRUTH[key], prior)), key).toBeLessThan(2.5 * spread);
  }
});
