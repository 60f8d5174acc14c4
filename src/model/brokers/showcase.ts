import { yearFraction } from '../../core/calendar.ts';
import { exp, pow } from '../../core/math.ts';
import { sumOf } from '../../core/sum.ts';
import { PROGRAMMES } from '../inputs.ts';
import { PURPOSE } from '../purposes.ts';
import { convertAgentCentsToBillion, readMonth, type World } from '../world.ts';
import { BROKER_STATUS } from './status.ts';

/** Adoption is drawn from Beta(1, 20), of mean 5 % (S259): few halls are used by one client in ten. */
const ADOPTION_SHAPE = 20;
const SHOWCASE = PROGRAMMES.indexOf('showcase');

/** Whether the fashion has begun: nobody runs showcase technology before it. */
export function isShowcaseKnown(world: World): boolean {
  return yearFraction(readMonth(world)) >= world.values['programmes.showcaseFrom'];
}

/** What showcase technology costs a year at full effort, CNY billion: as much for a small broker as for a large one. */
export function computeShowcaseCostBn(world: World): number {
  const revenueBn = convertAgentCentsToBillion(world, sumOf(world.ledger.revenueCents));
  const operating = world.brokers.status.filter((status) => status === BROKER_STATUS.operating).length;
  return operating > 0 ? (world.values['programmes.showcaseCost'] * revenueBn) / operating : 0;
}

/** Share of clients who use a broker’s showcase technology this month: those who would adopt it at all, while it is new. */
export function computeShowcaseUse(world: World, b: number): number {
  const { programmes, brokers, pilots, values } = world;
  if (programmes.showcase[b] === 0) return 0;
  const age = readMonth(world) - pilots.since[b * PROGRAMMES.length + SHOWCASE];
  const novelty = exp(-age / values['programmes.showcaseNovelty']);
  return programmes.showcase[b] * brokers.talent[b] * drawAdoption(world, b) * novelty;
}

/** Share of a broker’s clients who would use it, drawn once: the inverse of the distribution function 1 − (1 − a)²⁰. */
export function drawAdoption({ draws }: World, b: number): number {
  draws.at(b, 0, PURPOSE.showcase);
  return 1 - pow(1 - draws.u, 1 / ADOPTION_SHAPE);
}
