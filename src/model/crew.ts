import { allocateTables, measureTables, type Tables } from '../core/columns.ts';
import { CENSUS_TABLES } from './census.ts';
import { appendEvents } from './events.ts';
import type { ModelInputs } from './inputs.ts';
import { EVENT_WIDTH } from './records.ts';
import { stepMonth, VISITS, type VisitAll } from './schedule.ts';
import { describeTables } from './state.ts';
import { createWorld, type World } from './world.ts';

/*
 * A crew is several threads that share the state of one run. The leader computes the month and, in the visits of people,
 * takes the first part of them; helpers take the other parts. What they add up is whole numbers in tables of their own,
 * which the leader adds to the state: so results do not depend on the number of threads. Threads wait for each other by
 * `Atomics`; nothing here knows what kind of thread it runs in, but it must be one that may block.
 */

/** Memory that the threads share. */
export interface CrewMemory {
  readonly state: SharedArrayBuffer;
  /** By helper: what it adds up, and the moves it sees. */
  readonly sums: readonly SharedArrayBuffer[];
  readonly events: readonly SharedArrayBuffer[];
  /** Whole numbers at the positions of `SIGNAL`, then by helper the number of moves. */
  readonly signals: SharedArrayBuffer;
}

/** `turn` grows by one whenever there is something to do: the visit at position `visit`. `done` counts helpers that have. */
const SIGNAL = { turn: 0, visit: 1, done: 2, moves: 3 } as const;

/** Threads name visits by position. */
const VISIT_ORDER = Object.values(VISITS);

/** More moves than a person can make in one visit: join, fall asleep or wake, and one about accounts. */
const MOST_MOVES = 4;

function describeSums(inputs: ModelInputs) {
  const { tally, flow, cohorts, departures } = describeTables(inputs);
  return { tally, flow, cohorts, departures, ...CENSUS_TABLES };
}

type Sums = Tables<ReturnType<typeof describeSums>>;

/** @param threads at least 1, the leader counted in */
export function createCrewMemory(inputs: ModelInputs, threads: number): CrewMemory {
  const helpers = Array.from({ length: threads - 1 }, (_, helper) => helper);
  return {
    state: new SharedArrayBuffer(measureTables(describeTables(inputs))),
    sums: helpers.map(() => new SharedArrayBuffer(measureTables(describeSums(inputs)))),
    events: helpers.map((helper) => {
      const [from, to] = findSlots(inputs.agents, helper + 1, threads);
      return new SharedArrayBuffer((to - from) * MOST_MOVES * EVENT_WIDTH * Float32Array.BYTES_PER_ELEMENT);
    }),
    signals: new SharedArrayBuffer((SIGNAL.moves + threads) * Int32Array.BYTES_PER_ELEMENT),
  };
}

/** The slots of one thread, from and up to. */
function findSlots(agents: number, thread: number, threads: number): [from: number, to: number] {
  return [Math.floor((agents * thread) / threads), Math.floor((agents * (thread + 1)) / threads)];
}

/** What advances a month for the leader: to be given to `createSimulation` with `memory.state`. */
export function createCrewAdvance(inputs: ModelInputs, memory: CrewMemory): (world: World) => void {
  const signals = new Int32Array(memory.signals);
  const helpers = memory.sums.length;
  const sums = memory.sums.map((buffer) => allocateTables(describeSums(inputs), buffer).tables);
  const events = memory.events.map((buffer) => new Float32Array(buffer));
  const [, to] = findSlots(inputs.agents, 0, helpers + 1);
  const visitTogether: VisitAll = (world, visit) => {
    if (visit === VISITS.renewal) for (const { flow } of sums) flow.renewalWeight[0] = world.flow.renewalWeight[0];
    callHelpers(signals, VISIT_ORDER.indexOf(visit));
    visit(world, 0, to);
    awaitHelpers(signals, helpers);
    for (let helper = 0; helper < helpers; helper++) {
      collectSums(world, sums[helper]);
      appendEvents(world.events, events[helper], signals[SIGNAL.moves + helper]);
    }
  };
  return (world) => stepMonth(world, visitTogether);
}

function callHelpers(signals: Int32Array, visit: number): void {
  Atomics.store(signals, SIGNAL.done, 0);
  Atomics.store(signals, SIGNAL.visit, visit);
  Atomics.add(signals, SIGNAL.turn, 1);
  Atomics.notify(signals, SIGNAL.turn);
}

function awaitHelpers(signals: Int32Array, helpers: number): void {
  let done = Atomics.load(signals, SIGNAL.done);
  while (done < helpers) {
    Atomics.wait(signals, SIGNAL.done, done);
    done = Atomics.load(signals, SIGNAL.done);
  }
}

/** Adds what a helper added up, and leaves it with nothing. */
function collectSums(world: World, sums: Sums): void {
  const { tally, flow, cohorts, departures } = world;
  const mine = { tally, flow, cohorts, departures, ...world.census };
  for (const [name, table] of Object.entries(sums)) {
    const columns = mine[name as keyof Sums] as Record<string, Float64Array>;
    for (const [column, values] of Object.entries(table)) addColumn(columns[column], values);
  }
}

function addColumn(into: Float64Array, values: Float64Array | Int32Array): void {
  for (let row = 0; row < values.length; row++) into[row] += values[row];
  values.fill(0);
}

/** What a helper does from the start of a run on. Blocks until its thread is ended. @param helper position in the memory of the crew */
export function helpCrew(inputs: ModelInputs, seed: string, memory: CrewMemory, helper: number): never {
  const signals = new Int32Array(memory.signals);
  const world = createHelperWorld(inputs, seed, memory, helper);
  const [from, to] = findSlots(inputs.agents, helper + 1, memory.sums.length + 1);
  for (let turn = 1; ; turn++) {
    // A call can be heard late, by somebody who has already come: only the number tells whether it is the next turn.
    while (Atomics.load(signals, SIGNAL.turn) < turn) Atomics.wait(signals, SIGNAL.turn, turn - 1);
    const visit = VISIT_ORDER[Atomics.load(signals, SIGNAL.visit)];
    world.events.count = 0;
    visit(world, from, to);
    Atomics.store(signals, SIGNAL.moves + helper, world.events.count);
    Atomics.add(signals, SIGNAL.done, 1);
    Atomics.notify(signals, SIGNAL.done);
  }
}

/** A world on the shared state that adds up in tables of its own. */
function createHelperWorld(inputs: ModelInputs, seed: string, memory: CrewMemory, helper: number): World {
  const { tally, flow, cohorts, departures, ...census } = allocateTables(
    describeSums(inputs),
    memory.sums[helper],
  ).tables;
  return {
    ...createWorld(inputs, seed, memory.state),
    tally,
    flow,
    cohorts,
    departures,
    census,
    events: { rows: new Float32Array(memory.events[helper]), count: 0 },
  };
}
