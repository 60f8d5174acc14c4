import { yearFraction } from '../../core/calendar.ts';
import { pow } from '../../core/math.ts';
import { readMonth, type World } from '../world.ts';
import { readPlannedRevenueBn } from './revenue.ts';

/** What technology and staff of one broker by itself cost a year at present, CNY billion. */
export function computeOwnFixedBn(world: World, broker: number): number {
  const { brokers, values, inputs } = world;
  const years = (readMonth(world) - inputs.startMonth) / 12;
  const fixedBn = brokers.fixedBn[broker] * pow(1 + values['accounts.fixedGrowth'], years);
  return fixedBn + values['accounts.technologyShare'] * readPlannedRevenueBn(world, broker);
}

/**
 * Least yearly cost of keeping to the rules at present, CNY billion, the same for a large broker as for a small one (M49): nothing
 * before `accounts.complianceFixedFrom`, then rising evenly to all of it within `accounts.complianceFixedYears`.
 */
export function computeComplianceFixedBn(world: World): number {
  const { values } = world;
  const years = yearFraction(readMonth(world)) - values['accounts.complianceFixedFrom'];
  const inForce = Math.min(1, Math.max(0, years / values['accounts.complianceFixedYears']));
  return values['accounts.complianceFixedBn'] * inForce;
}
