import { DECISION_COLUMNS } from '../records.ts';
import { readMonth, type World } from '../world.ts';

/** What brokers decided in the month just completed, in order of broker. Without a strategy that decides, nothing. */
export function observeDecisions(world: World): Float32Array {
  const { strategies, brokerCount } = world;
  const month = readMonth(world) - 1;
  const rows: number[] = [];
  for (let b = 0; b < brokerCount; b++) {
    if (strategies.decidedMonth[b] !== month) continue;
    rows.push(...DECISION_COLUMNS.map((column) => (column === 'broker' ? b : strategies[column][b])));
  }
  return Float32Array.from(rows);
}
