import { sumOf } from '../../core/sum.ts';
import { readExposureBn } from '../brokers/reach.ts';
import { BROKER_STATUS } from '../brokers/status.ts';
import type { World } from '../world.ts';

/** Least goodwill of an operating broker: somebody has always heard of it. */
const LEAST_GOODWILL = 1e-4;

/**
 * Step 3: goodwill follows share of voice and share of users with a lag (Nerlove and Arrow 1962); it sums to 1.
 * Share of voice is the share of advertising and content spending.
 */
export function updateGoodwill(world: World): void {
  const { brokers, values, brokerCount } = world;
  const speed = values['brokers.goodwillSpeed'] / 12;
  const weight = values['brokers.goodwillVoice'];
  const voice = computeVoice(world);
  const users = sumOf(brokers.users);
  let total = 0;
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] !== BROKER_STATUS.operating) {
      brokers.goodwill[b] = 0;
      continue;
    }
    const aim = weight * voice[b] + (1 - weight) * (users > 0 ? brokers.users[b] / users : 0);
    brokers.goodwill[b] = Math.max(LEAST_GOODWILL, brokers.goodwill[b] + speed * (aim - brokers.goodwill[b]));
    total += brokers.goodwill[b];
  }
  for (let b = 0; b < brokerCount; b++) brokers.goodwill[b] /= total;
}

/** Share of voice of each broker; equal shares when nobody spends. */
export function computeVoice(world: World): Float64Array {
  const { brokers, brokerCount } = world;
  const voice = new Float64Array(brokerCount);
  for (let b = 0; b < brokerCount; b++) {
    if (brokers.status[b] === BROKER_STATUS.operating) {
      voice[b] = readExposureBn(world, b) + brokers.spendContent[b];
    }
  }
  const total = sumOf(voice);
  return voice.map((spend) => (total > 0 ? spend / total : 1 / brokerCount));
}
