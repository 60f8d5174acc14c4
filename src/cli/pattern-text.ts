import type { Language } from '../core/text.ts';
import type { PatternRow, PatternVerdict } from '../experiment/patterns/pattern-rows.ts';
import type { Spread } from '../experiment/scoreboard.ts';

const MARKS: Readonly<Record<PatternVerdict, string>> = { holds: '✓', leans: '◐', fails: '✕', unjudged: '–' };

/** Patterns for people: a line each, with the null model that loses it. */
export function formatPatterns(rows: readonly PatternRow[], language: Language): string {
  const holding = rows.filter(({ verdict }) => verdict === 'holds').length;
  const heading =
    language === 'en'
      ? `Patterns (kept aside, never fitted): ${holding} of ${rows.length} hold`
      : `规律（预留，从未用于拟合）：${rows.length} 项中 ${holding} 项成立`;
  return `${[heading, ...rows.map((row) => formatRow(row, language))].join('\n')}\n`;
}

function formatRow({ pattern, spread, verdict, nulls }: PatternRow, language: Language): string {
  const { decimals, lostBy, sentence, judged, cause } = pattern;
  const show = ({ median, low, high }: Spread) =>
    `${median.toFixed(decimals)} [${low.toFixed(decimals)}, ${high.toFixed(decimals)}]`;
  const parts = [`  ${MARKS[verdict]} ${sentence[language]}`, ...(spread === null ? [] : [show(spread)])];
  const own = nulls.find(({ model }) => model.id === lostBy);
  if (own !== undefined) {
    const ends = own.isLost ? { en: 'lost', 'zh-CN': '消失' } : { en: 'still there', 'zh-CN': '依然存在' };
    parts.push(`${own.model.title[language]}: ${show(own.spread)}, ${ends[language]}`);
  }
  const lines = [parts.join(' · '), `      ${judged[language]}`];
  if (verdict === 'fails' && cause !== undefined) lines.push(`      ${cause[language]}`);
  return lines.join('\n');
}

/** A pattern in `validate --json`. */
export function describePattern({ pattern, spread, verdict, nulls }: PatternRow): object {
  const { id, level, sentence, judged, sources, above, below, lostBy, cause } = pattern;
  return {
    id,
    level,
    sentence,
    judged,
    sources,
    ...(above === undefined ? {} : { above }),
    ...(below === undefined ? {} : { below }),
    median: spread?.median ?? null,
    low: spread?.low ?? null,
    high: spread?.high ?? null,
    verdict,
    cause: verdict === 'fails' ? (cause ?? null) : null,
    lostBy,
    nulls: nulls.map(({ model, spread: own, isLost }) => ({ model: model.id, ...own, isLost })),
  };
}
