import { ln } from '../../core/math.ts';
import { CONTRIBUTION_COUNT, REASON, type Reason } from '../reasons.ts';
import { STATUS } from '../records.ts';
import type { World } from '../world.ts';
import { computeRelief, computeWakeUp } from './contacts.ts';

/*
 * Why somebody fell asleep, woke or left: the log of their hazard over a neutral person’s, split by reason (see `REASONS`).
 * The factors are those of moves.ts; only people who do move are explained.
 */

/** Leaving is likelier while asleep (trial.md §1). */
export const LEAVE_AWAKE = 0.6;
export const LEAVE_DORMANT = 1.6;
/** Satisfaction and the market move waking by half as much as sleep. */
export const DORMANT_WAKING = 0.5;

const ASLEEP = ln(LEAVE_DORMANT / LEAVE_AWAKE);

/** Splits the hazard of leaving, in `choice.pushes`. @param hold of friends and family at the broker, log @returns the main reason */
export function explainLeaving(world: World, i: number, hold: number): number {
  const { investors, values, choice } = world;
  return explain(choice.pushes, {
    losses: -values['dormancy.leaveReturns'] * investors.return12[i],
    dissatisfaction: values['dormancy.satisfaction'] * (0.5 - investors.satisfaction[i]),
    dormancy: investors.status[i] === STATUS.dormant ? ASLEEP : 0,
    engagement: -values['dormancy.leaveEngagement'] * investors.engagement[i],
    friends: -hold,
    inertia: -values['programmes.growthHold'] * investors.growth[i],
    service: -computeRelief(world, i),
    chance: ln(investors.restless[i]),
  });
}

/** Splits the hazard of falling asleep. Boredom, which is chance here, is the main reason when nothing pushes. */
export function explainSleep({ investors, values, market, choice }: World, i: number): number {
  return explain(choice.pushes, {
    losses: -values['dormancy.returns'] * investors.return12[i],
    dissatisfaction: values['dormancy.satisfaction'] * (0.5 - investors.satisfaction[i]),
    market: -values['dormancy.market'] * market.return12[0],
    engagement: -values['dormancy.engagement'] * investors.engagement[i],
  });
}

/** Splits the hazard of waking: being content with the broker counts as its service. */
export function explainWaking(world: World, i: number): number {
  const { investors, brokers, values, market, choice } = world;
  const main = investors.main[i];
  const content = DORMANT_WAKING * values['dormancy.satisfaction'] * (investors.satisfaction[i] - 0.5);
  return explain(choice.pushes, {
    service: values['dormancy.wakeService'] * brokers.service[main] + computeWakeUp(world, i) + content,
    market: DORMANT_WAKING * values['dormancy.market'] * market.return12[0],
  });
}

/** Writes the contributions. @returns the largest that is not chance, or chance when nothing else speaks for the move */
function explain(pushes: Float64Array, parts: Partial<Record<Reason, number>>): number {
  for (let c = 0; c < CONTRIBUTION_COUNT; c++) pushes[c] = 0;
  let main: number = REASON.chance;
  let most = 0;
  for (const key in parts) {
    const code = REASON[key as Reason];
    pushes[code] = parts[key as Reason] ?? 0;
    if (code === REASON.chance || pushes[code] <= most) continue;
    most = pushes[code];
    main = code;
  }
  return main;
}
