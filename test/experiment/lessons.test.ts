import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Answer, AnswerFile } from '../../src/experiment/answers.ts';
import { parseEvidence } from '../../src/experiment/evidence.ts';
import type { LessonEntry } from '../../src/experiment/experiment-file.ts';
import { parseExperimentFile } from '../../src/experiment/experiments.ts';
import {
  judgePrediction,
  listArmEffects,
  listLessonMeasures,
  NO_DIFFERENCE,
  readPeople,
} from '../../src/experiment/lessons.ts';
import { ROOT } from '../support/source-text.ts';

const FOLDER = join(ROOT, 'public/experiments');
const LESSON: LessonEntry = { asks: 0, wants: 'highest', evidence: [], leavesOut: { en: '', 'zh-CN': '' } };

/** Figures of arms over four seeds. */
function createAnswer(...arms: readonly (readonly number[])[]): Answer {
  return { id: 'test', definition: '', agents: 100, seeds: 4, command: '', values: [arms] };
}

/** Arm 1 is 10 above the baseline in every seed; arm 2 is 10 above it give or take 1; arm 3 is no different. */
const CLEAR = createAnswer([1, 2, 3, 4], [11, 12, 13, 14], [10, 13, 12, 15], [2, 1, 4, 3]);

describe('a prediction', () => {
  test('of an arm that is not told from the first is tied with it', () => {
    expect(judgePrediction(LESSON, CLEAR, 1)).toEqual({ verdict: 'tied', first: [1, 2] });
    expect(judgePrediction(LESSON, CLEAR, 2).verdict).toBe('tied');
  });

  test('of any other arm, or of no difference, is wrong', () => {
    for (const guess of [0, 3, NO_DIFFERENCE]) expect(judgePrediction(LESSON, CLEAR, guess).verdict).toBe('wrong');
  });

  test('of the one arm that comes first is right', () => {
    const one = createAnswer([1, 2, 3, 4], [11, 12, 13, 14], [2, 1, 4, 3]);
    expect(judgePrediction(LESSON, one, 1)).toEqual({ verdict: 'right', first: [1] });
  });

  test('of the lowest counts from below', () => {
    const lowest = { ...LESSON, wants: 'lowest' } as const;
    // Baseline and arm 3 differ by +1, −1, +1, −1: nobody can tell them apart.
    expect(judgePrediction(lowest, CLEAR, 0)).toEqual({ verdict: 'tied', first: [0, 3] });
  });

  test('where nothing differs clearly, only that is right', () => {
    const none = createAnswer([1, 2, 3, 4], [2, 1, 4, 3]);
    expect(judgePrediction(LESSON, none, NO_DIFFERENCE)).toEqual({ verdict: 'right', first: [] });
    expect(judgePrediction(LESSON, none, 1).verdict).toBe('wrong');
  });

  test('is shown beside the differences seed by seed', () => {
    expect(listArmEffects(LESSON, CLEAR).map(({ mean, agreeing }) => [mean, agreeing])).toEqual([
      [10, 4],
      [10, 4],
      [0, 0],
    ]);
  });
});

test('a run reads the outcomes, then net return and losers of four bands', () => {
  const measures = listLessonMeasures({ outcomes: [{ metric: 'hhi', label: { en: 'x', 'zh-CN': 'x' } }] });
  expect(measures).toHaveLength(1 + 2 * 4);
  expect(measures[0]).toEqual({ metric: 'hhi' });
  const values = measures.map((_, k) => [k]);
  expect(readPeople(values, 1, 0)).toEqual({ netReturn: 1, losing: 2 });
  expect(readPeople(values, 1, 3)).toEqual({ netReturn: 7, losing: 8 });
});

describe('the shipped experiments', () => {
  const read = (path: string) => readFileSync(join(ROOT, 'public', path), 'utf8');
  const [facts, mechanisms, findings] = ['report_facts', 'mechanisms', 'findings'].map((name) =>
    read(`data/${name}.csv`),
  );
  const { evidence } = parseEvidence(facts, mechanisms, findings);
  const answers = (JSON.parse(read('data/answers.json')) as AnswerFile).answers;
  const files = readdirSync(FOLDER).filter((name) => name !== 'index.json');

  test.each(files)('%s is a lesson: its sources exist, and its answer can be judged', (name) => {
    const parsed = parseExperimentFile(read(`experiments/${name}`));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { lesson, arms, id } = parsed.value;
    expect(lesson).toBeDefined();
    expect(lesson!.evidence.length).toBeGreaterThan(1);
    expect(lesson!.evidence.filter((source) => !evidence.get(source)?.en)).toEqual([]);
    const answer = answers.find((entry) => entry.id === id);
    expect(answer?.values[lesson!.asks]).toHaveLength(arms.length);
    const verdicts = [NO_DIFFERENCE, ...arms.keys()].map((guess) => judgePrediction(lesson!, answer!, guess).verdict);
    // Something can be right, and something can be wrong.
    expect(verdicts.some((verdict) => verdict !== 'wrong')).toBe(true);
    expect(verdicts).toContain('wrong');
  });
});

test('a lesson that asks for an outcome that is not there is refused by path', () => {
  const file = JSON.parse(readFileSync(join(FOLDER, 'retention.json'), 'utf8'));
  const parsed = parseExperimentFile({ ...file, lesson: { ...file.lesson, asks: 5 } });
  expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(['lesson.asks']);
});
