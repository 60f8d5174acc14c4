import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureNodeBuild } from '../../tools/build.mjs';
import { buildTypes } from '../../tools/types.mjs';
import { ROOT } from '../support/source-text.ts';

const call = promisify(execFile);
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

/** A project of somebody else, in which the package is installed. */
let folder = '';
beforeAll(async () => {
  await ensureNodeBuild();
  buildTypes();
  folder = mkdtempSync(join(tmpdir(), 'brokerscape-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules/brokerscape'), 'junction');
  cpSync(join(ROOT, 'docs/examples/library.mjs'), join(folder, 'library.mjs'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

function check(file: string) {
  const words = ['--noEmit', '--strict', '--checkJs', '--allowJs', '--module', 'nodenext', '--target', 'es2023'];
  const types = ['--typeRoots', join(ROOT, 'node_modules/@types'), '--types', 'node'];
  return call(process.execPath, [TSC, ...words, ...types, file], { cwd: folder }).then(
    () => '',
    (error) => String(error.stdout),
  );
}

test('the example of the documentation is well typed, and does what it says', async () => {
  expect(await check('library.mjs')).toBe('');
  const { stdout } = await call(process.execPath, ['library.mjs'], { cwd: folder });
  const lines = stdout.trim().split('\n');
  // Six months, the whole run with the same state, two points, the count.
  expect(lines).toHaveLength(10);
  expect(lines[6]).toMatch(/^\d+(\.\d+)? true$/);
  expect(lines[5].split(' ')[1]).toBe(lines[6].split(' ')[0]);
  expect(lines[9]).toBe('4 runs');
}, 120_000);

test('types hold: a wrong option is an error', async () => {
  writeFileSync(
    join(folder, 'wrong.mts'),
    "import { run } from 'brokerscape';\nawait run('price-war', { seed: 1, agents: '2' });\n",
  );
  const errors = await check('wrong.mts');
  expect(errors).toContain("wrong.mts(2,26): error TS2322: Type 'number' is not assignable to type 'string'");
}, 120_000);

test('bad input throws every problem', async () => {
  const program =
    "import { sweep } from 'brokerscape'; await sweep({ agents: 1 }).catch((error) => console.log(error.problems.length));";
  const { stdout } = await call(process.execPath, ['--input-type=module', '-e', program], { cwd: folder });
  expect(Number(stdout)).toBeGreaterThan(3);
}, 60_000);
