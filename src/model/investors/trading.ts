import { clipNegative, exp } from '../../core/math.ts';
import { roundCents } from '../../core/money.ts';
import { poissonQuantileFrom } from '../../core/normal.ts';
import { readPriceFor } from '../brokers/personal-prices.ts';
import { takesNewClients } from '../market/cross-border.ts';
import { PURPOSE } from '../purposes.ts';
import { type Conduct, computeToleratedTurnover, readConduct } from '../regulator/conduct.ts';
import { readRule } from '../regulator/rules.ts';
import type { World } from '../world.ts';
import { measureUndiversified } from './advice.ts';
import { takeUsers, visit } from './block.ts';
import { computeStir } from './contacts.ts';
import { takeRisks } from './copying.ts';
import { computeMisjudgement } from './perception.ts';
import { computeTargetCents } from './population.ts';

/** Experience at which overconfidence peaks, and from which it falls on both sides. */
const OVERCONFIDENT = 0.35;
/** Exposure of the cautious and of the bold, around the middle: (0.7 + 0.6 r). */
const EXPOSURE_BASE = 0.7;
const EXPOSURE_RISK = 0.6;
/** Most trades a month that a person makes. */
const MOST_TRADES = 200;
/** Suitability checks keep novices from this much of their trading at full strength. */
const SUITABILITY_CALM = 0.3;
const NOVICE = 0.3;
/** The gap of a person who does not trade, and its rise up to twice the usual trading. */
const IDLE_GAP = 0.8;
/** Education cuts a novice’s behaviour gap by this much at full strength (E56: 0.1–0.2 standard deviations). */
const EDUCATION_GAP = 0.15;
/** Share of the way to the assets aimed at that savings go a month. */
const SAVING_SPEED = 0.02;

/** What all traders share this month. */
interface TradingMonth {
  readonly marketFactor: number;
  readonly calm: number;
  readonly educated: number;
  readonly conduct: Conduct;
  /** Factor of the behaviour gap, by number of trades. */
  readonly restless: Float64Array;
  /** Cross-border fee a year, by broker. */
  readonly crossBorder: Float64Array;
  /** 1 where clients may pay in, 0 where they may not, by broker. */
  readonly payIn: Float64Array;
}

/** Step 5: users trade, earn the market’s return and their own luck, and pay. Every fee is a whole number of cents. */
export function tradeAndEarn(world: World, from: number, to: number): void {
  visit(
    world,
    from,
    to,
    takeUsers,
    PURPOSE.trade,
    [computeRates, stir, trade, takeRisks, earn, payForTrades, payFees, settle, save],
    readTradingMonth(world),
  );
}

function readTradingMonth(world: World): TradingMonth {
  const { values, market, inputs } = world;
  const usualTrades = values['trading.rate'];
  const crossBorder = values['accounts.crossBorderFee'];
  return {
    marketFactor: usualTrades * exp(values['trading.marketSlope'] * market.return3[0]),
    calm: SUITABILITY_CALM * readRule(world, 'suitability'),
    educated: EDUCATION_GAP * readRule(world, 'education'),
    conduct: readConduct(world),
    restless: Float64Array.from({ length: MOST_TRADES + 1 }, (_, trades) =>
      trades === 0 ? IDLE_GAP : IDLE_GAP + (1 - IDLE_GAP) * Math.min(2, trades / usualTrades),
    ),
    crossBorder: Float64Array.from(inputs.brokers, ({ niche }) => (niche === 'crossBorder' ? crossBorder : 0)),
    payIn: Float64Array.from(inputs.brokers, (_, b) => (takesNewClients(world, b) ? 1 : 0)),
  };
}

