import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import { type Design, parseDesign } from '../../experiment/design/design.ts';
import { countReplicates } from '../../experiment/sweep/replicates.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { reportProblems } from '../problems.ts';
import { LOG_FILE, listRuns, readLogHeader } from '../sweep/run-log.ts';
import { DESIGN_FILE, writeSweepFiles } from '../sweep/sweep-files.ts';
import { findSweepProblems, openSweepFolder, type SweepFolder } from '../sweep/sweep-folder.ts';
import type { RawSweepOptions } from '../sweep/sweep-options.ts';
import { formatOutcome } from './sweep.ts';

type RawMergeOptions = Pick<RawSweepOptions, 'out' | 'force' | 'json' | 'quiet'>;

/** Missing runs that are told one by one. */
const MISSING_TOLD = 20;

/** `merge <DIR…>`: the parts of one design, put together as if one machine had done them. */
export function merge(host: Host, parts: readonly string[], raw: RawMergeOptions, stray: readonly Problem[]): ExitCode {
  const read = readParts(parts);
  if (!read.ok) return reportProblems(host, [...stray, ...read.problems]);
  const design = read.value;
  const out = raw.out ?? `sweep-${design.id}`;
  const options = { isResumed: false, isForced: raw.force === true, part: null, isDurable: false };
  const problems = [...stray, ...findSweepProblems(out, design, options)];
  if (problems.length > 0) return reportProblems(host, problems);
  const folder = openSweepFolder(out, design, options);
  if (!folder.ok) return reportProblems(host, folder.problems);
  const wrong = [...joinRuns(parts, folder.value), ...findMissing(design, folder.value)];
  if (wrong.length > 0) {
    folder.value.discard();
    return reportProblems(host, wrong);
  }
  const manifest = writeSweepFiles(folder.value.path, design, folder.value.log, null);
  folder.value.close();
  host.writeOut(formatOutcome(host, manifest, folder.value.path, raw));
  return EXIT.done;
}

/** The design that all parts share. */
function readParts(parts: readonly string[]): Result<Design> {
  const problems: Problem[] = [];
  const complain = (path: string, en: string, zh: string, got: string) =>
    problems.push({ path, expected: { en, 'zh-CN': zh }, got });
  if (parts.length === 0) complain('<DIR>', 'folders of sweeps', '扫描的文件夹', 'nothing');
  let design: Design | null = null;
  for (const part of parts) {
    const path = join(part, DESIGN_FILE);
    const header = readLogHeader(join(part, LOG_FILE));
    if (header === null || !existsSync(path)) {
      complain(part, 'a folder with design.json and runs.log', '含 design.json 与 runs.log 的文件夹', 'none');
      continue;
    }
    if (header.engineVersion !== ENGINE_VERSION) {
      complain(
        part,
        `runs of engine ${ENGINE_VERSION}`,
        `引擎 ${ENGINE_VERSION} 的运行`,
        `runs of engine ${header.engineVersion}`,
      );
    }
    const parsed = parseDesign(readFileSync(path, 'utf8'), { loadShipped: () => undefined });
    if (!parsed.ok)
      problems.push(...parsed.problems.map((problem) => ({ ...problem, path: `${path} ${problem.path}` })));
    else if (parsed.value.hash !== header.design || (design !== null && parsed.value.hash !== design.hash)) {
      complain(part, 'runs of the design of the first folder', '与首个文件夹同一设计的运行', 'runs of another design');
    } else design ??= parsed.value;
  }
  return problems.length > 0 || design === null ? fail(problems) : succeed(design);
}

/** A run that two parts have is one run, as long as both say the same of it. */
function joinRuns(parts: readonly string[], { log }: SweepFolder): Problem[] {
  const problems: Problem[] = [];
  for (const part of parts) {
    for (const run of listRuns(join(part, LOG_FILE))) {
      const known = log.read(run.point, run.replicate);
      if (known === null) log.append(run);
      else if (JSON.stringify(known.report) !== JSON.stringify(run.report)) {
        const expected = { en: 'the report that another folder has', 'zh-CN': '与另一文件夹相同的结果' };
        problems.push({
          path: `${part} point ${run.point + 1}, replicate ${run.replicate + 1}`,
          expected,
          got: 'another',
        });
      }
    }
  }
  return problems;
}

function findMissing(design: Design, { log }: SweepFolder): Problem[] {
  const missing: Problem[] = [];
  let count = 0;
  for (let point = 0; point < design.points.count; point++) {
    const replicates = countReplicates(design, log, point);
    for (let replicate = 0; replicate < replicates; replicate++) {
      if (log.has(point, replicate) || ++count > MISSING_TOLD) continue;
      const path = `point ${point + 1}, replicate ${replicate + 1}`;
      missing.push({ path, expected: { en: 'a finished run', 'zh-CN': '已完成的运行' }, got: 'nothing' });
    }
  }
  if (count > MISSING_TOLD) {
    missing.push({ path: 'runs', expected: { en: 'all of them', 'zh-CN': '全部运行' }, got: `${count} missing` });
  }
  return missing;
}
