import { pow } from '../../core/math.ts';
import type { ModelInputs } from '../inputs.ts';
import { allocateState, MONTHS_REMEMBERED, type StateTables } from '../state.ts';
import { readMonth, type World } from '../world.ts';

type Columns = Readonly<Record<string, Float64Array>>;

/** Counted anew in every run; the ledger is a ring by broker and goes by its own way. */
const BEGUN_ANEW: readonly (keyof StateTables)[] = ['tally', 'flow', 'cohorts', 'ledger'];

/**
 * Takes over people, ties, market and brokers from the end of another run. Brokers of that run come first in this one,
 * in the same order; rows of others stay empty.
 * @throws RangeError when the state is not one of `history`, or does not end where this run begins
 */
export function carryOver(world: World, history: ModelInputs, end: ArrayBufferLike): void {
  const { tables } = allocateState(history, end);
  for (const [name, table] of Object.entries(tables)) {
    if (BEGUN_ANEW.includes(name as keyof StateTables)) continue;
    const mine = world[name as keyof StateTables] as unknown as Columns;
    for (const [column, values] of Object.entries(table as unknown as Columns)) mine[column].set(values);
  }
  if (readMonth(world) !== world.inputs.startMonth) {
    throw new RangeError(
      `the history ends before month ${readMonth(world)}, the run begins in ${world.inputs.startMonth}`,
    );
  }
  carryLedger(world, tables.ledger, history.brokers.length);
  // Fixed cost is stated for the start of a run and grows from there.
  const growth = pow(1 + history.values['accounts.fixedGrowth'], history.months / 12);
  for (let b = 0; b < world.brokerCount; b++) world.brokers.fixedBn[b] *= growth;
}

function carryLedger({ ledger, brokerCount }: World, old: StateTables['ledger'], brokers: number): void {
  for (let month = 0; month < MONTHS_REMEMBERED; month++) {
    for (let b = 0; b < brokers; b++) {
      ledger.revenueCents[month * brokerCount + b] = old.revenueCents[month * brokers + b];
      ledger.profitCents[month * brokerCount + b] = old.profitCents[month * brokers + b];
    }
  }
}
