// `node tools/scoreboard.mjs [--seeds n] [--workers W]`: compares the model with every published figure, into public/data/scoreboard.json.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureNodeBuild, ROOT } from './build.mjs';

await ensureNodeBuild();
const cloud = existsSync(join(ROOT, 'public/data/posterior.json')) ? ['--cloud'] : [];
const out = ['--out', join(ROOT, 'public/data/scoreboard.json'), '--force'];
const words = ['validate', ...cloud, ...process.argv.slice(2), ...out];
const { status } = spawnSync(process.execPath, [join(ROOT, 'dist/node/cli.js'), ...words], { stdio: 'inherit' });
process.exitCode = status ?? 1;
