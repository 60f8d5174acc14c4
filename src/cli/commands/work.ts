import type { Problem } from '../../core/result.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { complain, readNumber } from '../options.ts';
import { reportProblems } from '../problems.ts';
import { QUEUE_PATIENCE } from '../queue/patience.ts';
import { readWorkers } from '../sweep/sweep-options.ts';

/** Options of `work` as they were typed. */
export interface RawWorkOptions {
  readonly queue?: string;
  readonly workers?: string;
  readonly patience?: string;
  readonly once?: true;
}

/** `work --queue`: does runs that sweeps put on a queue, until it is stopped. */
export async function work(host: Host, raw: RawWorkOptions, stray: readonly Problem[]): Promise<ExitCode> {
  const problems = [...stray];
  const workers = readWorkers('--workers', raw.workers, problems) ?? host.cores;
  const { usual, min, max } = QUEUE_PATIENCE;
  const patience = readNumber('--patience', raw.patience, problems) ?? usual;
  if (patience < min || patience > max) {
    problems.push(complain('--patience', `${min} to ${max} seconds`, ` ${min} 至 ${max} 秒`, raw.patience));
  }
  if (raw.queue === undefined) problems.push(complain('--queue', 'redis://host:port', 'redis://主机:端口', raw.queue));
  if (raw.queue === undefined || problems.length > 0) return reportProblems(host, problems);
  const started = await host.workForQueue(raw.queue, workers, patience);
  if (!started.ok) return reportProblems(host, started.problems);
  host.writeError(
    host.language === 'en'
      ? `Working for ${raw.queue} with ${workers} threads.\n`
      : `正以 ${workers} 个线程为 ${raw.queue} 工作。\n`,
  );
  const interrupted = new Promise<'interrupted'>((resolve) => {
    host.interruption.addEventListener('abort', () => resolve('interrupted'), { once: true });
  });
  const end = await Promise.race([interrupted, ...(raw.once === true ? [started.value.drained] : [])]);
  await started.value.close();
  const done = started.value.countRuns();
  host.writeError(host.language === 'en' ? `${done} runs done.\n` : `已完成 ${done} 次运行。\n`);
  return end === 'interrupted' ? EXIT.interrupted : EXIT.done;
}
