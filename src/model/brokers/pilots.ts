import { exp } from '../../core/math.ts';
import { normalQuantile } from '../../core/normal.ts';
import { PROGRAMMES, type Programme } from '../inputs.ts';
import { PURPOSE } from '../purposes.ts';
import { DECISION, DECISION_REASON } from '../reasons.ts';
import { convertAgentCentsToBillion, readMonth, type World } from '../world.ts';
import { readProgrammeShare } from './programmes.ts';
import { recordDecision } from './rationale.ts';
import { readPlannedRevenueBn, readRevenueCents } from './revenue.ts';
import { computeShowcaseCostBn, computeShowcaseUse, isShowcaseKnown } from './showcase.ts';

/** How far a broker has come in taking up a programme. */
export const PILOT_STAGE = { none: 0, pilot: 1, rolledOut: 2, stopped: 3 } as const;
/** Months of a pilot, and from roll-out to a look at the return: two quarters and a year. */
const PILOT_MONTHS = 6;
const REVIEW_MONTHS = 12;
/** Engagement of an average client relative to that of somebody whom a community or a hall draws fully: it falls with age. */
const TYPICAL_ENGAGEMENT = 0.65;

/** Yearly return at the effort planned, CNY billion, of the programmes whose return a broker can measure. */
const RETURNS: Partial<Record<Programme, (world: World, b: number) => number>> = {
  wakeUp: computeWakeUpReturnBn,
  showcase: computeShowcaseReturnBn,
};

/**
 * Step 2, every month: brokers with a gate try a programme on a part of their clients and roll it out or stop it (M52);
 * those that follow the herd roll out at once, and look at the return after a year. Others run what is planned.
 */
export function pilotProgrammes(world: World): void {
  if (!isShowcaseKnown(world)) world.programmes.showcase.fill(0);
  for (let b = 0; b < world.brokerCount; b++) {
    for (const [position, programme] of PROGRAMMES.entries()) {
      if (RETURNS[programme] !== undefined) advancePilot(world, b, position, programme);
    }
  }
}

function advancePilot(world: World, b: number, position: number, programme: Programme): void {
  const { pilots, programmes, inputs, values } = world;
  const row = b * PROGRAMMES.length + position;
  const { rollout } = inputs.brokers[b];
  if (programmes[programme][b] === 0) return;
  const months = readMonth(world) - pilots.since[row];
  if (pilots.stage[row] === PILOT_STAGE.none) begin(world, b, position);
  else if (pilots.stage[row] === PILOT_STAGE.pilot && months >= PILOT_MONTHS) weigh(world, b, position, true);
  else if (pilots.stage[row] === PILOT_STAGE.rolledOut && rollout !== 'plan' && months === REVIEW_MONTHS) {
    weigh(world, b, position, false);
  }
  if (pilots.stage[row] === PILOT_STAGE.stopped) programmes[programme][b] = 0;
  else if (pilots.stage[row] === PILOT_STAGE.pilot) programmes[programme][b] *= values['brokers.pilotShare'];
}

function begin(world: World, b: number, position: number): void {
  const { rollout } = world.inputs.brokers[b];
  enterStage(world, b, position, rollout === 'gate' ? PILOT_STAGE.pilot : PILOT_STAGE.rolledOut);
  if (rollout === 'plan') return;
  const [decision, reason] =
    rollout === 'gate' ? [DECISION.pilot, DECISION_REASON.unknown] : [DECISION.rollOut, DECISION_REASON.fashion];
  recordDecision(world, b, { decision, subject: position, reason, value: 0, other: 0 });
}

function enterStage({ pilots, market }: World, b: number, position: number, stage: number): void {
  const row = b * PROGRAMMES.length + position;
  pilots.stage[row] = stage;
  pilots.since[row] = market.month[0];
}

/** Compares return and cost at full scale. A pilot sees them with the error of a small sample. */
function weigh(world: World, b: number, position: number, isPilot: boolean): void {
  const programme = PROGRAMMES[position];
  const costBn = computeCostBn(world, b, programme);
  const seen = isPilot ? world.values['brokers.pilotError'] * drawError(world, b, position) * costBn : 0;
  const returnBn = (RETURNS[programme]?.(world, b) ?? 0) + seen;
  const pays = returnBn >= costBn;
  if (isPilot || !pays) enterStage(world, b, position, pays ? PILOT_STAGE.rolledOut : PILOT_STAGE.stopped);
  recordDecision(world, b, {
    decision: pays ? DECISION.rollOut : DECISION.stop,
    subject: position,
    reason: pays ? DECISION_REASON.pays : DECISION_REASON.loses,
    value: 1000 * returnBn,
    other: 1000 * costBn,
  });
}

function drawError(world: World, b: number, position: number): number {
  world.draws.at(b * PROGRAMMES.length + position, readMonth(world), PURPOSE.pilot);
  return normalQuantile(world.draws.u);
}

function computeCostBn(world: World, b: number, programme: Programme): number {
  if (programme === 'showcase') return world.programmes.showcase[b] * computeShowcaseCostBn(world);
  return readProgrammeShare(world, b, 'wakeUp') * readPlannedRevenueBn(world, b);
}

/** Clients woken beyond those who come back by themselves, each for as long as people stay awake. */
function computeWakeUpReturnBn(world: World, b: number): number {
  const { brokers, programmes, values } = world;
  const lift = exp(values['programmes.wakeUp'] * programmes.wakeUp[b] * brokers.talent[b]) - 1;
  const woken = (brokers.users[b] - brokers.activeUsers[b]) * values['dormancy.wake'] * lift;
  const years = values['dormancy.sleep'] > 0 ? 1 / values['dormancy.sleep'] : 1;
  return woken * years * computeValueOfWaking(world, b);
}

/** Clients whom engagement keeps awake, and keeps at all for a year longer. */
function computeShowcaseReturnBn(world: World, b: number): number {
  const { brokers, values } = world;
  const engaged = computeShowcaseUse(world, b) * values['programmes.showcase'] * TYPICAL_ENGAGEMENT;
  const awake = brokers.users[b] > 0 ? brokers.activeUsers[b] / brokers.users[b] : 0;
  const kept = values['dormancy.leaveEngagement'] * values['dormancy.leave'] * engaged * brokers.users[b];
  const woken = values['dormancy.engagement'] * (1 - awake) * engaged * brokers.activeUsers[b];
  const perUserBn = brokers.users[b] > 0 ? readYearBn(world, b) / brokers.users[b] : 0;
  return kept * perUserBn + woken * computeValueOfWaking(world, b);
}

/** What a client awake brings a year beyond a dormant one, CNY billion an agent: the dormant pay a part of fees. */
function computeValueOfWaking(world: World, b: number): number {
  const { brokers, values } = world;
  const asleep = values['accounts.dormantShare'];
  const weight = brokers.activeUsers[b] + asleep * (brokers.users[b] - brokers.activeUsers[b]);
  return weight > 0 ? ((1 - asleep) * readYearBn(world, b)) / weight : 0;
}

function readYearBn(world: World, b: number): number {
  return convertAgentCentsToBillion(world, readRevenueCents(world, b));
}
