import { sumOf } from '../../core/sum.ts';
import type { World } from '../world.ts';
import { divide } from './divide.ts';

/** How advice was given in the month. @param b position, or −1 for the market */
export function readAdvice({ brokers, advisory, tally, peoplePerAgent }: World, b: number) {
  const read = (column: Float64Array) => (b === -1 ? sumOf(column) : column[b]);
  const cases = read(advisory.cases);
  const handed = read(advisory.handed);
  const unanswered = read(advisory.unanswered);
  return {
    adviceShare: divide(read(brokers.adviceUsers), read(brokers.users)),
    adviceCases: cases,
    adviceByHumans: divide(handed, cases),
    adviceAnswered: 1 - divide(unanswered, unanswered + cases - handed + read(advisory.served)),
    adviceWait: divide(read(advisory.queue), handed),
    adviceErrorRate: divide(read(tally.adviceErrors) * peoplePerAgent, cases - handed),
  };
}
