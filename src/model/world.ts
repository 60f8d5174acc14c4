import { settleLayout } from '../core/layout.ts';
import { exp } from '../core/math.ts';
import { createRunKey, Draws } from '../core/random.ts';
import { computeHomeShares, computeStartShares } from './brokers/shares.ts';
import { type Census, createCensus } from './census.ts';
import { createEventLog, type EventLog } from './events.ts';
import type { ModelInputs, Niche } from './inputs.ts';
import { type Block, createBlock } from './investors/block.ts';
import { type Choice, createChoice } from './investors/choice.ts';
import { createOffers, type Offers } from './investors/offers.ts';
import type { ParameterValues } from './parameters.ts';
import { allocateState, type StateTables } from './state.ts';

/** Everything that a step of the month may touch. Only what lies in `buffer` is state; the rest is derived or scratch. */
export interface World extends StateTables {
  readonly inputs: ModelInputs;
  readonly values: ParameterValues;
  readonly agents: number;
  readonly brokerCount: number;
  /** People that one agent stands for. */
  readonly peoplePerAgent: number;
  readonly buffer: ArrayBufferLike;
  readonly draws: Draws;
  /** Shares of users at the start, and of traditional investors, by broker. */
  readonly startShares: Float64Array;
  readonly homeShares: Float64Array;
  /** Median assets that people of 20 aim at in the first month, CNY. */
  readonly startWealthCny: number;
  /** Whom each broker is made for, or `null`. */
  readonly niches: readonly (Niche | null)[];
  /** What investors decided this month. Written by the model, read by observers, never read by the model. */
  readonly events: EventLog;
  /** What brokers offer this month: derived from the state before investors are visited. */
  readonly offers: Offers;
  /** People counted so far. */
  readonly census: Census;
  /** Scratch for choices between brokers. */
  readonly choice: Choice;
  /** Scratch for the people who are being visited. */
  readonly block: Block;
}

/** A world with empty tables. @param buffer memory to lay the state on, for threads that share one */
export function createWorld(inputs: ModelInputs, seed: string, buffer?: ArrayBufferLike): World {
  const allocation = allocateState(inputs, buffer);
  return settleLayout({
    ...allocation.tables,
    inputs,
    values: settleLayout(inputs.values),
    agents: inputs.agents,
    brokerCount: inputs.brokers.length,
    peoplePerAgent: (inputs.values['population.adultsMillion'] * 1e6) / inputs.agents,
    buffer: allocation.buffer,
    draws: new Draws(createRunKey(seed)),
    startShares: computeStartShares(inputs.brokers, inputs.values['population.shareExponent']),
    homeShares: computeHomeShares(inputs.brokers),
    startWealthCny: computeStartWealthCny(inputs),
    niches: inputs.brokers.map(({ niche }) => niche),
    events: createEventLog(),
    offers: createOffers(inputs.brokers.length),
    census: createCensus(),
    choice: createChoice(),
    block: createBlock(),
  });
}

/** Savings grew from the start of the first history on, as each run says. */
function computeStartWealthCny({ values, prologue }: ModelInputs): number {
  if (prologue === null) return values['population.wealthAt20Cny'];
  const years = prologue.months / 12;
  return computeStartWealthCny(prologue) * exp(prologue.values['population.wealthGrowth'] * years);
}

/** The calendar month in progress, or about to begin. */
export function readMonth(world: World): number {
  return world.market.month[0];
}

/**
 * Number of the person who lives in a slot: the key of all its draws. When a person leaves the pool the slot passes to
 * a newcomer with a number of their own.
 */
export function readPerson(world: World, slot: number): number {
  return slot + world.investors.generation[slot] * world.agents;
}

/** Agent cents for an amount of the whole market in CNY billion. */
export function convertBillionToAgentCents(world: World, billion: number): number {
  return (billion * 1e11) / world.peoplePerAgent;
}

/** CNY billion of the whole market for agent cents. */
export function convertAgentCentsToBillion(world: World, cents: number): number {
  return (cents * world.peoplePerAgent) / 1e11;
}
