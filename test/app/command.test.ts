import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CommandState, formatCommand } from '../../src/app/command.ts';
import { parseScenario } from '../../src/experiment/scenario.ts';
import { readScenarioFile } from '../../src/experiment/scenario-schema.ts';
import { readShippedScenario } from '../support/shipped-scenarios.ts';

const PLAIN: CommandState = {
  loaded: { scenario: readShippedScenario('projection-neutral') },
  seed: '42',
  overrides: {},
  decisions: [],
};

test('without decisions the command is one line', () => {
  expect(formatCommand(PLAIN)).toBe('npm run -s sim -- run projection-neutral --seed 42');
});

test('overrides become --set', () => {
  const command = formatCommand({ ...PLAIN, overrides: { 'tastes.price': 0.5 } });
  expect(command).toBe('npm run -s sim -- run projection-neutral --seed 42 --set tastes.price=0.5');
});

test('a seed of any letters is one word for the shell', () => {
  const seed = `it's $HOME; rm -rf "x" 三`;
  const words = formatCommand({ ...PLAIN, seed }).replace('npm run -s sim --', 'printf "%s\\n"');
  expect(execFileSync('sh', ['-c', words], { encoding: 'utf8' })).toBe(`run\nprojection-neutral\n--seed\n${seed}\n`);
});

test('a scenario from a file goes by the name of its file', () => {
  const loaded = { ...PLAIN.loaded, file: 'my market.json' };
  expect(formatCommand({ ...PLAIN, loaded })).toBe("npm run -s sim -- run 'my market.json' --seed 42");
});

const DECISIONS = [{ month: 18, broker: 'futu', lever: 'content', value: 7.5 }] as const;

/** Runs the command without the simulator. @returns the scenario file that it leaves behind */
function readWritten(state: CommandState): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'brokerscape-command-'));
  try {
    execFileSync('sh', ['-c', formatCommand(state).replace('npm run -s sim --', 'true')], { cwd: folder });
    return JSON.parse(readFileSync(join(folder, 'projection-neutral-b.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('with decisions the command writes a scenario file that can be read, in the months of the calendar', () => {
  const read = readScenarioFile(readWritten({ ...PLAIN, decisions: DECISIONS }));
  expect(read.problems).toEqual([]);
  expect(read.file.extends).toBe('projection-neutral');
  expect(read.file.decisions).toEqual([{ from: '2026-07', broker: 'futu', lever: 'content', set: 7.5 }]);
});

test('with decisions on a scenario from a file, what it writes needs no other file', () => {
  const loaded = { ...PLAIN.loaded, file: 'mine.json' };
  const parsed = parseScenario(readWritten({ ...PLAIN, loaded, decisions: DECISIONS }), {
    loadShipped: () => undefined,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { scenario } = PLAIN.loaded;
  const futu = scenario.brokers.findIndex(({ id }) => id === 'futu');
  const decision = { month: scenario.startMonth + 18, broker: futu, lever: 'content', mode: 'set', value: 7.5 };
  expect(parsed.value.decisions).toEqual([...scenario.decisions, decision]);
  expect(parsed.value.brokers).toEqual(scenario.brokers);
});

test('an arm of an experiment is a file that is written first, as short as it is', () => {
  const arm = {
    formatVersion: 1,
    id: 'retention-price',
    extends: 'projection-neutral',
    title: { en: 'Price', 'zh-CN': '价格' },
    brokers: [{ id: 'harbour', strategy: 'price' as const }],
  };
  const loaded = { ...PLAIN.loaded, arm };
  const command = formatCommand({ ...PLAIN, loaded });
  expect(command).toContain("cat > retention-price.json <<'END'");
  expect(command.endsWith('npm run -s sim -- run retention-price.json --seed 42')).toBe(true);
  const decisions = [{ month: 0, broker: 'harbour', lever: 'content' as const, value: 1 }];
  const decided = formatCommand({ ...PLAIN, loaded, decisions });
  expect(decided).toContain('"strategy": "price"');
  expect(decided).toContain('"set": 1');
});
