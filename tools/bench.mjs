// `npm run bench`: measures the build, not the sources. `-- --record` writes the figures into docs/benchmarks.json.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureNodeBuild, ROOT } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';

ensureDependencies();
await ensureNodeBuild();

const program = join(ROOT, 'dist/node/bench.js');
const words = ['--expose-gc', program, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? 1;
