import { expect, test } from 'vitest';
import { listSourceFiles, readSource } from '../support/source-text.ts';

/* Texts of the page that stand beside what they name, in both languages; the rules are those of the page's two dictionaries. */

/** A pair written next to each other: `en: '…', 'zh-CN': '…'`, with any quotes. */
const PAIR = /\ben:\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1,\s*'zh-CN':\s*(['"`])((?:\\.|(?!\3)[^\\])*)\3/g;

const PAIRS = listSourceFiles('src/app').flatMap((path) =>
  [...readSource(path).matchAll(PAIR)].map(([, , en, , zh]) => ({ path, en, zh })),
);

/** Names in braces, of messages and of templates alike. */
const listNames = (text: string) => [...text.matchAll(/(?<!\$)\{(\w+)\}/g)].map(([, name]) => name).sort();

test('they are found', () => {
  expect(PAIRS.length).toBeGreaterThan(200);
});

test('the same placeholders stand in both', () => {
  expect(PAIRS.filter(({ en, zh }) => listNames(en).join() !== listNames(zh).join())).toEqual([]);
});

test('both say something, Chinese with Chinese punctuation', () => {
  const wrong = PAIRS.filter(
    ({ en, zh }) => en.trim() === '' || zh.trim() === '' || /\p{Script=Han}[,;:!?.]|[,;:!?]\p{Script=Han}/u.test(zh),
  );
  expect(wrong).toEqual([]);
});
