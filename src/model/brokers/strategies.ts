import { type Archetype, LEVERS, type Lever, type Strategy } from '../inputs.ts';
import type { World } from '../world.ts';

/** Which way the aim of a price lies from the rivals’ mean, in units of `brokers.priceAggression` (trial.md §1). */
const PRICE_STANCE: Readonly<Record<Archetype, number>> = {
  leader: 0,
  portal: -0.7,
  platform: -1,
  arm: 0.5,
  niche: 0.5,
  small: -0.2,
  entrant: -1,
};

/** Commission as a part of revenue that brokers reckon with before they know better (trial.md §2: .4 to .5 before 2025). */
const COMMISSION_PART = 0.5;

/** Reward a quarter that differs so much from the usual is taken for large, until an adaptive broker knows better. */
const USUAL_SURPRISE = 0.05;

/** What a kind of strategy fixes: a price stance other than the archetype’s, and parts of the money of `brokers.emphasis`. */
interface Kind {
  readonly stance?: number;
  readonly emphasis?: Partial<Record<Lever, number>>;
}

/** Imitators, adaptive and random brokers begin as plans: their money finds its place in the run. */
const KINDS: Readonly<Record<Strategy, Kind>> = {
  plan: {},
  price: { stance: -2.5 },
  content: { emphasis: { content: 1 } },
  community: { emphasis: { community: 1 } },
  advice: { emphasis: { advice: 1 } },
  niche: { stance: 1, emphasis: { service: 0.5, advertising: 0.5 } },
  compliance: { emphasis: { compliance: 1 } },
  imitator: {},
  adaptive: {},
  random: {},
};

/** How brokers use their strategy before their first decision. */
export function createStrategies(
  { strategies, inputs, brokerCount }: World,
  isNew: (broker: number) => boolean = () => true,
): void {
  for (let b = 0; b < brokerCount; b++) {
    if (!isNew(b)) continue;
    const { archetype, strategy } = inputs.brokers[b];
    const { stance = PRICE_STANCE[archetype], emphasis = {} } = KINDS[strategy];
    strategies.stance[b] = stance;
    strategies.commissionPart[b] = COMMISSION_PART;
    strategies.fit[b] = 1;
    strategies.focus[b] = -1;
    strategies.rememberedBp[b] = inputs.brokers[b].commissionBp;
    strategies.usualSurprise[b] = USUAL_SURPRISE;
    stress({ strategies }, b, emphasis);
  }
}

/** Puts the money of `brokers.emphasis` where the parts say, and nowhere else. */
export function stress(
  { strategies }: Pick<World, 'strategies'>,
  broker: number,
  parts: Partial<Record<Lever, number>>,
): void {
  for (const lever of LEVERS) strategies[lever][broker] = parts[lever] ?? 0;
}
