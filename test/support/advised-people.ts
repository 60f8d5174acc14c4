import type { ModelInputs } from '../../src/model/inputs.ts';
import { stepMonth } from '../../src/model/schedule.ts';
import { initialiseWorld } from '../../src/model/simulation.ts';
import { createWorld } from '../../src/model/world.ts';

/** What became of a person in a year. */
export interface PersonYear {
  readonly experience: number;
  readonly products: number;
  /** Sum of monthly returns net of everything. */
  readonly net: number;
  /** Deepest fall from a peak of the running sum. */
  readonly drawdown: number;
  readonly turnover: number;
}

/**
 * A year of everybody who is a user of the same broker at its start and end, with or without advice: everybody follows it from the
 * first month, or nobody does. Equal seeds give equal people, luck and market.
 */
export function followPeople(inputs: ModelInputs, seed: string, advised: 0 | 1): Map<number, PersonYear> {
  const world = createWorld({ ...inputs, values: { ...inputs.values, 'experience.adoption': 0 } }, seed);
  initialiseWorld(world);
  const { investors, agents } = world;
  const start = { main: investors.main.slice(), x: investors.experience.slice(), products: investors.products.slice() };
  investors.advised.fill(advised);
  const sums = new Float64Array(agents);
  const peaks = new Float64Array(agents);
  const falls = new Float64Array(agents);
  const turnover = new Float64Array(agents);
  for (let month = 0; month < 12; month++) {
    stepMonth(world);
    for (let i = 0; i < agents; i++) {
      sums[i] += investors.monthNet[i];
      turnover[i] += investors.assetsCents[i] > 0 ? investors.monthTurnoverCents[i] / investors.assetsCents[i] : 0;
      peaks[i] = Math.max(peaks[i], sums[i]);
      falls[i] = Math.max(falls[i], peaks[i] - sums[i]);
    }
  }
  const years = new Map<number, PersonYear>();
  for (let i = 0; i < agents; i++) {
    const stayed = start.main[i] < world.brokerCount && investors.main[i] === start.main[i];
    if (!stayed || investors.generation[i] > 0) continue;
    const { x, products } = { x: start.x[i], products: start.products[i] };
    years.set(i, { experience: x, products, net: sums[i], drawdown: falls[i], turnover: turnover[i] });
  }
  return years;
}
