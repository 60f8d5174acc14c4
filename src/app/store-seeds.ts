import { effect, signal } from '@preact/signals';
import { playOrders } from '../experiment/run-pool.ts';
import type { ModelInputs } from '../model/inputs.ts';
import type { SeedPair } from './compare/seed-counts.ts';
import type { RunData } from './run-data.ts';
import { view } from './store.ts';

/** A and B again under other seeds. */
export interface SeedStudy {
  readonly inputsA: ModelInputs;
  readonly inputsB: ModelInputs;
  /** Id of the broker whose figures were asked for. */
  readonly broker: string;
  /** Seeds asked for, and investors of each run: fewer than on screen where there are many. */
  readonly seeds: number;
  readonly agents: number;
  readonly status: 'running' | 'done' | 'cancelled';
  /** Seeds that both runs have come back for, in the order of seeds. */
  readonly pairs: readonly SeedPair[];
  /** Runs that failed, each with its seed. */
  readonly failures: readonly { readonly seed: string; readonly error: string }[];
}

/** The newest study; `null` when there is none of the runs on screen. */
export const seedStudy = signal<SeedStudy | null>(null);

/** Numbers of seeds to choose from. */
export const SEED_COUNTS = [20, 50, 200] as const;

/** Runs of more investors would keep the machine for too long, and differences between seeds hardly depend on it. */
const MOST_AGENTS = 5_000;
/** With this many workers, cores are left over for a study that nobody asked for. */
const SPARE_WORKERS = 3;
/** What is on screen should have come to rest before that. */
const REST_MS = 3_000;
/** A progress that is told more often than this costs more than it shows. */
const TELL_MS = 150;

let controller = new AbortController();

/** Seeds are numbered, as `compare` does on the command line. */
function nameSeed(k: number): string {
  return String(k + 1);
}

function resize(inputs: ModelInputs, agents: number): ModelInputs {
  return { ...inputs, agents, prologue: inputs.prologue === null ? null : resize(inputs.prologue, agents) };
}

/** Runs A and B again under numbered seeds, on all workers of the tab. Seeds that are known already are not run again. */
export async function askSeeds(runA: RunData, runB: RunData, broker: string, seeds: number): Promise<void> {
  controller.abort();
  controller = new AbortController();
  const { signal: given } = controller;
  const [{ createMeasure, OUTCOMES }, { getTabPool }] = await Promise.all([
    import('./compare/outcomes.ts'),
    import('./run-pool.ts'),
  ]);
  if (given.aborted) return;
  const agents = Math.min(runA.inputs.agents, MOST_AGENTS);
  const sides = [resize(runA.inputs, agents), resize(runB.inputs, agents)];
  const measures = OUTCOMES.map((outcome) => createMeasure(outcome, broker, runA.inputs));
  const before = seedStudy.peek();
  const known = before !== null && isOf(before, runA, runB, broker) ? before.pairs.slice(0, seeds) : [];
  const found = new Map(known.map((pair) => [pair.seed, pair]));
  const wanted = Array.from({ length: seeds }, (_, k) => nameSeed(k)).filter((name) => !found.has(name));
  const halves = new Map<string, readonly (readonly number[])[]>();
  const failures: { seed: string; error: string }[] = [];
  const tell = (status: SeedStudy['status']) => {
    if (given.aborted) return;
    const pairs = [...found.values()].sort((a, b) => Number(a.seed) - Number(b.seed));
    const { inputs: inputsA } = runA;
    seedStudy.value = { inputsA, inputsB: runB.inputs, broker, seeds, agents, status, pairs, failures: [...failures] };
  };
  tell('running');
  let told = performance.now();
  await playOrders(
    getTabPool().until(given),
    2 * wanted.length,
    (k) => ({ inputs: sides[k % 2], seed: wanted[k >> 1], measures }),
    (k, report) => {
      const seed = wanted[k >> 1];
      if (!report.ok) {
        failures.push({ seed, error: report.error });
        return;
      }
      const other = halves.get(seed);
      halves.set(seed, report.values);
      if (other === undefined) return;
      const [a, b] = k % 2 === 0 ? [report.values, other] : [other, report.values];
      found.set(seed, { seed, a, b });
      if (performance.now() - told < TELL_MS) return;
      told = performance.now();
      tell('running');
    },
    () => given.aborted,
  );
  tell('done');
}

/** Stops; what is known stays. */
export function cancelSeeds(): void {
  controller.abort();
  const study = seedStudy.peek();
  if (study?.status === 'running') seedStudy.value = { ...study, status: 'cancelled' };
}

function isOf(study: SeedStudy, runA: RunData, runB: RunData, broker: string): boolean {
  return study.inputsA === runA.inputs && study.inputsB === runB.inputs && study.broker === broker;
}

/** Forgets what is about other runs; starts by itself where cores are left over. */
export function followSeeds(): void {
  effect(() => {
    const shown = view.value;
    const { runA, runB, chosen = 0, playing } = shown ?? {};
    const broker = runA?.inputs.brokers[chosen]?.id;
    const study = seedStudy.peek();
    if (study !== null && (!runA || !runB || broker === undefined || !isOf(study, runA, runB, broker))) {
      cancelSeeds();
      seedStudy.value = null;
    }
    const hasRest = navigator.hardwareConcurrency - 1 >= SPARE_WORKERS && !playing;
    const isReady = runA?.status === 'done' && runB?.status === 'done' && seedStudy.peek() === null;
    if (!hasRest || !isReady || broker === undefined) return;
    const timer = setTimeout(() => askSeeds(runA, runB, broker, SEED_COUNTS[0]), REST_MS);
    return () => clearTimeout(timer);
  });
}
