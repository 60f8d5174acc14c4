import { join } from 'node:path';
import type { Host } from '../../src/cli/host.ts';
import { runCommandLine } from '../../src/cli/program.ts';
import { fail } from '../../src/core/result.ts';
import { createEngine } from '../../src/experiment/run.ts';
import { createFakeSimulation } from './fake-simulation.ts';
import { createLocalPool } from './local-pool.ts';
import { ROOT } from './source-text.ts';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command line in this process, with a fake market and a clock that stands still. */
export async function callCommandLine(words: string, changes: Partial<Host> = {}): Promise<Outcome> {
  const written = { out: '', error: '' };
  const host: Host = {
    writeOut: (text) => {
      written.out += text;
    },
    writeError: (text) => {
      written.error += text;
    },
    isTerminal: false,
    language: 'en',
    publicFolder: join(ROOT, 'public'),
    interruption: new AbortController().signal,
    createEngine: () => createEngine(createFakeSimulation),
    createPool: () => createLocalPool(createFakeSimulation),
    openQueue: async () => fail([]),
    workForQueue: async () => fail([]),
    cores: 1,
    pickSeed: () => 'picked',
    readClock: () => 0,
    ...changes,
  };
  const code = await runCommandLine(
    words.split(' ').filter((word) => word !== ''),
    host,
  );
  return { code, ...written };
}
