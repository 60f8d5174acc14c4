import { formatMonth } from '../core/calendar.ts';
import { InvariantError } from '../core/invariant.ts';
import type { continueSimulation, createSimulation, Simulation } from '../model/simulation.ts';
import type { HistoryStore } from './histories.ts';
import type { KeyframeStore } from './live-keyframes.ts';
import type {
  HistoryListener,
  Lane,
  LiveMonth,
  LiveOutcome,
  LiveRequest,
  LiveRunner,
  MonthsListener,
} from './live-run.ts';

/** Longest stretch of computing before the host may look at its messages. */
const SLICE_MS = 12;

const SUPERSEDED: LiveOutcome = { kind: 'superseded' };

export interface LiveRunnerOptions {
  readonly lane: Lane;
  readonly keyframes: KeyframeStore;
  readonly histories: HistoryStore;
  readonly createSimulation: typeof createSimulation;
  readonly continueSimulation: typeof continueSimulation;
  /** Gives the host a turn: resolves after the messages that were waiting have been handled. */
  readonly pause: () => Promise<void>;
  /** Milliseconds of any clock that does not run backwards. */
  readonly now: () => number;
}

/** One lane of live runs. Clock and pause come from the host, because an experiment knows neither. */
export function createLiveRunner(options: LiveRunnerOptions): LiveRunner {
  let newest = 0;
  const memory = createMemory();
  return {
    run(request, onMonths, onHistory = () => {}) {
      const mine = ++newest;
      return runLive(options, request, onMonths, onHistory, () => mine === newest, memory);
    },
    cancel() {
      newest++;
    },
  };
}

/** Memory for one run after the other: what a run has left is warm, where new memory would be handed over page by page. */
function createMemory(): (bytes: number) => ArrayBuffer {
  let memory = new ArrayBuffer(0);
  return (bytes) => {
    if (memory.byteLength !== bytes) memory = new ArrayBuffer(bytes);
    return memory;
  };
}

/** @param memory of the lane; whoever takes it ends what the run before had there, which nobody waits for any more */
async function runLive(
  options: LiveRunnerOptions,
  request: LiveRequest,
  onMonths: MonthsListener,
  onHistory: HistoryListener,
  isNewest: () => boolean,
  memory: (bytes: number) => ArrayBuffer,
): Promise<LiveOutcome> {
  const { lane, keyframes, histories, createSimulation, continueSimulation, pause, now } = options;
  const branch = keyframes.begin(lane, request);
  if (branch !== null) onMonths(branch.month + 1, [], branch.origin);
  // Requests come in bursts while a slider is dragged; only the last one should pay for building a market.
  await pause();
  if (!isNewest()) return SUPERSEDED;

  let simulation: Simulation | undefined;
  let batch: LiveMonth[] = [];
  let delivered = branch === null ? 0 : branch.month + 1;
  const deliver = () => {
    if (batch.length > 0) onMonths(delivered, batch, lane);
    delivered += batch.length;
    batch = [];
  };

  try {
    if (branch === null) {
      if (!(await reachStart(options, request, onHistory, isNewest))) return SUPERSEDED;
      simulation = createSimulation(request.inputs, request.seed, undefined, undefined, histories.readEnd);
      batch.push(readMonth(simulation, request.sample));
      keyframes.keep(lane, 0, simulation.save());
    } else {
      simulation = continueSimulation(request.inputs, request.seed, branch.state, memory(branch.state.byteLength));
    }
    let sliceEnd = 0; // the first month ends its slice, so that the page can react at once
    while (simulation.month < request.inputs.months) {
      simulation.step();
      batch.push(readMonth(simulation, request.sample));
      if (keyframes.isDue(lane, simulation.month)) keyframes.keep(lane, simulation.month, simulation.save());
      if (now() < sliceEnd) continue;
      deliver();
      await pause();
      if (!isNewest()) return SUPERSEDED;
      sliceEnd = now() + SLICE_MS;
    }
    deliver();
    return { kind: 'done', stateHash: simulation.stateHash() };
  } catch (error) {
    deliver();
    return { kind: 'failed', message: describeFailure(error, request, simulation) };
  }
}

/** Computes what is missing of the run that this one starts from, in slices. @returns whether the run is still wanted */
async function reachStart(
  { histories, pause, now }: LiveRunnerOptions,
  { inputs, seed }: LiveRequest,
  onHistory: HistoryListener,
  isNewest: () => boolean,
): Promise<boolean> {
  let sliceEnd = now() + SLICE_MS;
  while (histories.advance(inputs, seed)) {
    if (now() < sliceEnd) continue;
    onHistory(histories.countMissing(inputs, seed));
    await pause();
    if (!isNewest()) return false;
    sliceEnd = now() + SLICE_MS;
  }
  return true;
}

function readMonth(simulation: Simulation, sample: number): LiveMonth {
  return { record: simulation.readMetrics(), snapshot: simulation.readSnapshot(sample) };
}

/** Where it failed, what was wrong, and the line that replays it. */
function describeFailure(error: unknown, request: LiveRequest, simulation: Simulation | undefined): string {
  const { startMonth, months } = request.inputs;
  const cause = error instanceof InvariantError ? error.detail : error instanceof Error ? error.message : String(error);
  const place =
    simulation === undefined
      ? 'Before the first month'
      : `Month ${simulation.month + 1} of ${months} (${formatMonth(startMonth + simulation.month)})`;
  const replay = request.replay === undefined ? '' : ` Replay: ${request.replay}`;
  return `${place}, seed ${request.seed}: ${cause}${replay}`;
}
