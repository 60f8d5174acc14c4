import type { Decision } from '../model/inputs.ts';
import type { Lane, LiveRequest } from './live-run.ts';

/** Months between kept states while memory allows. */
const FIRST_STRIDE = 6;

/** A state from which a run may continue: that of `lane` after `month` months. */
interface Branch {
  readonly origin: Lane;
  readonly month: number;
  readonly state: ArrayBuffer;
}

/** A state that is kept, and the run that it belongs to. */
interface Kept {
  readonly request: LiveRequest;
  readonly month: number;
  readonly state: ArrayBuffer;
}

/** States of the last run of each lane. A new run continues from the latest state that both would have reached. */
export interface KeyframeStore {
  /**
   * Makes `request` the run of `lane`. Answers with the latest kept state, of either lane, that the request would reach
   * by itself, or `null` when it has to start afresh.
   */
  begin(lane: Lane, request: LiveRequest): Branch | null;
  isDue(lane: Lane, month: number): boolean;
  /** The latest kept state of the lane's run at `month` or before; `null` when it has none. */
  find(lane: Lane, month: number): Kept | null;
  /** Keeps `state` without copying it. Thins out the lane's states when they pass the store's bound. */
  keep(lane: Lane, month: number, state: ArrayBuffer): void;
  /** Keeps a state beside these, in the place of the one before: that from which the next run is likely to branch. */
  keepReady(lane: Lane, month: number, state: ArrayBuffer): void;
}

interface KeptRun {
  readonly request: LiveRequest;
  /** Everything that fixes the run, decisions apart. */
  readonly identity: string;
  readonly startMonth: number;
  readonly decisions: readonly Decision[];
  stride: number;
  /** States by month, in order of month. */
  states: Map<number, ArrayBuffer>;
  ready: readonly [month: number, state: ArrayBuffer] | null;
}

/** All states of a run, in no order. */
function listStates({ states, ready }: KeptRun): (readonly [month: number, state: ArrayBuffer])[] {
  return ready === null ? [...states] : [...states, ready];
}

/** @param maxLaneBytes most that the states of one lane may take together. */
export function createKeyframeStore(maxLaneBytes: number): KeyframeStore {
  const kept: Partial<Record<Lane, KeptRun>> = {};

  return {
    begin(lane, request) {
      const next = describeRun(request);
      // The lane's own states come first: on equal months nothing has to be taken over from the other lane.
      const lanes: readonly Lane[] = lane === 'a' ? ['a', 'b'] : ['b', 'a'];
      let branch: Branch | null = null;
      for (const origin of lanes) {
        const found = findBranch(origin, kept[origin], next);
        if (found !== null && (branch === null || found.month > branch.month)) branch = found;
      }
      if (branch !== null) {
        const origin = kept[branch.origin] as KeptRun;
        next.stride = origin.stride;
        for (const [month, state] of origin.states) if (month <= branch.month) next.states.set(month, state);
        if (origin.ready !== null && origin.ready[0] <= branch.month) next.ready = origin.ready;
      }
      kept[lane] = next;
      return branch;
    },

    isDue(lane, month) {
      const run = kept[lane];
      return run !== undefined && month > 0 && month % run.stride === 0;
    },

    find(lane, month) {
      const run = kept[lane];
      if (run === undefined) return null;
      let latest: Kept | null = null;
      for (const [at, state] of listStates(run)) {
        if (at <= month && at > (latest?.month ?? -1)) latest = { request: run.request, month: at, state };
      }
      return latest;
    },

    keep(lane, month, state) {
      const run = kept[lane];
      if (run === undefined) return;
      run.states.set(month, state);
      while (run.states.size > 1 && run.states.size * state.byteLength > maxLaneBytes) {
        run.stride *= 2;
        run.states = new Map([...run.states].filter(([at]) => at % run.stride === 0));
      }
    },

    keepReady(lane, month, state) {
      const run = kept[lane];
      if (run !== undefined) run.ready = [month, state];
    },
  };
}

function describeRun(request: LiveRequest): KeptRun {
  const { inputs, seed, sample } = request;
  return {
    request,
    identity: JSON.stringify([seed, sample, { ...inputs, decisions: [] }]),
    startMonth: inputs.startMonth,
    decisions: inputs.decisions,
    stride: FIRST_STRIDE,
    states: new Map(),
    ready: null,
  };
}

function findBranch(origin: Lane, run: KeptRun | undefined, next: KeptRun): Branch | null {
  if (run === undefined || run.identity !== next.identity) return null;
  let branch: Branch | null = null;
  for (const [month, state] of listStates(run)) {
    if (month <= (branch?.month ?? -1)) continue;
    if (decidesAlikeBefore(run.startMonth + month, run.decisions, next.decisions)) branch = { origin, month, state };
  }
  return branch;
}

/** Whether both hold the same decisions, in the same order, in the calendar months before `month`. */
function decidesAlikeBefore(month: number, one: readonly Decision[], other: readonly Decision[]): boolean {
  const before = (decisions: readonly Decision[]) => decisions.filter((decision) => decision.month < month);
  return JSON.stringify(before(one)) === JSON.stringify(before(other));
}
