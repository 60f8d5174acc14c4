import { formatTable, joinBlocks, joinTexts } from '../pages.ts';
import { GLOSSARY } from './glossary.ts';

const NONE = '–';

/** `docs/glossary.md`. */
export function formatGlossaryPage(): string {
  return joinBlocks([
    '# Glossary · 术语',
    '<!-- Generated from src/experiment/glossary by `node tools/pages.mjs`. Do not edit. -->',
    'Every symbol of [model.md](model.md), its name in the code and its word in both languages; what readers of the page may ask about has its meaning as well. State columns are in `src/model/state.ts`, parameters in [parameters.md](parameters.md), figures in [metrics.md](metrics.md).',
    '[model.md](model.md) 中的每个符号、其代码名称与中英文说法；读者可能问到的词附有释义。',
    ...GLOSSARY.flatMap(({ title, terms }) => [
      `## ${title.en} · ${title['zh-CN']}`,
      formatTable(
        ['term', '中文', 'symbol', 'code', 'meaning · 释义'],
        terms.map(({ term, symbol = NONE, code, meaning }) => [
          term.en,
          term['zh-CN'],
          symbol,
          code,
          meaning === undefined ? NONE : joinTexts(meaning),
        ]),
      ),
    ]),
  ]);
}
