import { exp, ln } from '../../core/math.ts';
import { normalQuantile } from '../../core/normal.ts';
import { PURPOSE } from '../purposes.ts';
import { MONTHS_REMEMBERED } from '../state.ts';
import { readMonth, type World } from '../world.ts';

export const REGIME = { prescribed: -1, bear: 0, flat: 1, bull: 2 } as const;

/** Volatility in bear and bull markets, relative to flat ones: the path 2019–24 swings more in both. */
const TURBULENCE = 1.25;
/** Attention above this starts to raise entry, and never more than tenfold (trial.md §1). */
const ATTENTION_THRESHOLD = 0.05;
const ATTENTION_CAP = 10;
/** A loss takes away a quarter of the attention that an equal gain brings. */
const ATTENTION_LOSS = 0.25;

/** Step 1: this month's market return, prescribed or drawn from the regime chain, and what people remember of it. */
export function drawMarket(world: World): void {
  const { market, returns, inputs } = world;
  const month = readMonth(world);
  const prescribed = inputs.realisedReturns[month - inputs.startMonth];
  const simple = prescribed === undefined ? drawRegimeReturn(world, month) : prescribed;
  if (prescribed !== undefined) market.regime[0] = REGIME.prescribed;
  market.marketReturn[0] = simple;
  returns.simple[month % MONTHS_REMEMBERED] = simple;
  market.return3[0] = sumReturns(world, month, 3);
  market.return12[0] = sumReturns(world, month, MONTHS_REMEMBERED);
  const memory = world.values['environment.attentionMemory'];
  const stirred = simple > 0 ? simple : ATTENTION_LOSS * simple;
  market.attention[0] = Math.max(0, memory * market.attention[0] + stirred);
}

/** Factor by which attention to the market multiplies entry. A linear response gives no surge (trial.md §1). */
export function computeAttentionFactor(world: World): number {
  const strength = world.values['environment.attentionStrength'];
  return Math.min(ATTENTION_CAP, exp(strength * Math.max(0, world.market.attention[0] - ATTENTION_THRESHOLD)));
}

function drawRegimeReturn(world: World, month: number): number {
  const { values, market, draws } = world;
  draws.at(0, month, PURPOSE.regime);
  market.regime[0] = moveRegime(world, market.regime[0], draws.u);
  const drift = [values['environment.bearDrift'], values['environment.flatDrift'], values['environment.bullDrift']];
  const turbulence = market.regime[0] === REGIME.flat ? 1 : TURBULENCE;
  const sd = (values['environment.volatility'] * turbulence) / Math.sqrt(12);
  return exp(drift[market.regime[0]] / 12 + sd * normalQuantile(draws.v)) - 1;
}

/** The regime after this month: it goes on, or a flat market turns either way, or bear and bull calm down. */
function moveRegime({ values }: World, regime: number, u: number): number {
  if (regime === REGIME.prescribed) return REGIME.flat;
  const persistence = values['environment.persistence'];
  if (u < persistence) return regime;
  if (regime !== REGIME.flat) return REGIME.flat;
  const rest = (u - persistence) / (1 - persistence);
  return rest < values['environment.bullOdds'] ? REGIME.bull : REGIME.bear;
}

/** Log return over the last `months` months, this one included, as far as the run remembers. */
function sumReturns({ returns }: World, month: number, months: number): number {
  let sum = 0;
  for (let back = 0; back < months; back++) {
    sum += ln(1 + returns.simple[(month - back) % MONTHS_REMEMBERED]);
  }
  return sum;
}
