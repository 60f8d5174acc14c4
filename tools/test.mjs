// `npm test`: installs what it needs, a browser and a Redis server included, builds, and runs everything. Each step counts as one check;
// the last line adds them to the tests. Words after `--` go to vitest: `npm test -- --project e2e`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers } from './browser.mjs';
import { ROOT } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureRedis } from './redis.mjs';

const RESULTS = join(ROOT, 'test-results');
const REPORT = join(RESULTS, 'vitest.json');
const MEASUREMENTS = join(RESULTS, 'measurements.jsonl');

/** @type {{ name: string, passed: number, failed: number }[]} */
const checks = [];

function print(/** @type {string} */ line) {
  process.stdout.write(`${line}\n`);
}

/** Runs one tool of `node_modules` and returns whether it ended well. @param {string} tool @param {string[]} words */
function runTool(tool, words) {
  print(`\n── ${tool} ${words.join(' ')}`);
  const { status } = spawnSync(join(ROOT, 'node_modules/.bin', tool), words, { cwd: ROOT, stdio: ['ignore', 1, 1] });
  return status === 0;
}

/** @param {string} name @param {boolean} ok */
function recordCheck(name, ok) {
  checks.push({ name, passed: ok ? 1 : 0, failed: ok ? 0 : 1 });
}

function checkBrowsers() {
  const { chromium, firefox } = ensureBrowsers();
  if (chromium === undefined) {
    print('NO BROWSER: Chromium is not installed and could not be. The browser tests cannot run, so this fails.');
    print('Install it (Debian: apt-get install chromium fonts-noto-cjk) or name one: CHROMIUM=/path npm test.');
    print('`npm run test:unit` needs no browser.');
  } else print(`Chromium: ${chromium}`);
  print(firefox === undefined ? 'Firefox: not installed; its tests say that they are skipped.' : `Firefox: ${firefox}`);
  recordCheck('a browser', chromium !== undefined);
}

function checkRedis() {
  const redis = ensureRedis();
  print(
    redis === undefined
      ? 'NO REDIS: install redis-server, or name one: REDIS_SERVER=/path npm test.'
      : `Redis: ${redis}`,
  );
  recordCheck('a Redis server', redis !== undefined);
}

function runVitest() {
  rmSync(REPORT, { force: true });
  rmSync(MEASUREMENTS, { force: true });
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const ok = runTool('vitest', [...words, ...process.argv.slice(2)]);
  if (!existsSync(REPORT)) return recordCheck('tests', false);
  const report = JSON.parse(readFileSync(REPORT, 'utf8'));
  const brokenFiles = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  checks.push({ name: 'tests', passed: report.numPassedTests, failed: ok ? failed : Math.max(failed, 1) });
}

function printMeasurements() {
  if (!existsSync(MEASUREMENTS)) return;
  print('\nMeasured');
  for (const line of readFileSync(MEASUREMENTS, 'utf8').trim().split('\n')) {
    const { what, value, unit, aim } = JSON.parse(line);
    print(`  ${what}: ${Number(value.toPrecision(3)).toLocaleString('en')} ${unit} (${aim})`);
  }
}

const started = Date.now();
mkdirSync(RESULTS, { recursive: true });
ensureDependencies();
checkBrowsers();
checkRedis();
recordCheck('format and lint', runTool('biome', ['ci']));
recordCheck('types', runTool('tsc', ['-b']));
recordCheck('dead code', runTool('knip', []));
recordCheck('page build', runTool('vite', ['build', '--logLevel', 'warn']));
recordCheck('command-line build', runTool('vite', ['build', '--mode', 'node', '--logLevel', 'warn']));
runVitest();
printMeasurements();

const passed = checks.reduce((sum, check) => sum + check.passed, 0);
const failed = checks.reduce((sum, check) => sum + check.failed, 0);
print('');
for (const check of checks) print(`${check.failed === 0 ? '✓' : '✗'} ${check.name}`);
print(`${Math.round((Date.now() - started) / 1000)} s`);
const summary = `${passed} passed, ${failed} failed`;
writeFileSync(join(RESULTS, 'summary.txt'), `${summary}\n`);
print(summary);
process.exitCode = failed === 0 ? 0 : 1;
