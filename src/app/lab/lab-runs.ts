import { computed, effect, signal } from '@preact/signals';
import { createEngineClient, type EngineClient } from '../engine-client.ts';
import type { RunData } from '../run-data.ts';
import { createScenarioInputs, type LoadedScenario } from '../scenario-source.ts';
import { overrides, runA, scenario, seed } from '../store.ts';

/** The Lab reads figures only; one investor is the smallest picture there is. */
const SAMPLE = 1;

/** Values of the scenario itself: what *changed* and *default* are measured against. */
export const scenarioValues = computed(() => scenario.value?.scenario.values ?? null);

export const changedCount = computed(() => Object.keys(overrides.value).length);

/** B of the Lab: the scenario with the changed parameters, `null` while nothing is changed. */
export const changedRun = computed(() => (changedCount.value > 0 ? runA.value : null));

const ownBaseline = signal<RunData | null>(null);

/** A of the Lab: the scenario without any change. */
export const baselineRun = computed(() => (changedCount.value > 0 ? ownBaseline.value : runA.value));

/** Gives a parameter a value; the scenario's own value is no change. */
export function changeParameter(key: string, value: number): void {
  const { [key]: _, ...others } = overrides.peek();
  const isScenarios = scenarioValues.peek()?.[key as keyof typeof scenarioValues.value] === value;
  overrides.value = isScenarios ? others : { ...others, [key]: value };
}

/**
 * Keeps the baseline in step with scenario and seed while parameters are changed. It has a worker of its own, so that
 * the page's worker is free for what the user is changing. Call the answer to stop.
 */
export function followBaseline(): () => void {
  let engine: EngineClient | undefined;
  let shown: { readonly loaded: LoadedScenario; readonly seed: string } | undefined;
  const stop = effect(() => {
    const loaded = scenario.value;
    const runSeed = seed.value;
    if (loaded === null || changedCount.value === 0) return;
    if (shown?.loaded === loaded && shown.seed === runSeed) return;
    shown = { loaded, seed: runSeed };
    engine ??= createEngineClient(() => {
      engine = undefined;
      shown = undefined;
    });
    startBaseline(engine, loaded, runSeed);
  });
  return () => {
    stop();
    engine?.destroy();
    ownBaseline.value = null;
  };
}

function startBaseline(engine: EngineClient, loaded: LoadedScenario, runSeed: string): void {
  const inputs = createScenarioInputs(loaded, {});
  if (!inputs.ok) return;
  let run: RunData = { inputs: inputs.value, seed: runSeed, months: [], status: 'running', stateHash: null };
  const show = (change: Partial<RunData>) => {
    run = { ...run, ...change };
    ownBaseline.value = run;
  };
  show({});
  engine
    .run('a', { inputs: inputs.value, seed: runSeed, sample: SAMPLE }, (first, months) => {
      show({ months: [...run.months.slice(0, first), ...months] });
    })
    .then((outcome) => {
      if (outcome.kind === 'done') show({ status: 'done', stateHash: outcome.stateHash });
      if (outcome.kind === 'failed') show({ status: 'failed', message: outcome.message });
    });
}
