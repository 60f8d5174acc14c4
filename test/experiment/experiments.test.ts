import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { composeAnswer } from '../../src/experiment/answer-text.ts';
import type { Answer } from '../../src/experiment/answers.ts';
import type { ExperimentFile } from '../../src/experiment/experiment-file.ts';
import { parseExperiment } from '../../src/experiment/experiments.ts';
import { shipped } from '../support/shipped-scenarios.ts';

const FILES = readdirSync('public/experiments').filter((name) => name !== 'index.json');
const text = (name: string) => readFileSync(`public/experiments/${name}`, 'utf8');

const FILE: ExperimentFile = {
  formatVersion: 1,
  id: 'two-arms',
  title: { en: 'Two arms', 'zh-CN': '两组' },
  question: { en: 'Which?', 'zh-CN': '哪个？' },
  lookAt: { en: 'Users.', 'zh-CN': '用户。' },
  scenario: 'projection-neutral',
  arms: [
    { id: 'plain', title: { en: 'Plain', 'zh-CN': '原样' } },
    { id: 'other', title: { en: 'Other', 'zh-CN': '另一' }, mechanisms: { content: 'off' } },
  ],
  outcomes: [{ metric: 'share', broker: 'willow' }],
  seeds: 3,
  agents: 1000,
};

describe('shipped experiments', () => {
  test.each(FILES)('%s is read with all of its arms', (name) => {
    const read = parseExperiment(text(name), shipped);
    expect(read.ok ? [] : read.problems).toEqual([]);
    expect(read.ok && `${read.value.file.id}.json`).toBe(name);
  });

  test('are those of the index, with their questions', () => {
    const index: { id: string; question: object }[] = JSON.parse(text('index.json'));
    expect(index.map(({ id }) => `${id}.json`).sort()).toEqual([...FILES].sort());
    for (const { id, question } of index) expect(question).toEqual(JSON.parse(text(`${id}.json`)).question);
  });
});

describe('an experiment', () => {
  function listPaths(changes: object): string[] {
    const read = parseExperiment({ ...FILE, ...changes }, shipped);
    return read.ok ? [] : read.problems.map(({ path }) => path);
  }

  test('that is wrong is told by path: in itself, in an arm, in an outcome', () => {
    expect(listPaths({})).toEqual([]);
    expect(listPaths({ seeds: 1, colour: 'red' })).toEqual(['seeds', 'colour']);
    expect(listPaths({ arms: [FILE.arms[0], { ...FILE.arms[1], parameters: { 'tastes.price': 99 } }] })).toEqual([
      'arms[1].parameters.tastes.price',
    ]);
    expect(listPaths({ arms: [FILE.arms[0]] })).toEqual(['arms']);
    expect(
      listPaths({
        outcomes: [
          { metric: 'hhi', broker: 'willow' },
          { metric: 'share', broker: 'nobody' },
        ],
      }),
    ).toEqual(['outcomes[0].metric', 'outcomes[1].broker']);
  });
});

describe('an answer', () => {
  const names = new Map([['willow', { en: 'Willow', 'zh-CN': '垂柳' }]]);
  function say(treated: number[], language: 'en' | 'zh-CN' = 'en'): string {
    const answer: Answer = {
      id: FILE.id,
      definition: '',
      agents: 1000,
      seeds: 3,
      command: '',
      values: [[[0.1, 0.11, 0.12], treated]],
    };
    return composeAnswer(FILE, answer, names, language);
  }

  test('says by how much, with interval and seeds, where the difference is clear', () => {
    // Differences of 9, 10 and 11 points: 10 ± 4.303 · 1/√3 = 2.48.
    expect(say([0.19, 0.21, 0.23])).toBe(
      'In this model, by share of users of Willow: highest with “Other”, lowest with “Plain”. Share of users of Willow: 11%; Other +10 pt (+7.52 to +12.5; 3 of 3 seeds). Differences from “Plain” with 95 % intervals over 3 seeds of 1,000 agents.',
    );
    expect(say([0.01, 0.01, 0.01])).toContain('Other −10 pt (−12.5 to −7.52; 3 of 3 seeds)');
  });

  test('says that there is none where the interval holds 0', () => {
    expect(say([0.09, 0.12, 0.12])).toContain('none of them makes a clear difference');
    expect(say([0.09, 0.12, 0.12], 'zh-CN')).toContain('均无明显差别');
  });
});
