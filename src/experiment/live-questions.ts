import type { Reason } from '../model/reasons.ts';
import type { continueSimulation, Simulation } from '../model/simulation.ts';
import type { KeyframeStore } from './live-keyframes.ts';
import type { Lane, LiveRequest } from './live-run.ts';
import { canComparePeople, comparePeople, type PeopleComparison } from './people.ts';
import { type PersonMonth, readPersonMonth } from './person-life.ts';
import { compareLeavers, neutraliseReason, type UndoneCause, watchLeavers } from './undo-cause.ts';

/** Longest stretch of computing before the host may look at its messages. */
const SLICE_MS = 12;
/** People listed as gaining or losing most. */
const MOST_LISTED = 5;
/** Months that undoing a cause looks ahead: a year. */
const UNDO_MONTHS = 12;

/**
 * Questions about the runs on screen that need whole states: answered from kept states by exact replay. A question is over,
 * with `null`, when a newer one of its kind is asked, when its run is replaced, or when the month is not computed yet.
 */
export interface LiveQuestions {
  /** Both runs person by person after `month` months. @param broker position of the chosen one */
  comparePeople(month: number, broker: number): Promise<PeopleComparison | null>;
  /** Every month of one person, from the start of the run to `lastMonth`. */
  followPerson(lane: Lane, slot: number, lastMonth: number): Promise<readonly PersonMonth[] | null>;
  /** A year from the month of a move on, replayed with one reason weighing nothing. @param month in which the person left */
  undoCause(lane: Lane, month: number, slot: number, broker: number, reason: Reason): Promise<UndoneCause | null>;
  /** Keeps the state after `month` months, so that a run that branches there begins at once. @returns whether it is kept */
  makeReady(lane: Lane, month: number): Promise<boolean | null>;
}

export interface LiveQuestionsOptions {
  readonly keyframes: KeyframeStore;
  readonly continueSimulation: typeof continueSimulation;
  /** Gives the host a turn: resolves after the messages that were waiting have been handled. */
  readonly pause: () => Promise<void>;
  /** Milliseconds of any clock that does not run backwards. */
  readonly now: () => number;
}

/** Ends a question from within. */
class Superseded extends Error {}

export function createLiveQuestions(options: LiveQuestionsOptions): LiveQuestions {
  const newest: Partial<Record<keyof LiveQuestions, number>> = {};

  /** Runs a question until it is answered or over. `turn` gives way after each slice, and ends it when it is over. */
  async function ask<Answer>(kind: keyof LiveQuestions, work: (turn: () => Promise<void>) => Promise<Answer | null>) {
    const mine = (newest[kind] ?? 0) + 1;
    newest[kind] = mine;
    let sliceEnd = options.now() + SLICE_MS;
    const turn = async () => {
      if (options.now() < sliceEnd) return;
      await options.pause();
      if (newest[kind] !== mine) throw new Superseded();
      sliceEnd = options.now() + SLICE_MS;
    };
    try {
      return await work(turn);
    } catch (error) {
      if (error instanceof Superseded) return null;
      throw error;
    }
  }

  /** The lane’s run as it was after `month` months. */
  async function reach(lane: Lane, month: number, turn: () => Promise<void>): Promise<Reached | null> {
    const kept = options.keyframes.find(lane, month);
    if (kept === null) return null;
    const { request } = kept;
    const simulation = options.continueSimulation(request.inputs, request.seed, kept.state);
    while (simulation.month < month) {
      simulation.step();
      await turn();
      if (options.keyframes.find(lane, month)?.request !== request) throw new Superseded();
    }
    return { request, simulation };
  }

  return {
    comparePeople: (month, broker) =>
      ask('comparePeople', async (turn) => {
        const a = await reach('a', month, turn);
        const b = await reach('b', month, turn);
        if (a === null || b === null || !canComparePeople(a.request.inputs, b.request.inputs)) return null;
        const [inA, inB] = [a, b].map(({ request, simulation }) => ({
          inputs: request.inputs,
          state: simulation.save(),
        }));
        return comparePeople(inA, inB, month, broker, MOST_LISTED);
      }),

    followPerson: (lane, slot, lastMonth) =>
      ask('followPerson', async (turn) => {
        const start = await reach(lane, 0, turn);
        if (start === null) return null;
        const { request, simulation } = start;
        const read = () => readPersonMonth(request.inputs, simulation.save(), simulation.month, slot);
        const months = [read()];
        while (simulation.month < lastMonth) {
          simulation.step();
          months.push(read());
          await turn();
        }
        return months;
      }),

    undoCause: (lane, month, slot, broker, reason) =>
      ask('undoCause', async (turn) => {
        const start = await reach(lane, month - 1, turn);
        if (start === null) return null;
        const { request, simulation } = start;
        const { inputs, seed } = request;
        const state = simulation.save();
        const months = Math.min(UNDO_MONTHS, inputs.months - simulation.month);
        const changed = neutraliseReason(inputs, reason);
        const without = options.continueSimulation(changed, seed, state);
        const [before, after] = [watchLeavers(inputs, state, broker), watchLeavers(inputs, state, broker)];
        for (let k = 0; k < months; k++) {
          simulation.step();
          before.look(simulation.save());
          await turn();
          without.step();
          after.look(without.save());
          await turn();
        }
        return compareLeavers(slot, months, before.left, after.left);
      }),

    makeReady: (lane, month) =>
      ask('makeReady', async (turn) => {
        if (options.keyframes.find(lane, month)?.month === month) return true;
        const there = await reach(lane, month, turn);
        if (there === null) return null;
        options.keyframes.keepReady(lane, month, there.simulation.save());
        return true;
      }),
  };
}

interface Reached {
  readonly request: LiveRequest;
  readonly simulation: Simulation;
}
