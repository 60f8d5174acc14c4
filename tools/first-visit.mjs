// Writes public/data/first-visit.json: the picture of the default run and what the seeds say to the question of the first visit.
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';

const SEEDS = 40;

ensureDependencies();
const { createServer } = await import('vite');
const server = await createServer({
  root: ROOT,
  server: { middlewareMode: true },
  appType: 'custom',
  logLevel: 'warn',
});
const { ENGINE_VERSION } = await server.ssrLoadModule('/src/experiment/version.ts');
const { computeFirstRun, computeQuestion } = await server.ssrLoadModule('/test/support/first-visit.ts');
const places = Array.from({ length: SEEDS }, (_, place) => place);
const visit = { engineVersion: ENGINE_VERSION, run: computeFirstRun(), question: computeQuestion(places) };
const file = join(ROOT, 'public/data/first-visit.json');
writeFileSync(`${file}.part`, `${JSON.stringify(visit)}\n`);
renameSync(`${file}.part`, file);
await server.close();
