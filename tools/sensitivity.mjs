// `node tools/sensitivity.mjs [--trajectories n] [--samples n] [--replicates r] [--agents N] [--workers W]`: Morris over all that is
// open in the history and the projection, Sobol over the parameters that lead there, into public/data/sensitivity.json and
// docs/sensitivity.md. Runs are kept in dist/sensitivity and not done again.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureNodeBuild, ROOT } from './build.mjs';

const LEADING = 8;
const { values: options } = parseArgs({
  options: {
    trajectories: { type: 'string', default: '8' },
    samples: { type: 'string', default: '32' },
    replicates: { type: 'string', default: '2' },
    agents: { type: 'string', default: '1500' },
    workers: { type: 'string', default: '2' },
  },
});

await ensureNodeBuild();
const cli = join(ROOT, 'dist/node/cli.js');

/** One study, finished where it was left. */
function study(/** @type {string} */ scenario, /** @type {string} */ method, /** @type {string[]} */ words) {
  const out = join(ROOT, 'dist/sensitivity', `${scenario}-${method}`);
  const { replicates, agents, workers } = options;
  const line = [scenario, '--method', method, ...words, '--replicates', replicates, '--agents', agents];
  const run = (/** @type {string} */ mode) =>
    spawnSync(process.execPath, [cli, 'sensitivity', ...line, '--workers', workers, '--out', out, mode, '--json'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }).status;
  // Runs of another engine or design cannot be gone on with.
  const status = run(existsSync(join(out, 'runs.log')) ? '--resume' : '--force');
  if (status === 2) run('--force');
  const result = JSON.parse(readFileSync(join(out, 'sensitivity.json'), 'utf8'));
  return { ...result, command: `npm run -s sim -- sensitivity ${line.join(' ')}` };
}

/** Parameters by turns over the figures: the first of each, the second of each, until there are enough. */
function chooseLeading(/** @type {any[]} */ studies) {
  const rankings = studies.flatMap(({ parameters, figures }) =>
    figures.map((/** @type {any} */ { measures }) =>
      parameters
        .map((/** @type {any} */ { key }, /** @type {number} */ place) => ({
          key,
          size: measures.muStar[place][0] ?? 0,
        }))
        .sort((/** @type {any} */ a, /** @type {any} */ b) => b.size - a.size)
        .map((/** @type {any} */ { key }) => key),
    ),
  );
  const chosen = new Set();
  for (let rank = 0; chosen.size < LEADING; rank++) {
    for (const ranking of rankings) if (chosen.size < LEADING) chosen.add(ranking[rank]);
  }
  return [...chosen];
}

const morris = ['history-2019-2024', 'projection-neutral'].map((scenario) =>
  study(scenario, 'morris', ['--trajectories', options.trajectories]),
);
const leading = chooseLeading(morris.slice(1));
const sobol = study('projection-neutral', 'sobol', ['--samples', options.samples, '--parameters', leading.join(',')]);
const studies = [...morris, sobol];
const file = { engineVersion: studies[0].engineVersion, studies };
writeFileSync(join(ROOT, 'public/data/sensitivity.json'), `${JSON.stringify(file)}\n`);
const page = execFileSync(process.execPath, [cli, 'describe', 'sensitivity', '--markdown'], { encoding: 'utf8' });
writeFileSync(join(ROOT, 'docs/sensitivity.md'), page);
