import { readPlannedRevenueBn } from '../brokers/revenue.ts';
import type { World } from '../world.ts';
import { readRule } from './rules.ts';

/** Advertising over revenue up to which brokers go by themselves, and to which the rule at full strength lowers it. */
const UNLIMITED = 0.15;
const LIMITED = 0.05;

/** Keeps advertising within the limit that is in force, decisions included (M46). What is not spent stays with the broker. */
export function limitAdvertising(world: World): void {
  const strength = readRule(world, 'advertisingLimit');
  if (strength === 0) return;
  const { brokers, brokerCount } = world;
  const most = UNLIMITED - (UNLIMITED - LIMITED) * strength;
  for (let b = 0; b < brokerCount; b++) {
    brokers.spendAdvertising[b] = Math.min(brokers.spendAdvertising[b], most * readPlannedRevenueBn(world, b));
  }
}