/** Mean trades of those awake: who they are, where they stand on the way to mastery, the market, the total cost. */
function computeRates(world: World, shared: TradingMonth): void {
  const { investors, offers, values, block } = world;
  const { x: rates } = block;
  const misjudgement = values['trading.misjudgement'];
  for (let k = 0; k < block.awake; k++) {
    const i = block.slots[k];
    const x = investors.experience[i];
    const main = investors.main[i];
    const distance = (x - OVERCONFIDENT) / OVERCONFIDENT;
    const confidence = 1 + values['trading.overconfidence'] * clipNegative(1 - distance * distance);
    const advice = 1 - values['advice.calm'] * computeHelp(world, i);
    const calm = (x < NOVICE ? 1 - shared.calm : 1) * (investors.cooling[i] > 0 ? shared.conduct.calm : 1);
    const misjudged = computeMisjudgement(misjudgement, investors.riskPerception[i]);
    const eager = investors.intensity[i] * confidence * misjudged;
    const rate = shared.marketFactor * eager * offers.tradeFactor[main] * advice * calm;
    rates[k] = rate;
  }
}

/** Brokers prompt and amuse those awake to trade more. */
function stir(world: World): void {
  const { block } = world;
  const { x: rates, y: none } = block;
  for (let k = 0; k < block.awake; k++) {
    rates[k] *= computeStir(world, block.slots[k]);
    none[k] = exp(-rates[k]);
  }
}

/** What AI advice does for a person, on [0, 1]: as good as it is, as much as there is to diversify; 0 for who does not follow it. */
function computeHelp({ investors, offers, values }: World, i: number): number {
  const followed = investors.advised[i] * offers.adviceHelp[investors.main[i]];
  return (
    followed * measureUndiversified(investors.experience[i], investors.products[i], values['advice.diversifiedAt'])
  );
}

/** Draws how often everybody trades. The dormant do not, and after a retest nobody trades beyond their grade. */
function trade({ investors, values, block }: World, { conduct }: TradingMonth): void {
  const { x: rates, y: none } = block;
  for (let k = 0; k < block.awake; k++) {
    investors.monthTrades[block.slots[k]] = Math.min(MOST_TRADES, poissonQuantileFrom(block.u[k], rates[k], none[k]));
  }
  for (let k = block.awake; k < block.count; k++) investors.monthTrades[block.slots[k]] = 0;
  if (!conduct.isReassessed) return;
  const suited = values['regulator.toleratedTurnover'] / values['trading.size'];
  for (let k = 0; k < block.awake; k++) {
    const i = block.slots[k];
    if (investors.retested[i] === 0) continue;
    const most = Math.floor(computeToleratedTurnover(suited, investors.risk[i]));
    investors.monthTrades[i] = Math.min(most, investors.monthTrades[i]);
  }
}

/** Gain before costs: exposure × market + own luck − behaviour gap. AI advice diversifies and steadies those who follow it. */
function earn(world: World, shared: TradingMonth): void {
  const { investors, values, market, block } = world;
  const { x: gainCents, y: risk, z: luck } = block;
  const misjudgement = values['trading.misjudgement'];
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const x = investors.experience[i];
    const help = computeHelp(world, i);
    const misjudged = computeMisjudgement(misjudgement, investors.riskPerception[i]);
    const exposure = values['trading.exposure'] * (EXPOSURE_BASE + EXPOSURE_RISK * risk[k]) * misjudged;
    const spread = 1 - values['advice.risk'] * help;
    const ownRisk = (values['trading.idiosyncratic'] / Math.sqrt(12)) * spread * misjudged;
    const ignorance = 1 - values['trading.gapExperience'] * x;
    const steadied = (1 - values['advice.gap'] * help) * (1 - shared.educated * (1 - x));
    const restless = shared.restless[investors.monthTrades[i]];
    const gap = (values['trading.behaviourGap'] / 12) * ignorance * ignorance * restless * steadied;
    gainCents[k] = roundCents(investors.assetsCents[i] * (exposure * market.marketReturn[0] + ownRisk * luck[k] - gap));
  }
}

