import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import type { Design } from '../../experiment/design/design.ts';
import { createLogHeader, LOG_FILE, openRunLog, type RunLog, readLogHeader } from './run-log.ts';
import { DESIGN_FILE, SWEEP_MANIFEST, SWEEP_TABLES, writeDesignFile } from './sweep-files.ts';

/** Names the process that works in a folder, so that two never append to one log. */
const LOCK_FILE = '.lock';

/** A folder in which a sweep is under way. */
export interface SweepFolder {
  readonly path: string;
  readonly log: RunLog;
  /** Lets others work in it; what is in it stays. */
  close(): void;
  /** Takes back what was begun. */
  discard(): void;
}

interface FolderOptions {
  readonly isResumed: boolean;
  readonly isForced: boolean;
  /** `2/8`, or `null` for the whole design. */
  readonly part: string | null;
  /** Whether runs cost time to do again. */
  readonly isDurable: boolean;
}

/** What keeps a folder from taking a sweep, as far as a look tells. Touches nothing. */
export function findSweepProblems(
  given: string,
  design: Design,
  { isResumed, isForced, part }: FolderOptions,
): Problem[] {
  const path = resolve(given);
  const complain = (option: string, en: string, zh: string, got: string): Problem[] => [
    { path: option, expected: { en, 'zh-CN': zh }, got },
  ];
  if (existsSync(path) && !statSync(path).isDirectory())
    return complain(`--out ${given}`, 'a folder', '文件夹', 'a file');
  if (isForced) return [];
  const header = readLogHeader(join(path, LOG_FILE));
  if (header === null) {
    const earlier = [SWEEP_MANIFEST, ...SWEEP_TABLES].filter((name) => existsSync(join(path, name)));
    if (earlier.length === 0) return [];
    const got = `one with ${earlier.join(', ')}`;
    return complain(`--out ${given}`, 'a folder without a result, or --force', '没有结果的文件夹，或加 --force', got);
  }
  if (!isResumed) {
    const en = 'a folder without a sweep, --resume to go on with it, or --force';
    return complain(`--out ${given}`, en, '没有扫描的文件夹，或加 --resume 续跑，或加 --force', 'one with runs');
  }
  const wanted = createLogHeader(design, part);
  if (header.engineVersion !== wanted.engineVersion) {
    const en = `runs of engine ${wanted.engineVersion}`;
    return complain('--resume', en, `引擎 ${wanted.engineVersion} 的运行`, `runs of engine ${header.engineVersion}`);
  }
  if (header.design !== wanted.design) {
    return complain('--resume', 'runs of this design', '本设计的运行', 'runs of another design');
  }
  if (header.part !== wanted.part) {
    return complain(
      '--resume',
      `runs of ${part ?? 'the whole design'}`,
      `${part ?? '整个设计'}的运行`,
      header.part ?? 'all',
    );
  }
  return [];
}

/** Takes a folder in which nothing was found amiss, and opens its log. */
export function openSweepFolder(given: string, design: Design, options: FolderOptions): Result<SweepFolder> {
  const path = resolve(given);
  const lock = join(path, LOCK_FILE);
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const expected = { en: 'a folder that can be written', 'zh-CN': '可写入的文件夹' };
    return fail([{ path: `--out ${given}`, expected, got: (error as Error).message }]);
  }
  const other = takeLock(lock);
  if (other !== null) {
    const expected = { en: 'a folder in which no other process works', 'zh-CN': '没有其他进程使用的文件夹' };
    return fail([{ path: `--out ${given}`, expected, got: `process ${other}` }]);
  }
  const logPath = join(path, LOG_FILE);
  // A log whose first line was cut off has no run in it.
  const isFresh = options.isForced || readLogHeader(logPath) === null;
  if (isFresh)
    for (const name of [LOG_FILE, SWEEP_MANIFEST, ...SWEEP_TABLES, DESIGN_FILE])
      rmSync(join(path, name), { force: true });
  const close = () => {
    log.close();
    rmSync(lock, { force: true });
  };
  const log = openRunLog(logPath, createLogHeader(design, options.part), options.isDurable);
  writeDesignFile(path, design);
  return succeed({
    path,
    log,
    close,
    discard() {
      close();
      for (const name of [LOG_FILE, DESIGN_FILE]) rmSync(join(path, name), { force: true });
    },
  });
}

/** @returns the process that holds the folder, `null` when it is now this one */
function takeLock(lock: string): number | null {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const holder = Number(readFileSync(lock, 'utf8'));
  if (holder !== process.pid && isAlive(holder)) return holder;
  // Its process was killed.
  writeFileSync(lock, String(process.pid));
  return null;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
