// `npm run bench`: how fast the model is, on this machine, now. Nothing is asserted; see docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { createThreadedEngine } from '../../src/cli/pool/engine.ts';
import { ENGINE_VERSION } from '../../src/experiment/version.ts';
import type { ModelInputs } from '../../src/model/inputs.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { loadBuiltInputs } from '../support/shipped-inputs.ts';

const RELEASES = 'docs/benchmarks.json';
/** Made from its parameters: six years of history before it would be timed with every creation. */
const SCENARIO = 'projection-neutral';
const SEED = '42';
const INVESTORS = 20_000;
const MONTHS = 72;
const REPEATS = 5;
/** Threads that whole runs are timed on, with as many investors as make it worth while. */
const THREADS = [1, 2, 4];
const CREW_INVESTORS = 80_000;
const SIZES = [5_000, 10_000, 20_000, 40_000, 80_000];

interface Benchmark {
  readonly version: string;
  readonly date: string;
  readonly machine: string;
  readonly investorMonthsPerSecond: number;
  readonly observedInvestorMonthsPerSecond: number;
  /** Of whole runs with metrics, by number of threads, start included. */
  readonly threadedInvestorMonthsPerSecond?: Readonly<Record<string, number>>;
  readonly createMs: number;
  readonly commandLineStartMs: number;
  readonly stateBytesPerInvestor: number;
  readonly allBytesPerInvestor: number;
  /** Nanoseconds an investor-month, by number of investors. */
  readonly costNs: Readonly<Record<string, number>>;
}

function computeMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function measureMs(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** Median over whole runs of investor-months a second, creation left out. */
function measureRate(inputs: ModelInputs, repeats: number, observe: boolean): number {
  const rates = Array.from({ length: repeats }, () => {
    const simulation = createSimulation(inputs, SEED);
    const ms = measureMs(() => {
      while (simulation.month < inputs.months) {
        simulation.step();
        if (observe) simulation.readMetrics();
      }
    });
    return (inputs.agents * inputs.months) / (ms / 1000);
  });
  return computeMedian(rates);
}

/** Investor-months a second of a whole run as the command line makes it, on so many threads. */
async function measureThreads(threads: number): Promise<number> {
  const inputs = loadBuiltInputs(SCENARIO, { agents: CREW_INVESTORS, months: MONTHS });
  const engine = createThreadedEngine(threads, new URL('./crew.worker.js', import.meta.url));
  const started = performance.now();
  await engine(inputs, SEED, () => {});
  return (CREW_INVESTORS * MONTHS) / ((performance.now() - started) / 1000);
}

/** Bytes that a market holds: its saved state, and all that the process keeps for it. */
function measureBytes(agents: number): { readonly state: number; readonly all: number } {
  const inputs = loadBuiltInputs(SCENARIO, { agents });
  const before = readHeldBytes();
  const simulation = createSimulation(inputs, SEED);
  simulation.step();
  const all = readHeldBytes() - before;
  return { state: simulation.save().byteLength, all };
}

function readHeldBytes(): number {
  for (let sweep = 0; sweep < 3; sweep++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Bytes that one more investor costs. */
function measureMemory(): { readonly state: number; readonly all: number } {
  const [few, many] = [20_000, 80_000];
  const [small, large] = [measureBytes(few), measureBytes(many)];
  return { state: (large.state - small.state) / (many - few), all: (large.all - small.all) / (many - few) };
}

/** From the start of a process to its answer, the median of several. */
function measureCommandLineStart(): number {
  const words = [new URL('./cli.js', import.meta.url).pathname, 'describe', 'scenarios', '--json'];
  const run = () => measureMs(() => spawnSync(process.execPath, words, { stdio: 'ignore' }));
  return computeMedian(Array.from({ length: REPEATS }, run));
}

async function measureAll(): Promise<Benchmark> {
  const inputs = loadBuiltInputs(SCENARIO, { agents: INVESTORS, months: MONTHS });
  measureRate(inputs, 1, true); // Until the optimising compiler has seen it, a run measures the compiler.
  const memory = measureMemory();
  const threaded: Record<string, number> = {};
  for (const threads of THREADS) threaded[threads] = await measureThreads(threads);
  return {
    version: ENGINE_VERSION,
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`,
    investorMonthsPerSecond: measureRate(inputs, REPEATS, false),
    observedInvestorMonthsPerSecond: measureRate(inputs, REPEATS, true),
    threadedInvestorMonthsPerSecond: threaded,
    createMs: computeMedian(Array.from({ length: REPEATS }, () => measureMs(() => createSimulation(inputs, SEED)))),
    commandLineStartMs: measureCommandLineStart(),
    stateBytesPerInvestor: memory.state,
    allBytesPerInvestor: memory.all,
    costNs: Object.fromEntries(
      SIZES.map((agents) => [
        agents,
        1e9 / measureRate(loadBuiltInputs(SCENARIO, { agents, months: MONTHS }), 3, false),
      ]),
    ),
  };
}

function formatFigure(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}

function printBenchmark(now: Benchmark, last: Benchmark | undefined): void {
  const compare = (key: 'investorMonthsPerSecond' | 'stateBytesPerInvestor' | 'createMs') =>
    last === undefined ? '' : `   ×${(now[key] / last[key]).toFixed(2)} of ${last.version} (${last.date})`;
  const costs = Object.values(now.costNs);
  console.log(`${now.machine}; ${SCENARIO}, seed ${SEED}, ${INVESTORS} investors × ${MONTHS} months, one core`);
  console.log(
    `  investor-months a second        ${formatFigure(now.investorMonthsPerSecond)}${compare('investorMonthsPerSecond')}`,
  );
  console.log(`    with metrics read each month  ${formatFigure(now.observedInvestorMonthsPerSecond)}`);
  for (const [threads, rate] of Object.entries(now.threadedInvestorMonthsPerSecond ?? {})) {
    console.log(`    whole run on ${threads} ${threads === '1' ? 'thread ' : 'threads'}         ${formatFigure(rate)}`);
  }
  console.log(
    `  state, bytes an investor        ${formatFigure(now.stateBytesPerInvestor)}${compare('stateBytesPerInvestor')}`,
  );
  console.log(`    everything the process holds  ${formatFigure(now.allBytesPerInvestor)}`);
  console.log(`  a market made, ms               ${formatFigure(now.createMs)}${compare('createMs')}`);
  console.log(`  command line to its answer, ms  ${formatFigure(now.commandLineStartMs)}`);
  console.log('  cost by size, ns an investor-month');
  for (const [agents, ns] of Object.entries(now.costNs)) console.log(`    ${agents.padStart(6)}  ${formatFigure(ns)}`);
  console.log(`    largest over smallest cost    ${formatFigure(Math.max(...costs) / Math.min(...costs))}`);
}

const releases = JSON.parse(readFileSync(RELEASES, 'utf8')) as Benchmark[];
const now = await measureAll();
printBenchmark(now, releases.at(-1));
if (process.argv.includes('--record')) {
  const others = releases.filter((release) => release.version !== now.version);
  writeFileSync(RELEASES, `${JSON.stringify([...others, now], null, 2)}\n`);
  console.log(`Recorded as ${now.version} in ${RELEASES}.`);
}