/** Commission to the broker; duty and the spread to others. */
function payForTrades(world: World): void {
  const { investors, tally, flow, values, block } = world;
  const { y: paidCents } = block;
  const otherCostRate = values['trading.otherCostBp'] / 1e4;
  let otherCosts = 0;
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const main = investors.main[i];
    const trades = investors.monthTrades[i];
    const turnover = roundCents(trades * values['trading.size'] * investors.assetsCents[i]);
    const commission = roundCents((turnover * readPriceFor(world, i, main)) / 1e4);
    const otherCost = roundCents(turnover * otherCostRate);
    tally.trades[main] += trades;
    tally.turnoverCents[main] += turnover;
    tally.commissionCents[main] += commission;
    otherCosts += otherCost;
    investors.monthTurnoverCents[i] = turnover;
    paidCents[k] = commission + otherCost;
  }
  flow.otherCostCents[0] += otherCosts;
}

/** Interest, product, advisory and cross-border fees, booked by kind. The dormant borrow nothing and pay for a part. */
function payFees({ investors, tally, values, block }: World, { crossBorder, conduct }: TradingMonth): void {
  const { y: paidCents } = block;
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const main = investors.main[i];
    const assets = investors.assetsCents[i];
    const isAwake = k < block.awake;
    const part = (isAwake ? 1 : values['accounts.dormantShare']) / 12;
    // Who has failed a retest may not borrow.
    const mayBorrow = isAwake && !(conduct.isReassessed && investors.retested[i] > 0);
    const debt = mayBorrow ? values['accounts.margin'] * investors.risk[i] * assets : 0;
    const margin = roundCents((debt * values['accounts.marginSpread']) / 12);
    const funds = roundCents(values['accounts.productFee'] * investors.products[i] * assets * part);
    const advice = roundCents(values['accounts.adviceFee'] * investors.advised[i] * assets * part);
    const abroad = roundCents(crossBorder[main] * assets * part);
    tally.marginCents[main] += margin;
    tally.fundsCents[main] += funds;
    tally.adviceCents[main] += advice;
    tally.crossBorderCents[main] += abroad;
    paidCents[k] += margin + funds + advice + abroad;
  }
}

/** Gains and payments change the assets, and people remember them. */
function settle({ investors, flow, block }: World): void {
  const { x: gainCents, y: paidCents } = block;
  let gains = 0;
  for (let k = 0; k < block.count; k++) {
    const i = block.slots[k];
    const assets = investors.assetsCents[i];
    // Nobody loses more than there is. With settings near the shipped ones this never binds.
    const gain = Math.max(paidCents[k] - assets, gainCents[k]);
    const kept = gain - paidCents[k];
    const net = assets > 0 ? kept / assets : 0;
    gains += gain;
    investors.assetsCents[i] = assets + kept;
    investors.monthGross[i] = assets > 0 ? gain / assets : 0;
    investors.monthNet[i] = net;
    investors.return12[i] += net - investors.return12[i] / 12;
    investors.yearNet[i] += net;
    investors.yearTurnover[i] += assets > 0 ? investors.monthTurnoverCents[i] / assets : 0;
  }
  flow.gainCents[0] += gains;
}

/** Those awake pay in or draw out towards the assets that go with their age and means. */
function save(world: World, { payIn }: TradingMonth): void {
  const { investors, flow, block } = world;
  let balance = 0;
  let moved = 0;
  for (let k = 0; k < block.awake; k++) {
    const i = block.slots[k];
    const aim = roundCents(SAVING_SPEED * (computeTargetCents(world, i) - investors.assetsCents[i]));
    const change = aim > 0 ? aim * payIn[investors.main[i]] : aim;
    investors.assetsCents[i] += change;
    balance += change;
    moved += Math.abs(change);
  }
  flow.depositCents[0] += (moved + balance) / 2;
  flow.withdrawalCents[0] += (moved - balance) / 2;
}
