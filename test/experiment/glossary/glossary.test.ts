import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/core/text.ts';
import { GLOSSARY } from '../../../src/experiment/glossary/glossary.ts';

const TERMS = GLOSSARY.flatMap(({ terms }) => terms);

describe('the declaration', () => {
  test('has every term once, in both languages', () => {
    for (const language of LANGUAGES) {
      const names = TERMS.map(({ term }) => term[language].trim());
      expect(names).not.toContain('');
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('explains whatever the page spells, and spells nothing twice', () => {
    for (const language of LANGUAGES) {
      const spelt = TERMS.flatMap(({ spelt }) => spelt?.[language] ?? []);
      expect(new Set(spelt).size).toBe(spelt.length);
    }
    for (const { term, spelt, meaning } of TERMS) {
      if (spelt !== undefined) expect(meaning?.en, term.en).toBeTruthy();
      if (meaning !== undefined) expect(meaning['zh-CN'], term.en).toMatch(/\p{Script=Han}.*。$/u);
    }
  });

  test('holds the words that readers ask about', () => {
    const all = (language: 'en' | 'zh-CN') => TERMS.flatMap(({ spelt }) => spelt?.[language] ?? []);
    for (const word of ['commission', 'bp', 'HHI', 'CR10', 'cohort', 'consideration set'])
      expect(all('en')).toContain(word);
    for (const word of ['佣金', '留存', '投顾', '批次', '考虑集']) expect(all('zh-CN')).toContain(word);
  });
});
