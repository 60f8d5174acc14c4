import { readEvents } from '../events.ts';
import type { MonthRecord } from '../records.ts';
import { readMonth, type World } from '../world.ts';
import { observeDecisions } from './broker-decisions.ts';
import { observeBrokers } from './broker-figures.ts';
import { observeCohorts } from './cohort-figures.ts';
import { computeLifetimeValues } from './lifetime-value.ts';
import { observeMarket } from './market-figures.ts';
import { sumOutcomes } from './outcome-sums.ts';
import { observePeople } from './people-figures.ts';
import { observeSegments } from './segment-figures.ts';

/** Step 11: everything that is reported of the month just completed. Reads the state, changes nothing. */
export function observeMonth(world: World): MonthRecord {
  const people = observePeople(world);
  const sums = sumOutcomes(world);
  const values = computeLifetimeValues(world);
  return {
    month: readMonth(world) - world.inputs.startMonth,
    market: observeMarket(world, people, sums, values),
    brokers: observeBrokers(world, people, sums, values),
    segments: observeSegments(world),
    cohorts: observeCohorts(world),
    events: readEvents(world.events),
    decisions: observeDecisions(world),
  };
}
