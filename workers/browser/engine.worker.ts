import { expose, type ProxyMarked, proxy, transfer } from 'comlink';
import { createHandRun, type HandRun } from '../../src/experiment/hand-run.ts';
import { createHistoryStore } from '../../src/experiment/histories.ts';
import { createKeyframeStore } from '../../src/experiment/live-keyframes.ts';
import { createLiveQuestions, type LiveQuestions } from '../../src/experiment/live-questions.ts';
import type { Lane, LiveMonth, LiveOutcome, LiveRequest } from '../../src/experiment/live-run.ts';
import { createLiveRunner } from '../../src/experiment/live-runner.ts';
import { continueSimulation, createSimulation } from '../../src/model/simulation.ts';
import { createPause } from './pause.ts';

const LANE_BYTES = 96 * 1024 * 1024;
/** Of ends of histories. */
const HISTORY_BYTES = 64 * 1024 * 1024;

/** Months of run number `run`; `first` and `origin` as in `MonthsListener`. */
export type Delivery = (lane: Lane, run: number, first: number, months: readonly LiveMonth[], origin: Lane) => void;

/** Months missing of the run that run number `run` starts from. */
export type Waiting = (lane: Lane, run: number, missing: number) => void;

/** What the page may ask of the worker. Both lanes share one store of states, so that mine can branch from the baseline. */
export interface Engine {
  /** Names the receivers of all months, once. One receiver for all runs, because its calls then arrive in order. */
  connect(deliver: Delivery & ProxyMarked, wait: Waiting & ProxyMarked): void;
  /** Resolves after every month of the run has been received. */
  run(lane: Lane, run: number, request: LiveRequest): Promise<LiveOutcome>;
  cancel(lane: Lane): void;
  /** About the runs of both lanes, as they are kept here. */
  readonly questions: LiveQuestions & ProxyMarked;
  readonly hand: HandRun & ProxyMarked;
}

const host = {
  keyframes: createKeyframeStore(LANE_BYTES),
  histories: createHistoryStore(createSimulation, HISTORY_BYTES),
  createSimulation,
  continueSimulation,
  pause: createPause(),
  now: () => performance.now(),
};
const runners = { a: createLiveRunner({ ...host, lane: 'a' }), b: createLiveRunner({ ...host, lane: 'b' }) };
let deliver: Delivery = () => {};
let wait: Waiting = () => {};

const engine: Engine = {
  connect(receiver, waiter) {
    deliver = receiver;
    wait = waiter;
  },
  async run(lane, run, request) {
    let received: unknown;
    const outcome = await runners[lane].run(
      request,
      (first, months, origin) => {
        received = deliver(lane, run, first, transfer(months as LiveMonth[], listBuffers(months)), origin);
      },
      (missing) => wait(lane, run, missing),
    );
    await received;
    return outcome;
  },
  cancel: (lane) => runners[lane].cancel(),
  questions: proxy(createLiveQuestions(host)),
  hand: proxy(createHandRun(createSimulation)),
};

function listBuffers(months: readonly LiveMonth[]): ArrayBuffer[] {
  const arrays = months.flatMap(({ record, snapshot }) => [
    record.market,
    record.brokers,
    record.segments,
    record.cohorts,
    record.events,
    snapshot.bytes,
  ]);
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}

expose(engine);
