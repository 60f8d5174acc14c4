import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeSource, formatSourceTag, readGrade } from '../../../src/app/lab/evidence.ts';
import { parseCsv } from '../../../src/core/csv.ts';
import { parseEvidence } from '../../../src/experiment/evidence.ts';
import { PARAMETERS } from '../../../src/model/parameters.ts';

const read = (name: string) => readFileSync(new URL(`../../../public/data/${name}.csv`, import.meta.url), 'utf8');
const { evidence, findingGrades } = parseEvidence(read('report_facts'), read('mechanisms'), read('findings'));

describe('a CSV text', () => {
  test('may quote commas, line ends and quotes', () => {
    expect(parseCsv('id,text\r\n1,"a, ""b""\nc"\n2,\n')).toEqual([
      { id: '1', text: 'a, "b"\nc' },
      { id: '2', text: '' },
    ]);
  });

  test('gives as many rows as the tables of sources have', () => {
    // README.md of public/data: 369 figures, 69 mechanisms, 49 findings
    expect(['report_facts', 'mechanisms', 'findings'].map((name) => parseCsv(read(name)).length)).toEqual([
      369, 69, 49,
    ]);
  });
});

describe('a finding or mechanism in Chinese', () => {
  const rows = [
    ...parseCsv(read('mechanisms')).map(({ id, mechanism, mechanism_zh }) => [id, mechanism, mechanism_zh]),
    ...parseCsv(read('findings')).map(({ id, fact, fact_zh }) => [id, fact, fact_zh]),
  ];

  test('is there for every row', () => {
    expect(rows.filter(([, , chinese]) => !/\p{Script=Han}{2}/u.test(chinese)).map(([id]) => id)).toEqual([]);
  });

  test('has the percentages of the original', () => {
    const listShares = (text: string) => [...text.matchAll(/(\d+(?:\.\d+)?)%/g)].map(([, share]) => share).sort();
    const differing = rows.filter(([, english, chinese]) => listShares(english).join() !== listShares(chinese).join());
    expect(differing.map(([id]) => id)).toEqual([]);
  });
});

describe('the source of a parameter', () => {
  test('says something in both languages, for every parameter', () => {
    for (const { key, source } of PARAMETERS) {
      expect(describeSource(source, evidence, 'en'), key).not.toBe('');
      expect(describeSource(source, evidence, 'zh-CN'), key).not.toBe('');
    }
  });

  test('has the grade of its table, of two the weaker one', () => {
    const grades = new Map([
      ['E1', 'B/C'],
      ['E2', 'A'],
      ['E3', 'A/B'],
      ['E4', 'C/D'],
      ['E5', 'mem'],
    ]);
    expect(['E1', 'E2', 'E3', 'E4', 'E5'].map((id) => readGrade(id as 'E1', grades))).toEqual([
      'C',
      'A',
      'B',
      'C',
      'C',
    ]);
  });

  test('has no grade when nobody published it, and C when only the report says so', () => {
    expect(readGrade('calibrated', findingGrades)).toBeNull();
    expect(readGrade('S041', findingGrades)).toBe('C');
    expect(formatSourceTag('S041', 'en')).toBe('S041');
    expect(formatSourceTag('assumption', 'zh-CN')).toBe('假设');
  });
});
