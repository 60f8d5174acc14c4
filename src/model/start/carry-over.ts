import { pow } from '../../core/math.ts';
import type { ModelInputs } from '../inputs.ts';
import { allocateState, type StateTables } from '../state.ts';
import { readMonth, type World } from '../world.ts';

type Columns = Readonly<Record<string, Float64Array>>;

/** Counted anew in every run. */
const BEGUN_ANEW: readonly string[] = ['tally', 'flow', 'cohorts', 'departures'];
/** A row a month and broker: the rows of a month lie together, whatever the number of brokers. */
const BY_MONTH: readonly string[] = ['ledger', 'history'];

/**
 * Takes over people, ties, market and brokers from the end of another run. Brokers of that run come first in this one,
 * in the same order; rows of others stay empty.
 * @throws RangeError when the state is not one of `history`, or does not end where this run begins
 */
export function carryOver(world: World, history: ModelInputs, end: ArrayBufferLike): void {
  const { tables } = allocateState(history, end);
  for (const [name, table] of Object.entries(tables)) {
    if (BEGUN_ANEW.includes(name)) continue;
    const mine = world[name as keyof StateTables] as unknown as Columns;
    for (const [column, values] of Object.entries(table as unknown as Columns)) {
      if (BY_MONTH.includes(name)) copyByMonth(mine[column], world.brokerCount, values, history.brokers.length);
      else mine[column].set(values);
    }
  }
  if (readMonth(world) !== world.inputs.startMonth) {
    throw new RangeError(
      `the history ends before month ${readMonth(world)}, the run begins in ${world.inputs.startMonth}`,
    );
  }
  // Fixed cost is stated for the start of a run and grows from there.
  const growth = pow(1 + history.values['accounts.fixedGrowth'], history.months / 12);
  for (let b = 0; b < world.brokerCount; b++) world.brokers.fixedBn[b] *= growth;
}

function copyByMonth(mine: Float64Array, brokers: number, old: Float64Array, oldBrokers: number): void {
  for (let from = 0, to = 0; from < old.length; from += oldBrokers, to += brokers) {
    mine.set(old.subarray(from, from + oldBrokers), to);
  }
}
