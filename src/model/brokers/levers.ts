import type { Decision, Lever, Strategy } from '../inputs.ts';
import { readMonth, type World } from '../world.ts';
import { readPlannedRevenueBn } from './revenue.ts';
import { BROKER_STATUS } from './status.ts';

/** Step 2, every month: what each broker charges and spends, after the decisions that hold a lever. */
export function applyHeldLevers(world: World): void {
  const { brokers, brokerCount, inputs } = world;
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] !== BROKER_STATUS.operating) {
      clearLevers(world, b);
      continue;
    }
    const revenueBn = readPlannedRevenueBn(world, b);
    const extra = world.values['brokers.emphasis'];
    const { strategy } = inputs.brokers[b];
    const plan = (share: number, lever: Strategy | null) => (share + (strategy === lever ? extra : 0)) * revenueBn;
    brokers.commissionBp[b] = brokers.planBp[b];
    brokers.spendContent[b] = plan(brokers.shareContent[b], 'content');
    brokers.spendCommunity[b] = plan(brokers.shareCommunity[b], 'community');
    brokers.spendAdvice[b] = plan(brokers.shareAdvice[b], 'advice');
    brokers.spendService[b] = plan(brokers.shareService[b], null);
    brokers.spendCompliance[b] = plan(brokers.shareCompliance[b], null);
    brokers.spendAdvertising[b] = plan(brokers.shareAdvertising[b], null);
  }
  for (const decision of readDecisionsInForce(world)) holdLever(world, decision);
}

const LEVER_COLUMN = {
  price: 'commissionBp',
  content: 'spendContent',
  community: 'spendCommunity',
  advice: 'spendAdvice',
  service: 'spendService',
  compliance: 'spendCompliance',
  advertising: 'spendAdvertising',
} as const satisfies Record<Lever, keyof World['brokers']>;

/** CNY million a quarter to CNY billion a year. */
const BILLION_A_YEAR = 4 / 1000;

function holdLever({ brokers }: World, { broker, lever, mode, value }: Decision): void {
  if (brokers.status[broker] !== BROKER_STATUS.operating) return;
  const column = brokers[LEVER_COLUMN[lever]];
  if (mode === 'scale') column[broker] *= value;
  else column[broker] = lever === 'price' ? value : value * BILLION_A_YEAR;
}

function clearLevers({ brokers }: World, broker: number): void {
  for (const column of Object.values(LEVER_COLUMN)) {
    if (column !== 'commissionBp') brokers[column][broker] = 0;
  }
}

/** The latest decision for each broker and lever that has begun, in the order given. */
function readDecisionsInForce(world: World): Decision[] {
  const month = readMonth(world);
  const latest = new Map<string, Decision>();
  for (const decision of world.inputs.decisions) {
    if (decision.month > month) continue;
    const key = `${decision.broker} ${decision.lever}`;
    const known = latest.get(key);
    if (known === undefined || decision.month >= known.month) latest.set(key, decision);
  }
  return [...latest.values()];
}
