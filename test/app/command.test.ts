import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CommandState, formatCommand } from '../../src/app/command.ts';
import { readScenarioFile } from '../../src/experiment/scenario-schema.ts';

const PLAIN: CommandState = {
  scenario: 'projection-neutral',
  startMonth: 24300,
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

test('with decisions the command writes a scenario file that can be read, in the months of the calendar', () => {
  const decisions = [{ month: 18, broker: 'futu', lever: 'content', value: 7.5 }] as const;
  const command = formatCommand({ ...PLAIN, decisions });
  const folder = mkdtempSync(join(tmpdir(), 'brokerscape-command-'));
  try {
    execFileSync('sh', ['-c', command.replace('npm run -s sim --', 'true')], { cwd: folder });
    const file: unknown = JSON.parse(readFileSync(join(folder, 'projection-neutral-b.json'), 'utf8'));
    const read = readScenarioFile(file);
    expect(read.problems).toEqual([]);
    expect(read.file.extends).toBe('projection-neutral');
    expect(read.file.decisions).toEqual([{ from: '2026-07', broker: 'futu', lever: 'content', set: 7.5 }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
