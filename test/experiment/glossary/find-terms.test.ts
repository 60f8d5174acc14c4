import { describe, expect, test } from 'vitest';
import { findTerms } from '../../../src/experiment/glossary/find-terms.ts';

function spell(text: string, language: 'en' | 'zh-CN'): string[] {
  return findTerms(text, language).flatMap(({ text: piece, term }) => (term === null ? [] : [piece]));
}

describe('terms in a text', () => {
  test('pieces make the text again', () => {
    const text = 'After 12 months 68% of newcomers remain; 12-month retention by cohort, HHI 972.';
    const pieces = findTerms(text, 'en');
    expect(pieces.map(({ text: piece }) => piece).join('')).toBe(text);
    expect(spell(text, 'en')).toEqual(['12-month retention', 'cohort', 'HHI']);
  });

  test('the longest spelling counts, each term once, and no part of a word', () => {
    expect(spell('Cohorts and a cohort; seedlings, seeds', 'en')).toEqual(['Cohorts', 'seeds']);
    expect(spell('12 个月留存与留存率', 'zh-CN')).toEqual(['12 个月留存']);
  });

  test('what stands explained beside is left alone', () => {
    const [{ term }] = findTerms('HHI', 'en');
    expect(findTerms('HHI 972', 'en', new Set([term!])).every((piece) => piece.term === null)).toBe(true);
  });

  test('a text without any is one piece, an empty one none', () => {
    expect(findTerms('Nothing here', 'en')).toEqual([{ text: 'Nothing here', term: null }]);
    expect(findTerms('', 'en')).toEqual([]);
  });
});
