// `node tools/adopt-posterior.mjs FILE`: makes the chosen member of a posterior the defaults of the model, and ships the file.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './build.mjs';

const MODEL = join(ROOT, 'src/model');
const SHIPPED = join(ROOT, 'public/data/posterior.json');

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Which posterior? node tools/adopt-posterior.mjs calibration/posterior.json');

/** @type {{ parameters: { key: string }[], members: { values: number[] }[]}} */
const posterior = JSON.parse(readFileSync(file, 'utf8'));
const { values } = posterior.members[0];
const sources = readdirSync(MODEL, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('parameters.ts'),
);
const adopted = new Set();
for (const path of sources) {
  const before = readFileSync(join(MODEL, path), 'utf8');
  let after = before;
  posterior.parameters.forEach(({ key }, k) => {
    // The declaration up to its default: parameter('key', 'unit', [default,
    const declaration = new RegExp(`(parameter\\('${key.replaceAll('.', '\\.')}', '[^']*', \\[)[^,]*,`);
    after = after.replace(declaration, (_, start) => {
      adopted.add(key);
      return `${start}${values[k]},`;
    });
  });
  if (after !== before) writeFileSync(join(MODEL, path), after);
}
const missing = posterior.parameters.filter(({ key }) => !adopted.has(key));
if (missing.length > 0) throw new Error(`No declaration of ${missing.map(({ key }) => key).join(', ')}.`);
if (resolve(file) !== SHIPPED) copyFileSync(file, SHIPPED);
