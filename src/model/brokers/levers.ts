import type { Control, Decision, Lever } from '../inputs.ts';
import { takesNewClients } from '../market/cross-border.ts';
import { limitAdvertising } from '../regulator/advertising-limit.ts';
import { readMonth, type World } from '../world.ts';
import { readRetentionShare } from './advertising.ts';
import { pilotProgrammes } from './pilots.ts';
import { computeDiscount, computePriceFloor } from './prices.ts';
import { runProgrammes } from './programmes.ts';
import { readPlannedRevenueBn } from './revenue.ts';
import { BROKER_STATUS } from './status.ts';

/** Step 2, every month: what each broker charges and spends, after the decisions that hold a lever. */
export function applyHeldLevers(world: World): void {
  const { brokers, strategies, brokerCount } = world;
  const extra = world.values['brokers.emphasis'];
  const floor = computePriceFloor(world);
  runProgrammes(world);
  pilotProgrammes(world);
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] !== BROKER_STATUS.operating) {
      clearLevers(world, b);
      continue;
    }
    const revenueBn = readPlannedRevenueBn(world, b);
    const plan = (share: number, part: number) => (share + part * extra) * revenueBn;
    // Who may take nobody new does not pay to be found.
    const woos = takesNewClients(world, b) ? 1 : 0;
    const kept = readRetentionShare(world, b);
    const { discount, unspent } = computeDiscount(world, b, floor);
    brokers.commissionBp[b] = brokers.planBp[b] * (1 - discount);
    brokers.spendContent[b] = plan(brokers.shareContent[b], strategies.content[b]);
    brokers.spendCommunity[b] = plan(brokers.shareCommunity[b] + kept / 2, strategies.community[b]);
    brokers.spendAdvice[b] = plan(brokers.shareAdvice[b], strategies.advice[b]);
    brokers.spendService[b] = plan(brokers.shareService[b] + kept / 2, strategies.service[b]);
    brokers.spendCompliance[b] = plan(brokers.shareCompliance[b], strategies.compliance[b]);
    // A price at cost is made known with what it could not give away, so that all focuses cost the same.
    brokers.spendAdvertising[b] = woos * plan(brokers.shareAdvertising[b], strategies.advertising[b] + unspent);
  }
  for (const decision of readDecisionsInForce(world)) holdLever(world, decision);
  limitAdvertising(world);
  const banned = world.values['brokers.belowCostBan'] * floor;
  for (let b = 0; b < brokerCount; b++) brokers.commissionBp[b] = Math.max(banned, brokers.commissionBp[b]);
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

function holdLever(world: World, { broker, lever, mode, value }: Decision): void {
  if (world.brokers.status[broker] !== BROKER_STATUS.operating) return;
  if (!isLever(lever)) {
    const effort = world.programmes[lever];
    effort[broker] = Math.min(1, mode === 'scale' ? effort[broker] * value : value);
    return;
  }
  const column = world.brokers[LEVER_COLUMN[lever]];
  if (mode === 'scale') column[broker] *= value;
  else column[broker] = lever === 'price' ? value : value * BILLION_A_YEAR;
}

function isLever(control: Control): control is Lever {
  return control in LEVER_COLUMN;
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
