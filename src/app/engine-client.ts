import { proxy, type Remote, wrap } from 'comlink';
import type { Delivery, Engine, Waiting } from '../../workers/browser/engine.worker.ts';
import type { Lane, LiveMonth, LiveOutcome, LiveRequest } from '../experiment/live-run.ts';

/**
 * Receives the months of a run in order. The first call of a run always begins at month 0, also when the engine could
 * continue from a kept state: the months that it skipped are filled in. `first` is the position of `months[0]`.
 */
type RunListener = (first: number, months: readonly LiveMonth[]) => void;

/** Told how many months are missing of the run that a run starts from. */
type WaitListener = (missing: number) => void;

/** The engine's worker as the page sees it. It starts at once, in parallel with the libraries of the page. */
export interface EngineClient {
  /** Ends the lane's run before it (that one resolves as superseded) and runs the whole horizon. Never rejects. */
  run(lane: Lane, request: LiveRequest, onMonths: RunListener, onWait?: WaitListener): Promise<LiveOutcome>;
  /** Ends the lane's run, which resolves as superseded. Its listener is not called again. */
  cancel(lane: Lane): void;
  /** Puts a new worker in the place of the old one. Runs in flight resolve as failed. */
  restart(): void;
  destroy(): void;
  /** Questions about the runs of both lanes; the answer never comes when the worker is lost. */
  ask(): Remote<Engine['questions']>;
  /** The run that a tester drives by hand; see `test-api.ts`. */
  getHand(): Remote<Engine['hand']>;
}

interface RunInFlight {
  readonly number: number;
  readonly onMonths: RunListener;
  readonly onWait: WaitListener;
  readonly end: (outcome: LiveOutcome) => void;
  started: boolean;
}

/** @param onCrash called when the worker is lost: nothing runs until `restart`. */
export function createEngineClient(onCrash: (message: string) => void): EngineClient {
  const running: Partial<Record<Lane, RunInFlight>> = {};
  /** What each lane has delivered, also for runs that nobody waits for: a later run may continue from there. */
  let delivered: Record<Lane, readonly LiveMonth[]> = { a: [], b: [] };
  let runs = 0;
  let worker: Worker;
  let engine: Remote<Engine>;

  const receive: Delivery = (lane, run, first, months, origin) => {
    delivered[lane] = [...delivered[origin].slice(0, first), ...months];
    const current = running[lane];
    if (current?.number !== run) return;
    if (current.started) current.onMonths(first, months);
    else current.onMonths(0, delivered[lane]);
    current.started = true;
  };

  const tellWaiting: Waiting = (lane, run, missing) => {
    const current = running[lane];
    if (current?.number === run) current.onWait(missing);
  };

  function start(): void {
    delivered = { a: [], b: [] };
    worker = new Worker(new URL('../../workers/browser/engine.worker.ts', import.meta.url), { type: 'module' });
    worker.onerror = (event) => crash(event.message || 'the worker could not be loaded');
    worker.onmessageerror = () => crash('a message of the worker could not be read');
    engine = wrap<Engine>(worker);
    engine.connect(proxy(receive), proxy(tellWaiting));
  }

  function stop(message: string): void {
    worker.terminate();
    for (const lane of ['a', 'b'] as const) finish(lane, { kind: 'failed', message });
  }

  function crash(message: string): void {
    stop(message);
    onCrash(message);
  }

  function finish(lane: Lane, outcome: LiveOutcome): void {
    const ended = running[lane];
    delete running[lane];
    ended?.end(outcome);
  }

  start();
  return {
    run(lane, request, onMonths, onWait = () => {}) {
      finish(lane, { kind: 'superseded' });
      const number = ++runs;
      return new Promise((end) => {
        running[lane] = { number, onMonths, onWait, end, started: false };
        const finishThis = (outcome: LiveOutcome) => {
          if (running[lane]?.number === number) finish(lane, outcome);
        };
        engine
          .run(lane, number, request)
          .then(finishThis, (error) => finishThis({ kind: 'failed', message: String(error) }));
      });
    },
    cancel(lane) {
      finish(lane, { kind: 'superseded' });
      engine.cancel(lane);
    },
    restart() {
      stop('the engine was restarted');
      start();
    },
    destroy: () => stop('the engine was stopped'),
    ask: () => engine.questions,
    getHand: () => engine.hand,
  };
}
