// `node tools/answers.mjs [--seeds n] [--agents N]`: answers every shipped experiment, on two cores, into public/data/answers.json.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureNodeBuild, ROOT } from './build.mjs';

const PROCESSES = 2;
const FILE = join(ROOT, 'public/data/answers.json');

/** @returns {Promise<{ answers: { id: string }[] }>} */
function answer(/** @type {string[]} */ ids) {
  const cli = join(ROOT, 'dist/node/cli.js');
  const words = ['experiment', ids.join(','), ...process.argv.slice(2), '--json'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (part) => {
      printed += part;
    });
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(printed));
      else reject(new Error(`experiment ended with code ${code}`));
    });
  });
}

await ensureNodeBuild();
/** @type {{ id: string }[]} */
const index = JSON.parse(readFileSync(join(ROOT, 'public/experiments/index.json'), 'utf8'));
const ids = index.map(({ id }) => id);
const groups = Array.from({ length: PROCESSES }, (_, k) => ids.filter((_id, place) => place % PROCESSES === k));
const files = await Promise.all(groups.map(answer));
const answers = files.flatMap((file) => file.answers);
answers.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
writeFileSync(FILE, `${JSON.stringify({ ...files[0], answers })}\n`);
