import type { Result } from '../core/result.ts';
import type { Language } from '../core/text.ts';
import type { Engine } from '../experiment/run.ts';
import type { RunPool } from '../experiment/run-pool.ts';
import type { QueueWorker } from './queue/queue-worker.ts';

/** What a command needs of the machine it runs on; tests give their own. */
export interface Host {
  writeOut(text: string): void;
  writeError(text: string): void;
  /** Whether a person is watching the error stream, so that a bar can move. */
  readonly isTerminal: boolean;
  readonly language: Language;
  /** The folder `public` with scenarios, data and schemas. */
  readonly publicFolder: string;
  /** Told when the person wants the command to end. */
  readonly interruption: AbortSignal;
  createEngine(threads: number): Engine;
  /** Whole runs side by side. */
  createPool(workers: number): RunPool;
  /** Whole runs on whatever machines work for a queue. @param tell told what a person should know while it waits */
  openQueue(url: string, tell: (text: string) => void): Promise<Result<RunPool>>;
  /** Whole runs for such a queue. @param patience seconds of silence after which a machine is taken for dead */
  workForQueue(url: string, workers: number, patience: number): Promise<Result<QueueWorker>>;
  /** Cores that are worth using. */
  readonly cores: number;
  pickSeed(): string;
  /** Milliseconds, for the time left only. */
  readClock(): number;
}

/** Chinese where the environment asks for it (POSIX: LC_ALL before LC_MESSAGES before LANG), English elsewhere. */
export function detectLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
