import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SOURCES = ['src', 'workers', 'test/bench', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Time of the last change under a path; a folder's own time counts, so that a deleted file is noticed. */
function readLastChange(/** @type {string} */ path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  let latest = stats.mtimeMs;
  if (!stats.isDirectory()) return latest;
  for (const name of readdirSync(path)) latest = Math.max(latest, readLastChange(join(path, name)));
  return latest;
}

function isBuildFresh(/** @type {string} */ output) {
  const built = statSync(join(ROOT, output), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.every((source) => readLastChange(join(ROOT, source)) <= built);
}

/** Moves a finished build over the old one file by file, so that a process starting meanwhile never reads half a file. */
function moveBuild(/** @type {string} */ from, /** @type {string} */ to) {
  const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  // What programs load lies deeper than they do, and has to be there before them.
  files.sort((a, b) => b.parentPath.length - a.parentPath.length);
  for (const entry of files) {
    const source = join(entry.parentPath, entry.name);
    const target = join(to, source.slice(from.length));
    mkdirSync(dirname(target), { recursive: true });
    renameSync(source, target);
  }
  rmSync(from, { recursive: true });
}

/** Builds the programs for Node unless they are newer than every source. Prints nothing on stdout. */
export async function ensureNodeBuild() {
  if (isBuildFresh('dist/node/cli.js')) return;
  process.stderr.write('Building …\n');
  const { build } = await import('vite');
  const staging = join(ROOT, `dist/node.${process.pid}`);
  await build({ root: ROOT, mode: 'node', logLevel: 'silent', build: { outDir: staging } });
  moveBuild(staging, join(ROOT, 'dist/node'));
}

/** Builds the page unless it is newer than every source. */
export async function ensurePageBuild() {
  if (isBuildFresh('dist/page/index.html')) return;
  process.stderr.write('Building the page …\n');
  const { build } = await import('vite');
  await build({ root: ROOT, logLevel: 'warn' });
}
