import { computed, effect, signal, untracked } from '@preact/signals';
import type { Lane, LiveMonth, LiveOutcome } from '../experiment/live-run.ts';
import type { ModelInputs } from '../model/inputs.ts';
import { createEngineClient, type EngineClient } from './engine-client.ts';
import { applyDecisions, findBranchMonth, type PlayerDecisions } from './player-decisions.ts';
import { MOST_DOTS, type RunData } from './run-data.ts';
import { createScenarioInputs } from './scenario-source.ts';
import { readCommand } from './shown-command.ts';
import { decisions, experiment, failure, overrides, playing, runA, runB, scenario, seed } from './store.ts';

/** Milliseconds between two pictures of a run: months may come faster than anybody can look. The first shows at once. */
const PICTURE_MS = 60;

/** Milliseconds that what is known already waits for the first month after it: drawing both at once takes half as long. */
const PREFIX_MS = 150;

/** Starts the worker at once, in parallel with everything else that the page loads. */
const engine: EngineClient = createEngineClient((message) => {
  failure.value = { kind: 'engine', message };
});

/** Questions about the runs on screen that need more than the months that were delivered. */
export function askEngine(): ReturnType<EngineClient['ask']> {
  return engine.ask();
}

/** Counts the attempts, so that "Try again" starts the same runs anew. */
const attempt = signal(0);

/** True from the start of a run until its first month is there. */
export const pending = { a: signal(true), b: signal(false) } as const;

/** Months missing of the history that A waits for; 0 when it waits for none. */
export const historyMissing = signal(0);

/** Inputs of A, or what is wrong with them; `null` until there is a scenario. */
const inputsA = computed(() => (scenario.value ? createScenarioInputs(scenario.value, overrides.value) : null));

/** Inputs that B starts from: A’s own, or those of the arm that is compared with it. */
const inputsB = computed(() =>
  experiment.value === null ? inputsA.value : createScenarioInputs(experiment.value.treated, overrides.value),
);

const SIGNALS = { a: runA, b: runB } as const;

/** Number of the newest run of each lane: what an older one still says is not heard. */
const newest: Record<Lane, number> = { a: 0, b: 0 };

/**
 * After a crash nothing runs until there is a new worker; whatever is asked next asks for it. A worker that was lost
 * before the first run was even asked for stays reported until somebody tries again.
 */
function reviveEngine(): void {
  const isOpening = runA.peek() === null && attempt.peek() === 0;
  if (failure.peek()?.kind !== 'engine' || isOpening) return;
  engine.restart();
  failure.value = null;
}

/**
 * Runs one lane to its horizon and shows every month as it comes. Months that are known already (`prefix`) come with the
 * first; the run's own copy of them is the same by the design contract. Until then the last picture stays.
 */
function startRun(
  lane: Lane,
  inputs: ModelInputs,
  runSeed: string,
  prefix: readonly LiveMonth[],
  made: PlayerDecisions = [],
): void {
  const target = SIGNALS[lane];
  const mine = ++newest[lane];
  let run: RunData = { inputs, seed: runSeed, months: prefix, status: 'running', stateHash: null, made };
  let picturedAt = Number.NEGATIVE_INFINITY;
  let picture: ReturnType<typeof setTimeout> | undefined;
  const show = (next: RunData) => {
    run = next;
    clearTimeout(picture);
    picture = undefined;
    if (mine === newest[lane] && run.months.length > 0) target.value = run;
  };
  const showNewest = () => {
    picturedAt = performance.now();
    show(run);
  };
  const receive = (first: number, months: readonly LiveMonth[]) => {
    if (first + months.length <= run.months.length) return;
    run = { ...run, months: [...run.months.slice(0, first), ...months] };
    if (performance.now() - picturedAt >= PICTURE_MS) showNewest();
    else picture ??= setTimeout(showNewest, PICTURE_MS);
    pending[lane].value = false;
    if (lane === 'a') historyMissing.value = 0;
  };
  const wait = (missing: number) => {
    if (lane === 'a' && mine === newest.a) historyMissing.value = missing;
  };
  reviveEngine();
  // B's command writes a file first and is no line to read: the buttons copy it.
  const replay = lane === 'a' ? { replay: readCommand([]) } : {};
  const request = { inputs, seed: runSeed, sample: MOST_DOTS, ...replay };
  // The engine is asked before the page draws: both take their time.
  const ended = engine.run(lane, request, receive, wait);
  pending[lane].value = true;
  // A page that plays would run on in the run before.
  if (playing.peek()) show(run);
  else picture = setTimeout(showNewest, PREFIX_MS);
  ended.then((outcome) => {
    if (mine !== newest[lane]) return;
    pending[lane].value = false;
    if (lane === 'a') historyMissing.value = 0;
    show(concludeRun(run, outcome));
    // Ended before its first month: the run before stays on screen, but it is not the answer to what was asked.
    if (run.months.length === 0 && target.value) {
      const { status, message = '' } = run;
      target.value = { ...target.value, status, message, stateHash: null };
    }
  });
}

function concludeRun(run: RunData, outcome: LiveOutcome): RunData {
  if (outcome.kind === 'done') return { ...run, status: 'done', stateHash: outcome.stateHash };
  if (outcome.kind === 'superseded') return { ...run, status: 'cancelled' };
  failure.value = { kind: 'engine', message: outcome.message };
  return { ...run, status: 'failed', message: outcome.message };
}

/** Keeps A and B in step with the scenario, the seed, the parameters and the decisions. Newest wins. */
export function followRuns(): void {
  effect(() => {
    attempt.value;
    const inputs = inputsA.value;
    const runSeed = seed.value;
    if (inputs?.ok) untracked(() => startRun('a', inputs.value, runSeed, []));
    else if (inputs) failure.value = { kind: 'scenario', problems: inputs.problems };
  });
  effect(() => {
    attempt.value;
    const inputs = inputsB.value;
    const runSeed = seed.value;
    const made = decisions.value;
    const isArm = experiment.value !== null;
    const branch = findBranchMonth(made);
    if (!inputs?.ok || (branch === null && !isArm)) {
      newest.b++;
      engine.cancel('b');
      pending.b.value = false;
      runB.value = null;
      return;
    }
    untracked(() => {
      const a = runA.peek();
      const isSameWorld = !isArm && a?.inputs === inputs.value && a.seed === runSeed;
      const known = isSameWorld && branch !== null ? a.months.slice(0, branch + 1) : [];
      startRun('b', applyDecisions(inputs.value, made), runSeed, known, made);
    });
  });
}

/** Ends what is being computed; what is known stays. */
export function cancelRuns(): void {
  engine.cancel('a');
  engine.cancel('b');
}

/** Takes up what was cancelled, from the last kept state on, or what failed, in a new worker. */
export function resumeRuns(): void {
  attempt.value++;
}
