import { exp } from '../core/math.ts';
import { BROKER_STATUS } from '../model/brokers/status.ts';
import type { Decision, Lever, ModelInputs } from '../model/inputs.ts';
import { valueBrokers } from '../model/investors/choice.ts';
import type { Traits } from '../model/investors/tastes.ts';
import { stepMonth } from '../model/schedule.ts';
import { initialiseWorld } from '../model/simulation.ts';
import { convertAgentCentsToBillion, createWorld, type World } from '../model/world.ts';

/*
 * How people of different kinds respond to a lever: the change of choice probability per choice event, and per CNY billion
 * that the lever cost (trial.md §3 no. 14). Shares by segment do not tell it: novices choose most often, so they always seem
 * to react most. Here one synthetic person is asked, with what the broker offered with the lever turned and without.
 */

/** What people see of each lever. */
const OFFER = {
  price: 'commissionBp',
  content: 'content',
  community: 'community',
  advice: 'advice',
  service: 'service',
} as const satisfies Partial<Record<Lever, keyof World['brokers']>>;

export type OfferedLever = keyof typeof OFFER;

const SPENDING = {
  content: 'spendContent',
  community: 'spendCommunity',
  advice: 'spendAdvice',
  service: 'spendService',
} as const;

/** A run without and a run with a lever turned, from the same start under the same luck. */
export interface LeverTrial {
  readonly broker: number;
  readonly lever: OfferedLever;
  /** The market at the end of the run without. Its first slot is used to ask people in. */
  readonly world: World;
  /** What the broker offered at the end: commission in bp, or a level on [0, 1]. */
  readonly before: number;
  readonly after: number;
  /** What turning the lever cost over the run, CNY billion: spending more, or commission forgone on what was traded. */
  readonly spentBn: number;
}

/** Plays both runs to their end. @param inputs without a prologue @param decision on a lever that people see */
export function playLeverTrial(
  inputs: ModelInputs,
  seed: string,
  decision: Decision & { readonly lever: OfferedLever },
): LeverTrial {
  const { broker, lever } = decision;
  const control = playMonths(inputs, seed, broker);
  const treated = playMonths({ ...inputs, decisions: [...inputs.decisions, decision] }, seed, broker);
  let spentBn = 0;
  for (let month = 0; month < inputs.months; month++) {
    spentBn += computeCostBn(lever, control.months[month], treated.months[month]);
  }
  return {
    broker,
    lever,
    world: control.world,
    before: control.world.brokers[OFFER[lever]][broker],
    after: treated.world.brokers[OFFER[lever]][broker],
    spentBn,
  };
}

/** Spending a month in CNY billion, price in bp, and value traded in CNY billion. */
type Month = Record<keyof typeof SPENDING | 'bp' | 'turnoverBn', number>;

function playMonths(inputs: ModelInputs, seed: string, broker: number): { world: World; months: Month[] } {
  const world = createWorld(inputs, seed);
  initialiseWorld(world);
  const months = Array.from({ length: inputs.months }, (): Month => {
    stepMonth(world);
    const spend = (lever: keyof typeof SPENDING) => world.brokers[SPENDING[lever]][broker] / 12;
    return {
      content: spend('content'),
      community: spend('community'),
      advice: spend('advice'),
      service: spend('service'),
      bp: world.brokers.commissionBp[broker],
      turnoverBn: convertAgentCentsToBillion(world, world.tally.turnoverCents[broker]),
    };
  });
  return { world, months };
}

function computeCostBn(lever: OfferedLever, control: Month, treated: Month): number {
  if (lever === 'price') return ((control.bp - treated.bp) / 1e4) * treated.turnoverBn;
  return treated[lever] - control[lever];
}

/**
 * Change of the probability with which a person takes the broker, in one choice among all operating brokers, when it offers
 * what the lever brought. Tastes are those of the person’s traits alone; habit, friends and channels are left out.
 */
export function computeResponse({ world, broker, lever, before, after }: LeverTrial, person: Traits): number {
  return (
    computeProbability(world, broker, lever, after, person) - computeProbability(world, broker, lever, before, person)
  );
}

/** The same per CNY billion that the lever cost. */
export function computeResponsePerBillion(trial: LeverTrial, person: Traits): number {
  return computeResponse(trial, person) / trial.spentBn;
}

function computeProbability(world: World, broker: number, lever: OfferedLever, offer: number, person: Traits): number {
  const { brokers, values, brokerCount } = world;
  const asked = { ...world, values: { ...values, 'tastes.sd': 0, 'tastes.friends': 0, 'choice.home': 0 } };
  impersonate(asked, person);
  const column = brokers[OFFER[lever]];
  const kept = column[broker];
  column[broker] = offer;
  const open = Int32Array.from({ length: brokerCount }, (_, b) => b).filter(
    (b) => brokers.status[b] === BROKER_STATUS.operating,
  );
  const utility = new Float64Array(brokerCount);
  valueBrokers(asked, 0, open, utility);
  column[broker] = kept;
  const weight = (b: number) => exp((utility[b] - utility[broker]) / values['tastes.chance']);
  return 1 / open.reduce((sum, b) => sum + weight(b), 0);
}

/** Somebody willing to follow advice, with these traits, in the first slot. */
function impersonate({ investors, market }: World, { ageYears, experience, risk, short, wealth }: Traits): void {
  investors.birthMonth[0] = market.month[0] - Math.round(ageYears * 12);
  investors.experience[0] = experience;
  investors.risk[0] = risk;
  investors.shortHorizon[0] = short;
  investors.wealthScore[0] = wealth;
  investors.willing[0] = 1;
}
