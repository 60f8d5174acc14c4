import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/cli/host.ts';
import { InvariantError } from '../../src/core/invariant.ts';
import { createEngine, type Engine } from '../../src/experiment/run.ts';
import { callCommandLine as call } from '../support/command-line.ts';
import { createFakeSimulation } from '../support/fake-simulation.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'brokerscape-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const RESULT_FILES = [
  'brokers.csv',
  'cohorts.csv',
  'decisions.csv',
  'flows.csv',
  'manifest.json',
  'metrics.csv',
  'segments.csv',
];

function place(name: string): string {
  return join(folder, name);
}

describe('run', () => {
  test('--json prints one object and nothing else on stdout', async () => {
    const { code, out } = await call('run projection-neutral --seed 42 --agents 1000 --years 1 --json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      scenario: 'projection-neutral',
      seed: '42',
      agents: 1000,
      months: 12,
      engineVersion: '0.3.0',
      stateHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      final: { users: 192e6 },
      brokers: expect.arrayContaining([expect.objectContaining({ id: 'huatai', share: 0.185 })]),
    });
  });

  test('the seed is printed, also when it was chosen, also quietly', async () => {
    const chosen = await call('run projection-neutral --years 1');
    expect(chosen.out).toContain('seed picked');
    expect(chosen.error).toContain('seed picked (chosen)');
    const quiet = await call('run projection-neutral --years 1 --seed 42 --quiet');
    expect(quiet.out).toMatch(/^projection-neutral seed=42 agents=20000 months=12 stateHash=[0-9a-f]{64}\n$/);
    expect(quiet.error).toBe('');
  });

  test('--set and brokers reach the model', async () => {
    const plain = JSON.parse((await call('run projection-neutral --seed 1 --years 1 --json')).out);
    const set = 'run projection-neutral --seed 1 --years 1 --json --set brokers.huatai.commissionBp=0.5';
    expect(JSON.parse((await call(set)).out).stateHash).not.toBe(plain.stateHash);
  });

  test('--without takes a mechanism away by its parameters, and is part of the command', async () => {
    await call(
      `run projection-neutral --seed 1 --years 1 --without wakeUp --with belowCostBan --out ${place('without')}`,
    );
    const manifest = JSON.parse(readFileSync(join(place('without'), 'manifest.json'), 'utf8'));
    expect(manifest.scenario.parameters).toMatchObject({ 'programmes.wakeUp': 0, 'brokers.belowCostBan': 1 });
    expect(manifest.command).toContain('--with belowCostBan --without wakeUp');
  });

  test('no bar moves where nobody watches; on a terminal it does and is wiped away', async () => {
    expect((await call('run projection-neutral --years 1')).error).not.toContain('█');
    const watched = await call('run projection-neutral --years 1', { isTerminal: true });
    expect(watched.error).toContain('84/84'); // six years of history, and one
    expect(watched.error.endsWith('\r\u001b[K')).toBe(true);
    expect((await call('run projection-neutral --years 1 --quiet', { isTerminal: true })).error).not.toContain('█');
  });

  test('--out gets all files, and a manifest whose command says all that matters', async () => {
    const out = place('deep/er/result');
    expect((await call(`run price-war --seed 42 --years 0.25 --set tastes.price=1 --out ${out} --quiet`)).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(RESULT_FILES);
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).toMatchObject({
      command: 'npm run -s sim -- run price-war --seed 42 --agents 20000 --years 0.25 --set tastes.price=1',
      scenario: { id: 'price-war', parameters: { 'tastes.price': 1 }, decisions: [] },
    });
    expect(readdirSync(place('deep/er'))).toEqual(['result']);
  });

  test('equal runs write equal bytes', async () => {
    for (const name of ['one', 'two']) await call(`run price-war --seed 42 --years 1 --out ${place(name)}`);
    for (const file of RESULT_FILES) {
      expect(readFileSync(join(place('one'), file), 'utf8')).toBe(readFileSync(join(place('two'), file), 'utf8'));
    }
  });

  test('an earlier result is kept without --force, replaced with it; other files stay', async () => {
    const out = place('kept');
    await call(`run price-war --seed 42 --years 1 --out ${out}`);
    writeFileSync(join(out, 'notes.txt'), 'mine');
    const before = readFileSync(join(out, 'manifest.json'), 'utf8');
    const refused = await call(`run price-war --seed 43 --years 1 --out ${out}`);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain(`--out ${out}: expected a folder without a result, or --force`);
    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(before);
    expect((await call(`run price-war --seed 43 --years 1 --out ${out} --force`)).code).toBe(0);
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).seed).toBe('43');
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('an interrupted run answers 130 and leaves nothing', async () => {
    const interruption = new AbortController();
    const engine: Engine = (inputs, seed, onRecord) =>
      createEngine(createFakeSimulation)(inputs, seed, async (record) => {
        if (record.month === 3) interruption.abort();
        await onRecord(record);
      });
    const words = `run price-war --seed 42 --years 1 --json --out ${place('stopped/result')}`;
    const stopped = await call(words, { createEngine: () => engine, interruption: interruption.signal });
    expect(stopped).toMatchObject({ code: 130, out: '' });
    expect(existsSync(place('stopped'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('a broken invariant answers 1, names the line that replays it, and leaves nothing', async () => {
    const engine: Engine = async () => {
      throw new InvariantError('clients 3, accounts 4');
    };
    const words = `run price-war --seed 42 --years 1 --set tastes.price=1 --out ${place('broken')}`;
    const failed = await call(words, { createEngine: () => engine });
    expect(failed.code).toBe(1);
    expect(failed.error).toContain('clients 3, accounts 4');
    expect(failed.error).toContain('run price-war --seed 42 --agents 20000 --years 1 --set tastes.price=1');
    expect(existsSync(place('broken'))).toBe(false);
  });
});

describe('bad input answers 2, lists everything, prints nothing on stdout', () => {
  const text = { en: 'A', 'zh-CN': '甲' };
  const file = { formatVersion: 1, id: 'mine', title: text, extends: 'projection-neutral' };

  async function refuse(words: string): Promise<string[]> {
    const { code, out, error } = await call(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    return error
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  }

  async function refuseFile(content: unknown): Promise<string[]> {
    const path = place('bad.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return refuse(`run ${path}`);
  }

  test('options', async () => {
    const words = 'run --seed= --agents few --years 0 --threads 0 --set tastes.price --sede';
    expect(await refuse(words)).toEqual([
      '--sede: expected a known option, perhaps --seed, got "--sede"',
      '--seed: expected at least one character, got ""',
      '--agents: expected a number, got "few"',
      '--years: expected whole months up to 50 years, got "0"',
      '--threads: expected a whole number, 1 to 256, got "0"',
      '--set: expected key=value with a number, got "tastes.price"',
      '<scenario>: expected a shipped name or a file, got nothing',
    ]);
  });

  test('arguments too many', async () => {
    expect(await refuse('run projection-neutral price-war --something-else')).toEqual([
      'price-war: expected no further argument, got "price-war"',
      '--something-else: expected a known option, got "--something-else"',
    ]);
  });

  test('overrides out of range', async () => {
    expect(await refuse('run projection-neutral --agents 5 --set tastes.prise=1 --set tastes.price=9')).toEqual([
      '--agents: expected a whole number, 100 to 10000000, got 5',
      '--set tastes.prise: expected a parameter key or brokers.<id>.<field>, perhaps tastes.price, got 1',
      '--set tastes.price: expected 0 to 3, got 9',
    ]);
  });

  test('switches of mechanisms', async () => {
    const words = 'run projection-neutral --with content,wakeup --without content --without community';
    expect(await refuse(words)).toEqual([
      '--with: expected mechanisms (see describe mechanisms), perhaps wakeUp, got "wakeup"',
      '--without: expected a mechanism either with or without, got "content"',
    ]);
    expect(await refuse('run projection-neutral --without content --set tastes.content=1')).toEqual([
      '--without content: expected a switch that agrees with tastes.content beside it, got off',
    ]);
  });

  test('experiments', async () => {
    expect(await refuse('experiment retenton --seeds 1 --agents few')).toEqual([
      '--seeds: expected a whole number, 2 to 1000, got "1"',
      '--agents: expected a number, got "few"',
      expect.stringMatching(/^<experiment>: .*perhaps retention, got "retenton"$/),
    ]);
  });

  test('an unknown scenario', async () => {
    const [problem] = await refuse('run projection-netural');
    expect(problem).toMatch(/^<scenario>: .*projection-neutral.*perhaps projection-neutral, got "projection-netural"$/);
    expect(await refuse('run ../scenarios/index')).toHaveLength(1);
  });

  test('malformed JSON', async () => {
    expect(await refuseFile('{"id": }')).toEqual(['line 1, column 8: expected a JSON value, got "}"']);
  });

  test('unknown keys, values out of range, ids twice', async () => {
    const brokers = [{ id: 'huatai', commissionBp: -2, sahre: 1 }, { id: 'huatai' }];
    expect(await refuseFile({ ...file, brokers, parameters: { 'tastes.price': 4 } })).toEqual([
      'parameters.tastes.price: expected 0 to 3, got 4',
      'brokers[0].commissionBp: expected 0 to 30, got -2',
      'brokers[0].sahre: expected a known key, perhaps share, got 1',
      'brokers[1].id: expected an id other than that of brokers[0], got "huatai"',
    ]);
  });

  test('no brokers', async () => {
    const { extends: _, ...alone } = file;
    expect(await refuseFile({ ...alone, brokers: [] })).toContain(
      'brokers: expected at least one broker, got a list of 0',
    );
  });

  test('the abstract market is not to be run', async () => {
    expect(await refuse('run report-market')).toContain(
      'start: expected a value, here or in the scenario extended, got nothing',
    );
  });

  test('a folder that cannot be written', async () => {
    writeFileSync(place('a-file'), '');
    const inside = await refuse(`run projection-neutral --out ${place('a-file/inside')}`);
    expect(inside[0]).toContain('expected a folder that can be written');
    expect(await refuse(`run projection-neutral --out ${place('a-file')}`)).toEqual([
      `--out ${place('a-file')}: expected a folder, got a file`,
    ]);
  });

  test('an unknown command names the known ones', async () => {
    const [problem] = await refuse('dance a b');
    expect(problem).toMatch(/^<command>: expected one of run, .*describe.* \(see --help\), got "dance"$/);
    expect(await refuse('')).toHaveLength(1);
  });

  test('an option without its value', async () => {
    expect(await call('run projection-neutral --seed')).toMatchObject({ code: 2, out: '' });
  });
});

describe('verify', () => {
  test('confirms a result, and finds one that was changed', async () => {
    const out = place('verified');
    await call(`run price-war --seed 42 --years 1 --out ${out}`);
    expect(await call(`verify ${out}`)).toMatchObject({ code: 0, out: expect.stringContaining('Verified: seed 42') });
    expect(JSON.parse((await call(`verify ${out} --json`)).out)).toMatchObject({ verified: true, changedTables: [] });

    const metrics = readFileSync(join(out, 'metrics.csv'), 'utf8');
    writeFileSync(join(out, 'metrics.csv'), metrics.replace('181000000', '181000001'));
    expect(await call(`verify ${out}`)).toMatchObject({ code: 1, out: expect.stringContaining('metrics.csv') });

    const manifest = readFileSync(join(out, 'manifest.json'), 'utf8');
    writeFileSync(join(out, 'manifest.json'), manifest.replace('"seed": "42"', '"seed": "43"'));
    expect(JSON.parse((await call(`verify ${out} --json`)).out)).toMatchObject({ verified: false });
  });

  test('refuses what is no result', async () => {
    expect(await call(`verify ${place('nowhere')}`)).toMatchObject({ code: 2, out: '' });
    expect(await call('verify')).toMatchObject({ code: 2, out: '' });
  });
});

describe('describe', () => {
  test.each(['parameters', 'mechanisms', 'metrics', 'scenarios', 'schema'])(
    '%s, for people and as data',
    async (topic) => {
      const people = await call(`describe ${topic}`);
      expect(people.code).toBe(0);
      expect(people.out.length).toBeGreaterThan(500);
      const data = await call(`describe ${topic} --json`);
      expect(JSON.parse(data.out)).toBeTruthy();
    },
  );

  test('scenarios lists what can be run', async () => {
    const listed = JSON.parse((await call('describe scenarios --json')).out) as { id: string; kind: string }[];
    expect(listed.map(({ id }) => id)).toContain('projection-neutral');
    expect(listed.map(({ id }) => id)).not.toContain('report-market');
  });

  test('an unknown topic is refused', async () => {
    expect(await call('describe parameter')).toMatchObject({
      code: 2,
      error: expect.stringContaining('perhaps parameters'),
    });
  });
});

describe('language', () => {
  test('Chinese where the environment asks for it', () => {
    expect(detectLanguage({ LANG: 'zh_CN.UTF-8' })).toBe('zh-CN');
    expect(detectLanguage({ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' })).toBe('en');
    expect(detectLanguage({})).toBe('en');
  });

  test('problems and results speak it', async () => {
    const refused = await call('run projection-neutral --agents 5', { language: 'zh-CN' });
    expect(refused.error).toBe('1 个问题：\n  --agents: 应为 100 至 10000000 的整数，实为 5\n');
    expect((await call('run projection-neutral --years 1', { language: 'zh-CN' })).out).toContain('种子 picked');
  });
});

test('help and version answer 0', async () => {
  expect(await call('--version')).toMatchObject({ code: 0, out: '0.3.0\n' });
  expect(await call('run --help')).toMatchObject({ code: 0, out: expect.stringContaining('--seed <S>') });
});
