// `node tools/findings.mjs [--page] [--seeds n] [--members n] [--agents N] [--workers W]`: what the runs say of the levers, into
// public/data/findings-runs.json and docs/findings.md; with --page the page alone, from the figures that are there.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureNodeBuild, ROOT } from './build.mjs';

await ensureNodeBuild();
const cli = join(ROOT, 'dist/node/cli.js');
const words = process.argv.slice(2);
if (!words.includes('--page')) {
  const out = ['--out', join(ROOT, 'public/data/findings-runs.json'), '--force'];
  execFileSync(process.execPath, [cli, 'findings', ...words, ...out], { stdio: 'inherit' });
}
const page = execFileSync(process.execPath, [cli, 'describe', 'findings', '--markdown'], { encoding: 'utf8' });
writeFileSync(join(ROOT, 'docs/findings.md'), page);
