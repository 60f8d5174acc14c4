#!/usr/bin/env node
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { findPublicFolder } from './files/shipped-files.ts';
import { detectLanguage } from './host.ts';
import { createThreadedEngine } from './pool/engine.ts';
import { createThreadPool } from './pool/run-pool.ts';
import { runCommandLine } from './program.ts';

const createPool = (workers: number) => createThreadPool(workers, new URL('./run.worker.js', import.meta.url));

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interruption.abort());

// A reader such as `head` that has seen enough is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  writeOut: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
  language: detectLanguage(process.env),
  publicFolder: findPublicFolder(import.meta.url),
  interruption: interruption.signal,
  createEngine: (threads) => createThreadedEngine(threads, new URL('./crew.worker.js', import.meta.url)),
  createPool,
  // Loaded where it is asked for: it takes as long to load as all the rest.
  openQueue: async (url, tell) => (await import('./queue/queue-pool.ts')).openQueuePool(url, tell),
  workForQueue: async (url, workers, patience) =>
    (await import('./queue/queue-worker.ts')).startQueueWorker(url, createPool(workers), patience),
  cores: availableParallelism(),
  pickSeed: () => String(randomInt(1, 1_000_000_000)),
  readClock: () => Date.now(),
});
