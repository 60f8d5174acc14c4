import type { Design } from '../../experiment/design/design.ts';
import type { RunPool } from '../../experiment/run-pool.ts';
import type { FinishedRun } from '../../experiment/sweep/finished-run.ts';
import { playDesign } from '../../experiment/sweep/play-design.ts';
import type { Shard } from '../../experiment/sweep/shard.ts';
import { readMarketPath } from '../files/shipped-files.ts';
import type { Host } from '../host.ts';
import { createProgress, type Progress } from '../progress.ts';
import type { SweepFolder } from './sweep-folder.ts';

/** Failures that are told one by one; all of them stand in the table. */
const FAILURES_TOLD = 10;

interface FolderTask {
  readonly design: Design;
  readonly shard: Shard | null;
  readonly folder: SweepFolder;
  readonly pool: RunPool;
}

/** Does the runs that a folder has not, with progress. @returns whether all are there; not when the person wanted the command to end */
export async function playInFolder(
  host: Host,
  { design, shard, folder, pool }: FolderTask,
  isQuiet: boolean,
): Promise<boolean> {
  let progress: Progress | null = null;
  let done = 0;
  let total = 0;
  let failures = 0;
  const tellFailure = ({ point, replicate, report }: FinishedRun) => {
    if (report.ok || isQuiet || ++failures > FAILURES_TOLD) return;
    progress?.end();
    host.writeError(
      host.language === 'en'
        ? `point ${point + 1}, seed ${design.readSeed(replicate)} failed: ${report.error}\n`
        : `点 ${point + 1}、种子 ${design.readSeed(replicate)} 失败：${report.error}\n`,
    );
  };
  const played = playDesign(design, pool, folder.log, {
    path: readMarketPath(host.publicFolder),
    readClock: host.readClock,
    ...(shard === null ? {} : { shard }),
    onRound(missing) {
      total = done + missing;
      progress ??= createProgress(host, total, isQuiet);
    },
    onRun(run) {
      tellFailure(run);
      progress?.show(++done, total);
    },
    isOver: () => host.interruption.aborted,
  });
  // Runs under way are given up: they can be done again.
  const isComplete = await Promise.race([played, waitForInterruption(host)]);
  (progress as Progress | null)?.end();
  return isComplete;
}

function waitForInterruption({ interruption }: Host): Promise<false> {
  return new Promise((resolve) => {
    if (interruption.aborted) resolve(false);
    interruption.addEventListener('abort', () => resolve(false), { once: true });
  });
}

export function describeInterruption({ language }: Host, { log, path }: SweepFolder): string {
  return language === 'en'
    ? `Interrupted; ${log.count} finished runs are kept in ${path}. --resume goes on.\n`
    : `已中断；${log.count} 次已完成的运行保存在 ${path}。加 --resume 续跑。\n`;
}
