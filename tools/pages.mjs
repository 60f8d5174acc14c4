// Writes the pages that are generated from the declarations: docs/parameters.md, mechanisms.md, metrics.md, glossary.md, calibration.md, the JSON Schemas.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureNodeBuild, ROOT } from './build.mjs';

function describe(/** @type {string[]} */ ...words) {
  return execFileSync(process.execPath, [join(ROOT, 'dist/node/cli.js'), 'describe', ...words], { encoding: 'utf8' });
}

await ensureNodeBuild();
writeFileSync(join(ROOT, 'docs/parameters.md'), describe('parameters', '--markdown'));
writeFileSync(join(ROOT, 'docs/mechanisms.md'), describe('mechanisms', '--markdown'));
writeFileSync(join(ROOT, 'docs/metrics.md'), describe('metrics', '--markdown'));
writeFileSync(join(ROOT, 'docs/glossary.md'), describe('glossary', '--markdown'));
writeFileSync(join(ROOT, 'docs/calibration.md'), describe('calibration', '--markdown'));
writeFileSync(join(ROOT, 'public/schemas/scenario.schema.json'), describe('schema'));
writeFileSync(join(ROOT, 'public/schemas/design.schema.json'), describe('design-schema'));
writeFileSync(join(ROOT, 'public/schemas/targets.schema.json'), describe('targets-schema'));
const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
execFileSync(process.execPath, [biome, 'format', '--write', 'public/schemas'], { cwd: ROOT });
