// `node tools/bench-sweep.mjs [blocks]`: the speed-up of a sweep of 250 runs × blocks (4 without a number), 5 000 investors × 72
// months, on two cores against one. Machines have moods of minutes: one core and two take turns, block by block, with seeds of
// their own, and each block is a whole process, start and end included. Every two results must be the same bytes. Linux only.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureNodeBuild, ROOT } from './build.mjs';

const SEEDS_A_BLOCK = 5;
const VALUES = Array.from({ length: 50 }, (_, k) => 1 + (2 * k) / 49);

/** @param {number} block */
function createDesign(block) {
  return {
    formatVersion: 1,
    id: `block-${block}`,
    scenario: 'projection-neutral',
    agents: 5000,
    months: 72,
    parameters: [{ key: 'brokers.huatai.commissionBp', values: VALUES }],
    measures: [{ metric: 'hhi' }, { metric: 'cr10' }],
    replicates: SEEDS_A_BLOCK,
    seeds: Array.from({ length: SEEDS_A_BLOCK }, (_, k) => `${block * SEEDS_A_BLOCK + k + 1}`),
  };
}

/** @param {string} folder @param {string} design @param {number} workers @param {string[]} before words before the command @returns seconds and the runs */
function sweep(folder, design, workers, before) {
  const out = join(folder, `out-${workers}`);
  const command = [process.execPath, join(ROOT, 'dist/node/cli.js'), 'sweep', design];
  const words = [...before, ...command, '--workers', `${workers}`, '--out', out, '--force', '--quiet'];
  const started = performance.now();
  const { status, stderr } = spawnSync(words[0], words.slice(1), { cwd: ROOT, encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(stderr);
  return { seconds, runs: readFileSync(join(out, 'runs.csv'), 'utf8') };
}

await ensureNodeBuild();
const blocks = Number(process.argv[2] ?? 4);
const folder = mkdtempSync(join(tmpdir(), 'bench-sweep-'));
const sum = { one: 0, two: 0 };
for (let block = 0; block < blocks; block++) {
  const design = join(folder, 'design.json');
  writeFileSync(design, JSON.stringify(createDesign(block)));
  // Each core is the one of every second block, and each of both goes first in every second.
  const playOne = () => sweep(folder, design, 1, ['taskset', '-c', `${block % 2}`]);
  const playTwo = () => sweep(folder, design, 2, []);
  const first = block % 4 < 2 ? playOne() : playTwo();
  const second = block % 4 < 2 ? playTwo() : playOne();
  if (first.runs !== second.runs) throw new Error(`Block ${block}: one core and two have other results.`);
  const [one, two] = block % 4 < 2 ? [first, second] : [second, first];
  sum.one += one.seconds;
  sum.two += two.seconds;
  const ratio = (one.seconds / two.seconds).toFixed(2);
  process.stdout.write(
    `${block + 1}: one core ${one.seconds.toFixed(1)} s, two ${two.seconds.toFixed(1)} s, ${ratio}\n`,
  );
}
rmSync(folder, { recursive: true });
const runs = blocks * SEEDS_A_BLOCK * VALUES.length;
process.stdout.write(
  `${runs} runs: one core ${sum.one.toFixed(1)} s, two ${sum.two.toFixed(1)} s, speed-up ${(sum.one / sum.two).toFixed(2)}\n`,
);
