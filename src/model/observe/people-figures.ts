import { NONE } from '../purposes.ts';
import { STATUS } from '../records.ts';
import { readMonth, type World } from '../world.ts';

/** Tenure from which a user’s year counts as theirs. */
const TENURED_MONTHS = 12;
const NOVICE_BELOW = 0.5;
const YOUNG_MONTHS = 25 * 12;

/** Sums over all people that market and broker figures need, gathered in one visit. Counts in agents. */
export interface PeopleFigures {
  traditional: number;
  users: number;
  active: number;
  novices: number;
  young: number;
  shortHorizon: number;
  topTier: number;
  multiProduct: number;
  advised: number;
  tenured: number;
  losing: number;
  grossSum: number;
  netSum: number;
  satisfactionSum: number;
  /** By broker. */
  readonly otherAccounts: Float64Array;
  readonly assetsCents: Float64Array;
  readonly satisfaction: Float64Array;
}

export function observePeople(world: World): PeopleFigures {
  const { investors, agents, brokerCount } = world;
  const month = readMonth(world);
  // biome-ignore format: counters from zero
  const figures: PeopleFigures = {
    traditional: 0, users: 0, active: 0, novices: 0, young: 0, shortHorizon: 0, topTier: 0, multiProduct: 0, advised: 0,
    tenured: 0, losing: 0, grossSum: 0, netSum: 0, satisfactionSum: 0,
    otherAccounts: new Float64Array(brokerCount),
    assetsCents: new Float64Array(brokerCount),
    satisfaction: new Float64Array(brokerCount),
  };
  for (let i = 0; i < agents; i++) {
    if (investors.status[i] === STATUS.traditional) figures.traditional++;
    if (investors.main[i] !== NONE) addUser(world, figures, i, month);
  }
  return figures;
}

function addUser({ investors }: World, figures: PeopleFigures, i: number, month: number): void {
  const b = investors.main[i];
  figures.users++;
  if (investors.status[i] === STATUS.active) figures.active++;
  if (investors.experience[i] < NOVICE_BELOW) figures.novices++;
  if (month - investors.birthMonth[i] < YOUNG_MONTHS) figures.young++;
  figures.shortHorizon += investors.shortHorizon[i];
  if (investors.tier[i] <= 2) figures.topTier++;
  if (investors.products[i] > 0) figures.multiProduct++;
  figures.advised += investors.advised[i];
  if (month - investors.userSince[i] >= TENURED_MONTHS) {
    figures.tenured++;
    if (investors.yearNet[i] < 0) figures.losing++;
  }
  figures.grossSum += investors.monthGross[i];
  figures.netSum += investors.monthNet[i];
  figures.satisfactionSum += investors.satisfaction[i];
  figures.satisfaction[b] += investors.satisfaction[i];
  figures.assetsCents[b] += investors.assetsCents[i];
  if (investors.second[i] !== NONE) figures.otherAccounts[investors.second[i]]++;
  if (investors.third[i] !== NONE) figures.otherAccounts[investors.third[i]]++;
}
