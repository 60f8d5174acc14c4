import type { BrokerInput, ModelInputs } from '../../src/model/inputs.ts';
import { type ParameterValues, readDefaults } from '../../src/model/parameters.ts';
import { initialiseWorld } from '../../src/model/simulation.ts';
import { beginMonth } from '../../src/model/tally.ts';
import { createWorld, type World } from '../../src/model/world.ts';
import { NO_PROGRAMMES } from './no-programmes.ts';

/** January 2025: what the defaults of the parameters describe. */
export const TEST_START = 2025 * 12;

/** A middling broker: quality 1, so that levels are stated as they come out. */
export function createBroker(id: string, changes: Partial<BrokerInput> = {}): BrokerInput {
  return {
    id,
    name: { en: id, 'zh-CN': id },
    archetype: 'small',
    share: 1,
    entryMonth: TEST_START,
    commissionBp: 2,
    content: 0.3,
    community: 0.3,
    advice: 0.3,
    service: 0.3,
    compliance: 0.5,
    reputation: 0.5,
    quality: 1,
    revisionMonths: 3,
    exploration: 1,
    reach: 0,
    alliance: null,
    strategy: 'plan',
    rollout: 'plan',
    niche: null,
    ...NO_PROGRAMMES,
    ...changes,
  };
}

export interface SmallMarket extends Partial<Omit<ModelInputs, 'values'>> {
  readonly values?: Partial<ParameterValues>;
}

/** Inputs of a market of the defaults: 500 people, three equal brokers, two years, a calm prescribed market. */
export function createMarket({ values = {}, ...changes }: SmallMarket = {}): ModelInputs {
  const brokers = changes.brokers ?? [createBroker('a'), createBroker('b'), createBroker('c')];
  const total = brokers.reduce((sum, broker) => sum + broker.share, 0);
  const months = changes.months ?? 24;
  return {
    agents: 500,
    startMonth: TEST_START,
    months,
    decisions: [],
    realisedReturns: new Array(months).fill(0),
    prologue: null,
    ...changes,
    brokers: brokers.map((broker) => ({ ...broker, share: total > 0 ? broker.share / total : 0 })),
    values: { ...readDefaults(), ...values },
  };
}

/** A world as it stands before its first month, with the tallies open for that month. */
export function createStartedWorld(market: SmallMarket = {}, seed = 'test'): World {
  const world = createWorld(createMarket(market), seed);
  initialiseWorld(world);
  beginMonth(world);
  return world;
}

/** The world with other parameter values, for forms that are read with one parameter varied. */
export function withValues(world: World, values: Partial<ParameterValues>): World {
  return { ...world, values: { ...world.values, ...values } };
}

/** Slots of people for whom the condition holds, in order. */
export function findSlots(world: World, condition: (slot: number) => boolean): number[] {
  return Array.from({ length: world.agents }, (_, slot) => slot).filter(condition);
}
