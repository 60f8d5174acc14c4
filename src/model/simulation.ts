import { hashBytes } from '../core/hash.ts';
import { InvariantError } from '../core/invariant.ts';
import { createBrokers } from './brokers/roster.ts';
import { rememberStart } from './history.ts';
import type { ModelInputs } from './inputs.ts';
import { countAllExperience } from './investors/learning.ts';
import { createPopulation } from './investors/population.ts';
import { weighLeaving } from './investors/renewal.ts';
import { REGIME } from './market/environment.ts';
import { createNetwork } from './market/network.ts';
import { observeMonth } from './observe/month.ts';
import { drawSnapshot } from './observe/snapshot.ts';
import type { MonthRecord, Snapshot } from './records.ts';
import { stepMonth } from './schedule.ts';
import { beginFromHistory } from './start/begin.ts';
import { countMonth } from './tally.ts';
import { createWorld, readMonth, type World } from './world.ts';

/**
 * The seam: one model, many hosts. The model knows no host, no clock, no input or output.
 * Equal inputs and seed give equal bits everywhere, for any split over threads and any set of observers.
 */
export interface Simulation {
  readonly inputs: ModelInputs;
  /** Months completed, 0 to `inputs.months`. */
  readonly month: number;
  /** Advances one month. Throws `InvariantError` when people, accounts or money do not balance, `RangeError` when the run is over. */
  step(): void;
  /** The figures of the month just completed (of the initial state before the first step). Reads only. */
  readMetrics(): MonthRecord;
  /** The first `sample` investors as bytes. Reads only. */
  readSnapshot(sample: number): Snapshot;
  /** SHA-256 of the whole state, as 64 hexadecimal digits. */
  stateHash(): string;
  /** A copy of the whole state. */
  save(): ArrayBuffer;
  /** Continues from a saved state of a run with the same inputs and seed; its events are gone. Throws when the size does not fit. */
  restore(saved: ArrayBuffer): void;
}

/**
 * Gives the state at the end of the run that another one starts from. A host that has computed it before gives it again;
 * it depends on nothing but these two.
 */
export type ReadEnd = (prologue: ModelInputs, seed: string) => ArrayBufferLike;

/**
 * Starts a run. @param inputs everything but chance, already validated
 * @param seed any string
 * @param advance what advances a month: the plain schedule, or one that shares the work between threads
 * @param readEnd where the end of `inputs.prologue` comes from: computed here without it
 */
export function createSimulation(
  inputs: ModelInputs,
  seed: string,
  advance: (world: World) => void = stepMonth,
  buffer?: ArrayBufferLike,
  readEnd: ReadEnd = playToEnd,
): Simulation {
  const world = createWorld(inputs, seed, buffer);
  initialiseWorld(world, inputs.prologue === null ? undefined : readEnd(inputs.prologue, seed));
  return presentSimulation(world, seed, advance);
}

function playToEnd(inputs: ModelInputs, seed: string): ArrayBuffer {
  const simulation = createSimulation(inputs, seed);
  while (simulation.month < inputs.months) simulation.step();
  return simulation.save();
}

/**
 * Continues a run with the same inputs, decisions after `saved` apart, and seed: as `createSimulation` and `restore`, without the
 * cost of a first month that nobody looks at. @param buffer memory to lay the state on, of `saved`'s size: whatever is in it is lost
 * @throws RangeError when the size of the state does not fit
 */
export function continueSimulation(
  inputs: ModelInputs,
  seed: string,
  saved: ArrayBuffer,
  buffer?: ArrayBuffer,
): Simulation {
  const simulation = presentSimulation(createWorld(inputs, seed, buffer), seed, stepMonth);
  simulation.restore(saved);
  return simulation;
}

function presentSimulation(world: World, seed: string, advance: (world: World) => void): Simulation {
  const { inputs } = world;
  const bytes = new Uint8Array(world.buffer);
  const countMonths = () => readMonth(world) - inputs.startMonth;
  return {
    inputs,
    get month() {
      return countMonths();
    },
    step() {
      if (countMonths() >= inputs.months) throw new RangeError(`the run is over after ${inputs.months} months`);
      try {
        advance(world);
      } catch (error) {
        throw error instanceof InvariantError ? locateError(error, world, seed) : error;
      }
    },
    readMetrics: () => observeMonth(world),
    readSnapshot: (sample) => drawSnapshot(world, sample),
    stateHash: () => hashBytes(bytes),
    save: () => bytes.slice().buffer,
    restore(saved) {
      if (saved.byteLength !== bytes.byteLength) {
        throw new RangeError(`expected a state of ${bytes.byteLength} bytes, got ${saved.byteLength}`);
      }
      bytes.set(new Uint8Array(saved));
      world.events.count = 0;
    },
  };
}

/** Fills the state for the first month. @param end the state at the end of `inputs.prologue`, where there is one */
export function initialiseWorld(world: World, end?: ArrayBufferLike): void {
  const { inputs, market, flow, agents } = world;
  if (inputs.prologue !== null && end !== undefined) {
    beginFromHistory(world, inputs.prologue, end);
  } else {
    market.month[0] = inputs.startMonth;
    market.regime[0] = REGIME.flat;
    createBrokers(world);
    createPopulation(world);
    createNetwork(world);
    countMonth(world);
    countAllExperience(world);
    rememberStart(world);
  }
  let weight = 0;
  for (let i = 0; i < agents; i++) weight += weighLeaving(world, i);
  flow.renewalWeight[0] = weight;
}

/** Names the month, the seed and a command that runs into the error again. */
function locateError(error: InvariantError, world: World, seed: string): InvariantError {
  const { agents, startMonth } = world.inputs;
  const years = Math.ceil((readMonth(world) - startMonth + 1) / 12);
  const replay = `npm run -s sim -- run <scenario> --seed ${JSON.stringify(seed)} --agents ${agents} --years ${years}`;
  return error.locate({ month: readMonth(world), seed, replay });
}
