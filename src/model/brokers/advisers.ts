import { betaCdf } from '../../core/beta.ts';
import type { ParameterValues } from '../parameters.ts';
import type { World } from '../world.ts';
import { readProgramme } from './programmes.ts';
import { readPlannedRevenueBn } from './revenue.ts';
import { BROKER_STATUS } from './status.ts';

/** An AI is never quite sure: its confidence needs two tails. */
const MOST_CONFIDENCE = 0.95;

/** What becomes of cases, as shares of all of them. */
export interface Routing {
  /** Below the boundary: a human adviser is to take over. */
  readonly human: number;
  /** Answered by the AI, and wrong to visible harm. */
  readonly wrong: number;
}

/**
 * Shares of cases that humans are to take over, and that the AI errs in. Its confidence c in a case is Beta distributed, with
 * a mean m that rises with capability; it answers from the boundary θ on and errs with `advice.errors` · (1 − c). With
 * P = P(c < θ) and c weighted by itself a Beta(a + 1, b), E[1 − c; c ≥ θ] = (1 − m) − (P − m · P₊).
 * @param capability of AI advice on [0, 1]
 */
export function routeCases(capability: number, values: ParameterValues): Routing {
  const raw = values['advice.confidence'] + values['advice.confidenceGain'] * capability;
  const mean = Math.min(MOST_CONFIDENCE, raw);
  const a = mean * values['advice.confidenceSpread'];
  const b = values['advice.confidenceSpread'] - a;
  const boundary = values['advice.boundary'];
  const human = betaCdf(boundary, a, b);
  const doubt = 1 - mean - (human - mean * betaCdf(boundary, a + 1, b));
  return { human, wrong: values['advice.errors'] * doubt };
}

/** Columns of cases: none where the broker does not operate. */
const CASE_COLUMNS = ['cases', 'handed', 'served', 'unanswered', 'queue'] as const;

/** A broker begins with nobody waiting. */
export function createAdvisory({ advisory }: World, b: number): void {
  for (const column of Object.values(advisory)) column[b] = 0;
  advisory.answered[b] = 1;
}

/**
 * Step 3: the cases that followers bring this month, counted in people, are answered by the AI, by human advisers within
 * their hours, or wait for the next month. Counts are whole, from the number of followers at the end of last month.
 */
export function adviseClients(world: World): void {
  const { brokers, advisory, values, brokerCount } = world;
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] !== BROKER_STATUS.operating) {
      for (const column of CASE_COLUMNS) advisory[column][b] = 0;
      continue;
    }
    const { human, wrong } = routeCases(brokers.advice[b], values);
    advisory.errorHazard[b] = (values['advice.cases'] / 12) * wrong;
    serveCases(world, b, human);
  }
}

function serveCases(world: World, b: number, human: number): void {
  const { brokers, advisory, values, peoplePerAgent } = world;
  const cases = Math.round((brokers.activeAdviceUsers[b] * peoplePerAgent * values['advice.cases']) / 12);
  const handed = Math.round(cases * human);
  const waiting = advisory.queue[b];
  const served = Math.min(waiting + handed, countCapacity(world, b));
  const left = waiting + handed - served;
  advisory.cases[b] = cases;
  advisory.handed[b] = handed;
  advisory.served[b] = served;
  advisory.unanswered[b] = left;
  advisory.queue[b] = Math.floor(left * (1 - values['advice.impatience']));
  advisory.answered[b] = cases + waiting > 0 ? (cases - handed + served) / (cases + waiting) : 1;
}

/** Cases that a broker’s human advisers can take a month: what the programme pays for, worth as much as its people can make of it. */
function countCapacity(world: World, b: number): number {
  const { values } = world;
  const paidCny =
    readProgramme(world, b, 'advisers') * values['programmes.advisersCost'] * readPlannedRevenueBn(world, b) * 1e9;
  const caseCny = values['advice.humanCaseCny'];
  return caseCny > 0 ? Math.floor(paidCny / 12 / caseCny) : 0;
}
