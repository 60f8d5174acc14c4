import type { World } from '../world.ts';
import { BROKER_STATUS } from './status.ts';

/** Share of everybody whom a broker’s own platform meets. */
export function readPlatformReach({ inputs, values }: World, broker: number): number {
  return values['brokers.platformReach'] * inputs.brokers[broker].reach;
}

/**
 * How much a broker is seen, CNY billion a year: what it spends on advertising, and what the audience of its own platform would
 * cost others, which it has for nothing (M13).
 */
export function readExposureBn(world: World, broker: number): number {
  const { brokers, values } = world;
  const isOpen = brokers.status[broker] === BROKER_STATUS.operating;
  const ownMediaBn = isOpen ? readPlatformReach(world, broker) * values['brokers.ownMediaBn'] : 0;
  return brokers.spendAdvertising[broker] + ownMediaBn;
}

/** Goodwill of a broker that opens: nobody knows it, unless its platform has met them; with full reach it is an average broker’s. */
export function readOpeningGoodwill(world: World, broker: number): number {
  return readPlatformReach(world, broker) / world.brokerCount;
}
