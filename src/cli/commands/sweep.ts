import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import type { Design } from '../../experiment/design/design.ts';
import type { RunPool } from '../../experiment/run-pool.ts';
import type { Shard } from '../../experiment/sweep/shard.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { reportProblems } from '../problems.ts';
import { readDesign } from '../sweep/design-source.ts';
import { describeInterruption, playInFolder } from '../sweep/play-in-folder.ts';
import { type SweepManifest, writeSweepFiles } from '../sweep/sweep-files.ts';
import { findSweepProblems, openSweepFolder, type SweepFolder } from '../sweep/sweep-folder.ts';
import { type RawSweepOptions, readSweepOptions } from '../sweep/sweep-options.ts';

/** Everything that was asked for, found to make sense. */
interface Task {
  readonly design: Design;
  readonly shard: Shard | null;
  readonly folder: SweepFolder;
  readonly pool: RunPool;
}

/** `sweep <design>`: every run of a design, kept as it ends, and the tables of them when all are done. */
export async function sweep(
  host: Host,
  nameOrPath: string | undefined,
  raw: RawSweepOptions,
  stray: readonly Problem[],
): Promise<ExitCode> {
  const task = await prepare(host, nameOrPath, raw, stray);
  if (!task.ok) return reportProblems(host, task.problems);
  const { design, folder, pool, shard } = task.value;
  try {
    announce(host, task.value, raw);
    const isComplete = await playInFolder(host, task.value, raw.quiet === true);
    if (!isComplete) {
      host.writeError(describeInterruption(host, folder));
      return EXIT.interrupted;
    }
    const manifest = writeSweepFiles(folder.path, design, folder.log, shard);
    host.writeOut(formatOutcome(host, manifest, folder.path, raw));
    return EXIT.done;
  } finally {
    await pool.close();
    folder.close();
  }
}

/** Looks for every problem before anything is computed or written. */
async function prepare(
  host: Host,
  nameOrPath: string | undefined,
  raw: RawSweepOptions,
  stray: readonly Problem[],
): Promise<Result<Task>> {
  const { options, problems: wrong } = readSweepOptions(raw);
  const problems = [...stray, ...wrong];
  const read = readDesign(host.publicFolder, nameOrPath, options.changes);
  if (!read.ok) return fail([...problems, ...read.problems]);
  const design = read.value;
  const { shard } = options;
  const part = shard === null ? null : `${shard.index + 1}/${shard.count}`;
  const out = raw.out ?? `sweep-${design.id}${part === null ? '' : `-${part.replace('/', '-of-')}`}`;
  const folderOptions = { isResumed: raw.resume === true, isForced: raw.force === true, part, isDurable: true };
  problems.push(...findSweepProblems(out, design, folderOptions));
  if (problems.length > 0) return fail(problems);
  const pool =
    options.queue === null
      ? succeed(host.createPool(options.workers ?? host.cores))
      : await host.openQueue(options.queue, (text) => host.writeError(text));
  if (!pool.ok) return pool;
  const folder = openSweepFolder(out, design, folderOptions);
  if (folder.ok) return succeed({ design, shard, folder: folder.value, pool: pool.value });
  await pool.value.close();
  return folder;
}

function announce(host: Host, { design, folder }: Task, raw: RawSweepOptions): void {
  if (raw.quiet === true) return;
  const { points, stop, hash } = design;
  const replicates = stop.interval === null ? `${stop.first}` : `${stop.first}–${stop.most}`;
  const { count } = folder.log;
  const kept = count === 0 ? ['', ''] : [` · ${count} runs are there`, ` · 已有 ${count} 次运行`];
  host.writeError(
    host.language === 'en'
      ? `${design.id} · design ${hash.slice(0, 12)} · ${points.count} points × ${replicates} seeds${kept[0]}\n`
      : `${design.id} · 设计 ${hash.slice(0, 12)} · ${points.count} 点 × ${replicates} 种子${kept[1]}\n`,
  );
}

export function formatOutcome(
  { language }: Host,
  manifest: SweepManifest,
  path: string,
  { json, quiet }: Pick<RawSweepOptions, 'json' | 'quiet'>,
): string {
  if (json === true) return `${JSON.stringify({ ...manifest, out: path }, null, 2)}\n`;
  const { id, points, runs, failed, files } = manifest;
  const line =
    language === 'en'
      ? `${id}: ${points} points, ${runs} runs, ${failed} failed`
      : `${id}：${points} 点，${runs} 次运行，${failed} 次失败`;
  const hash = `runs.csv sha256 ${files['runs.csv']}`;
  return quiet === true ? `${line} · ${hash}\n` : `${line}\n${hash}\n→ ${path}\n`;
}
