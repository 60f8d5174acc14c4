import { exp } from '../../core/math.ts';
import { roundCents } from '../../core/money.ts';
import { normalQuantile, poissonQuantile } from '../../core/normal.ts';
import { readRulesInForce } from '../market/regulator.ts';
import { PURPOSE } from '../purposes.ts';
import { STATUS } from '../records.ts';
import { readMonth, readPerson, type World } from '../world.ts';
import { computeTargetCents } from './population.ts';

/** Experience at which overconfidence peaks, and from which it falls on both sides. */
const OVERCONFIDENT = 0.35;
/** Exposure of the cautious and of the bold, around the middle: (0.7 + 0.6 r). */
const EXPOSURE_BASE = 0.7;
const EXPOSURE_RISK = 0.6;
/** Most trades a month that a person makes. */
const MOST_TRADES = 200;
/** Followers of AI advice trade this much less at full capability. */
const ADVICE_CALM = 0.25;
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
  readonly marketReturn: number;
  readonly monthlySd: number;
  readonly calm: number;
  readonly educated: number;
  readonly otherCostRate: number;
}

/** Step 5: users trade, earn the market’s return and their own luck, and pay. Every fee is a whole number of cents. */
export function tradeAndEarn(world: World, from: number, to: number): void {
  const { investors, draws, values, market } = world;
  const { status } = investors;
  const rules = readRulesInForce(world);
  const shared: TradingMonth = {
    marketFactor: values['trading.rate'] * exp(values['trading.marketSlope'] * market.return3[0]),
    marketReturn: market.marketReturn[0],
    monthlySd: values['trading.idiosyncratic'] / Math.sqrt(12),
    calm: SUITABILITY_CALM * values['regulator.suitability'] * rules,
    educated: EDUCATION_GAP * values['regulator.education'] * rules,
    otherCostRate: values['trading.otherCostBp'] / 1e4,
  };
  const month = readMonth(world);
  for (let i = from; i < to; i++) {
    if (status[i] !== STATUS.active && status[i] !== STATUS.dormant) continue;
    draws.at(readPerson(world, i), month, PURPOSE.trade);
    const { u, v } = draws;
    const trades = status[i] === STATUS.active ? poissonQuantile(u, computeTradeRate(world, i, shared)) : 0;
    settleMonth(world, i, Math.min(MOST_TRADES, trades), normalQuantile(v), shared);
    if (status[i] === STATUS.active) save(world, i);
  }
}

/** Mean trades of the month: who the person is, where they stand on the way to mastery, the market, the total cost. */
function computeTradeRate({ investors, offers, brokers, values }: World, i: number, shared: TradingMonth): number {
  const x = investors.experience[i];
  const main = investors.main[i];
  const distance = (x - OVERCONFIDENT) / OVERCONFIDENT;
  const confidence = 1 + values['trading.overconfidence'] * Math.max(0, 1 - distance * distance);
  const advice = 1 - ADVICE_CALM * investors.advised[i] * brokers.advice[main];
  const calm = x < NOVICE ? 1 - shared.calm : 1;
  return shared.marketFactor * investors.intensity[i] * confidence * offers.tradeFactor[main] * advice * calm;
}

/** Books trades, gains and fees of one person, and what they remember of them. */
function settleMonth(world: World, i: number, trades: number, luck: number, shared: TradingMonth): void {
  const { investors, tally, flow, brokers, values } = world;
  const assets = investors.assetsCents[i];
  const main = investors.main[i];
  const turnover = roundCents(trades * values['trading.size'] * assets);
  const commission = roundCents((turnover * brokers.commissionBp[main]) / 1e4);
  const otherCost = roundCents(turnover * shared.otherCostRate);
  const fees = chargeFees(world, i, assets);
  // Nobody loses more than there is. With settings near the shipped ones this never binds.
  const least = commission + otherCost + fees - assets;
  const gain = Math.max(least, roundCents(assets * computeGrossReturn(world, i, trades, luck, shared)));
  tally.trades[main] += trades;
  tally.turnoverCents[main] += turnover;
  tally.commissionCents[main] += commission;
  flow.otherCostCents[0] += otherCost;
  flow.gainCents[0] += gain;
  investors.assetsCents[i] = assets + gain - commission - otherCost - fees;
  investors.monthTrades[i] = trades;
  investors.monthTurnoverCents[i] = turnover;
  const gross = assets > 0 ? gain / assets : 0;
  const net = assets > 0 ? (gain - commission - otherCost - fees) / assets : 0;
  investors.monthGross[i] = gross;
  investors.monthNet[i] = net;
  investors.return12[i] += net - investors.return12[i] / 12;
  investors.yearNet[i] += net;
  investors.yearTurnover[i] += assets > 0 ? turnover / assets : 0;
}

/** Return before costs: exposure × market + own luck − behaviour gap. AI advice diversifies and steadies those who follow it. */
function computeGrossReturn(world: World, i: number, trades: number, luck: number, shared: TradingMonth): number {
  const { investors, brokers, values } = world;
  const x = investors.experience[i];
  const advice = investors.advised[i] * brokers.advice[investors.main[i]];
  const exposure = values['trading.exposure'] * (EXPOSURE_BASE + EXPOSURE_RISK * investors.risk[i]);
  const ownRisk = shared.monthlySd * (1 - values['trading.adviceRisk'] * advice * (1 - x));
  const ignorance = 1 - values['trading.gapExperience'] * x;
  const restless = trades === 0 ? IDLE_GAP : IDLE_GAP + (1 - IDLE_GAP) * Math.min(2, trades / values['trading.rate']);
  const steadied = (1 - values['trading.adviceGap'] * advice) * (1 - shared.educated * (1 - x));
  const gap = (values['trading.behaviourGap'] / 12) * ignorance * ignorance * restless * steadied;
  return exposure * shared.marketReturn + ownRisk * luck - gap;
}

/** Interest, product, advisory and cross-border fees of the month, booked by kind. @returns their sum, cents */
function chargeFees({ investors, tally, inputs, values }: World, i: number, assets: number): number {
  const main = investors.main[i];
  const isAwake = investors.status[i] === STATUS.active;
  const part = (isAwake ? 1 : values['accounts.dormantShare']) / 12;
  const debt = isAwake ? values['accounts.margin'] * investors.risk[i] * assets : 0;
  const margin = roundCents((debt * values['accounts.marginSpread']) / 12);
  const funds = roundCents(values['accounts.productFee'] * investors.products[i] * assets * part);
  const advice = investors.advised[i] === 1 ? roundCents(values['accounts.adviceFee'] * assets * part) : 0;
  const isCrossBorder = inputs.brokers[main].niche === 'crossBorder';
  const crossBorder = isCrossBorder ? roundCents(values['accounts.crossBorderFee'] * assets * part) : 0;
  tally.marginCents[main] += margin;
  tally.fundsCents[main] += funds;
  tally.adviceCents[main] += advice;
  tally.crossBorderCents[main] += crossBorder;
  return margin + funds + advice + crossBorder;
}

/** People pay in or draw out towards the assets that go with their age and means. */
function save(world: World, i: number): void {
  const { investors, flow } = world;
  const change = roundCents(SAVING_SPEED * (computeTargetCents(world, i) - investors.assetsCents[i]));
  investors.assetsCents[i] += change;
  if (change > 0) flow.depositCents[0] += change;
  else flow.withdrawalCents[0] -= change;
}
