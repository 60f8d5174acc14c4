import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import { createDesignOrder, type Design, parseDesign } from '../../experiment/design/design.ts';
import type { RunPool } from '../../experiment/run-pool.ts';
import { analyseStudy, type Sensitivity } from '../../experiment/sensitivity/analysis.ts';
import { createStudyFile } from '../../experiment/sensitivity/study.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadShipped, readMarketPath } from '../files/shipped-files.ts';
import type { Host } from '../host.ts';
import { reportProblems } from '../problems.ts';
import { type RawSensitivityOptions, readSensitivityOptions } from '../sensitivity-options.ts';
import { formatSensitivity } from '../sensitivity-text.ts';
import { describeInterruption, playInFolder } from '../sweep/play-in-folder.ts';
import { writeSweepFiles } from '../sweep/sweep-files.ts';
import { findSweepProblems, openSweepFolder, type SweepFolder } from '../sweep/sweep-folder.ts';

/** Everything that was asked for, found to make sense. */
interface Task {
  readonly design: Design;
  readonly folder: SweepFolder;
  readonly pool: RunPool;
}

const RESULT_FILE = 'sensitivity.json';
const USUAL_SCENARIO = 'projection-neutral';

/** `sensitivity [scenario]`: which parameters drive which figures. Its runs are those of a sweep, and are kept as they are there. */
export async function sensitivity(
  host: Host,
  scenario: string | undefined,
  raw: RawSensitivityOptions,
  stray: readonly Problem[],
): Promise<ExitCode> {
  const task = prepare(host, scenario ?? USUAL_SCENARIO, raw, stray);
  if (!task.ok) return reportProblems(host, task.problems);
  const { design, folder, pool } = task.value;
  try {
    if (raw.quiet !== true) await announce(host, task.value);
    const isComplete = await playInFolder(host, { ...task.value, shard: null }, raw.quiet === true);
    if (!isComplete) {
      host.writeError(describeInterruption(host, folder));
      return EXIT.interrupted;
    }
    writeSweepFiles(folder.path, design, folder.log, null);
    const result = analyse(task.value);
    const text = `${JSON.stringify(result)}\n`;
    writeWhole(join(folder.path, RESULT_FILE), text);
    host.writeOut(raw.json === true ? text : formatSensitivity(result, host.language));
    return EXIT.done;
  } finally {
    await pool.close();
    folder.close();
  }
}

/** Looks for every problem before anything is computed or written. */
function prepare(host: Host, scenario: string, raw: RawSensitivityOptions, stray: readonly Problem[]): Result<Task> {
  const { options, problems: wrong } = readSensitivityOptions(raw);
  const problems = [...stray, ...wrong];
  const { method, agents, ...rest } = options;
  const id = `${scenario}-${method}`;
  const file = createStudyFile({ id, method, scenario, ...(agents === undefined ? {} : { agents }), ...rest });
  const parsed = parseDesign(file, { loadShipped: (name) => loadShipped(host.publicFolder, name) });
  if (!parsed.ok) return fail([...problems, ...parsed.problems.map(nameOption)]);
  const out = raw.out ?? `sensitivity-${id}`;
  const folderOptions = { isResumed: raw.resume === true, isForced: raw.force === true, part: null, isDurable: true };
  problems.push(...findSweepProblems(out, parsed.value, folderOptions));
  if (problems.length > 0) return fail(problems);
  const folder = openSweepFolder(out, parsed.value, folderOptions);
  if (!folder.ok) return folder;
  const pool = host.createPool(options.workers ?? host.cores);
  return succeed({ design: parsed.value, folder: folder.value, pool });
}

/** A problem of the design, by the option that brought it. */
function nameOption(problem: Problem): Problem {
  const { path } = problem;
  if (path === 'scenario') return { ...problem, path: '<scenario>' };
  if (path === 'agents') return { ...problem, path: '--agents' };
  if (path.startsWith('measures')) return { ...problem, path: '--metrics' };
  return path.startsWith('parameters') ? { ...problem, path: '--parameters' } : problem;
}

/** Says how much there is to do, by the time that two of its runs take: the second has its history at hand. */
async function announce(host: Host, { design, folder: { log }, pool }: Task): Promise<void> {
  const { points, stop } = design;
  const path = readMarketPath(host.publicFolder);
  for (const point of [0, 1]) {
    if (log.has(point, 0) || host.interruption.aborted) continue;
    const started = host.readClock();
    const report = await pool.play(createDesignOrder(design, path, point, 0));
    await log.append({ point, replicate: 0, report, milliseconds: host.readClock() - started });
  }
  const runs = points.count * stop.first;
  const left = runs - log.count;
  const each = log.read(1, 0)?.milliseconds ?? 0;
  const seconds = Math.ceil((each * left) / pool.size / 1000);
  const minutes = seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
  host.writeError(
    host.language === 'en'
      ? `${points.keys.length} parameters, ${points.count} points × ${stop.first} seeds = ${runs} runs, ${left} to do: about ${minutes} with ${pool.size} at a time\n`
      : `${points.keys.length} 个参数，${points.count} 点 × ${stop.first} 种子 = ${runs} 次运行，尚余 ${left} 次：${pool.size} 路并行约 ${minutes}\n`,
  );
}

function analyse({ design, folder: { log } }: Task): Sensitivity {
  return analyseStudy(design, (point, replicate) => {
    const report = log.read(point, replicate)?.report;
    return report?.ok === true ? report.values : null;
  });
}

/** A file is there whole or not at all. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.partial`, text);
  renameSync(`${path}.partial`, path);
}
