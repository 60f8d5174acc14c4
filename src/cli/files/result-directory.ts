import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import { TABLE_FILES } from '../../experiment/result-files.ts';

export const MANIFEST_FILE = 'manifest.json';

/** Every file of a result; the manifest is written last, so a folder that has one is complete. */
const RESULT_FILES: readonly string[] = [...TABLE_FILES, MANIFEST_FILE];

/** A place for a result that was found fit before the work began. */
export interface ResultDirectory {
  readonly path: string;
  /** Puts the files in place, all of them complete. Throws what the file system throws; then nothing has changed. */
  write(files: Readonly<Record<string, string>>): void;
  /** Removes what a run that did not end left behind. */
  close(): void;
}

/** What keeps a folder from taking a result, as far as a look tells. Touches nothing. */
export function findDirectoryProblems(given: string, isForced: boolean): Problem[] {
  const path = resolve(given);
  if (existsSync(path) && !statSync(path).isDirectory()) return [complain(given, 'a folder', '文件夹', 'a file')];
  const earlier = RESULT_FILES.filter((name) => existsSync(join(path, name)));
  if (earlier.length === 0 || isForced) return [];
  const got = `one with ${earlier.join(', ')}`;
  return [complain(given, 'a folder without a result, or --force', '没有结果的文件夹，或加 --force', got)];
}

/**
 * Prepares a folder for a result. Files are written into a hidden folder beside it and moved when all are there, so that
 * an interrupted run leaves nothing. Other files in the folder stay as they are.
 */
export function openResultDirectory(given: string): Result<ResultDirectory> {
  const path = resolve(given);
  const staging = join(findExisting(dirname(path)), `.${basename(path)}.${process.pid}.partial`);
  try {
    mkdirSync(staging);
  } catch (error) {
    return fail([complain(given, 'a folder that can be written', '可写入的文件夹', (error as Error).message)]);
  }
  return succeed({
    path,
    write: (files) => moveInto(path, staging, files),
    close: () => rmSync(staging, { recursive: true, force: true }),
  });
}

function complain(given: string, en: string, zh: string, got: string): Problem {
  return { path: `--out ${given}`, expected: { en, 'zh-CN': zh }, got };
}

function findExisting(folder: string): string {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  return existing;
}

function moveInto(path: string, staging: string, files: Readonly<Record<string, string>>): void {
  for (const name of RESULT_FILES) writeFileSync(join(staging, name), files[name]);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    renameSync(staging, path);
    return;
  }
  rmSync(join(path, MANIFEST_FILE), { force: true });
  for (const name of RESULT_FILES) renameSync(join(staging, name), join(path, name));
}
