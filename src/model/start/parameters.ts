import type { Text } from '../../core/text.ts';
import type { ParameterKey } from '../parameters.ts';

/*
 * What becomes of a parameter when a scenario starts from the end of another one, its history. Most act from the first
 * month of each scenario and are no concern of the other. These are the others.
 */

/**
 * They make people, ties or brokers, which the later scenario finds made. So there is one value for both: the history's
 * unless the later scenario states one, and then the history is played with that.
 */
export const ORIGIN_PARAMETERS = [
  'population.adultsMillion',
  'population.traditionalMillion',
  'population.secondAccountShare',
  'population.youngShare',
  'population.topTierUsers',
  'population.topTierOthers',
  'population.experienceAt20',
  'population.experiencePerYear',
  'population.experienceSd',
  'population.riskPerYear',
  'population.riskSd',
  'population.shortHorizonOdds',
  'population.consentShare',
  'population.wealthAt20Cny',
  'population.wealthPerYear',
  'population.wealthSd',
  'population.wealthTierGap',
  'network.friends',
  'network.rewiring',
  'network.homophily',
  'network.family',
  'entry.affinitySd',
  'entry.lowTierFactor',
  'choice.restlessness',
  'trading.shortFactor',
  'trading.longFactor',
  'trading.riskSlope',
  'trading.intensitySd',
  'experience.adoptionCeiling',
  'experience.perceptionSd',
  'brokers.acquisitionShare',
  'accounts.startRevenueCny',
  'accounts.fixedShare',
  'accounts.fixedScale',
  'accounts.startCash',
] as const satisfies readonly ParameterKey[];

/** Published figures of the first month: the end of the history is raked to them. Each scenario has its own. */
export const RAKED_PARAMETERS = [
  'population.usersMillion',
  'population.shareExponent',
  'population.activeShare',
  'population.multiProductShare',
] as const satisfies readonly ParameterKey[];

export type StartRole = 'origin' | 'raked';

/** What a reader has to know of a role, in a scenario that starts from a history. */
export const START_ROLE_MEANINGS: Readonly<Record<StartRole, Text>> = {
  origin: {
    en: 'Acts when people, ties or brokers are made: where a scenario starts from a history, at the start of that history.',
    'zh-CN': '在生成人群、联系或券商时起作用：情景以历史为起点时，作用于该历史的起点。',
  },
  raked: {
    en: 'Where a scenario starts from a history, the end of that history is brought to this figure.',
    'zh-CN': '情景以历史为起点时，历史终点的状态按此数校正。',
  },
};

/** The role of a parameter at the start of a scenario that has a history; `null` for one that acts from the first month on. */
export function readStartRole(key: string): StartRole | null {
  if ((ORIGIN_PARAMETERS as readonly string[]).includes(key)) return 'origin';
  return (RAKED_PARAMETERS as readonly string[]).includes(key) ? 'raked' : null;
}
