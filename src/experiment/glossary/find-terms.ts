import type { Language } from '../../core/text.ts';
import { GLOSSARY } from './glossary.ts';
import type { GlossaryTerm } from './glossary-term.ts';

/** A piece of a text: with the term that it spells, or without. */
export interface TextPiece {
  readonly text: string;
  readonly term: GlossaryTerm | null;
}

interface Matcher {
  readonly pattern: RegExp;
  readonly bySpelling: ReadonlyMap<string, GlossaryTerm>;
}

const matchers = new Map<Language, Matcher>();

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Longer spellings first, so that `12-month retention` is one term. English words are whole, Chinese has no spaces to go by. */
function createMatcher(language: Language): Matcher {
  const bySpelling = new Map<string, GlossaryTerm>();
  for (const { terms } of GLOSSARY) {
    for (const term of terms) {
      for (const spelling of term.spelt?.[language] ?? []) bySpelling.set(spelling.toLowerCase(), term);
    }
  }
  const longest = [...bySpelling.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const edge = language === 'en' ? '(?<![\\p{L}\\d-])' : '';
  const end = language === 'en' ? '(?![\\p{L}\\d-])' : '';
  return { pattern: new RegExp(`${edge}(?:${longest.join('|')})${end}`, 'giu'), bySpelling };
}

/**
 * Splits a text at the terms that it spells: each term where it is met first.
 * @param known terms that stand explained beside this text and are left as they are
 */
export function findTerms(text: string, language: Language, known: ReadonlySet<GlossaryTerm> = new Set()): TextPiece[] {
  let matcher = matchers.get(language);
  if (!matcher) {
    matcher = createMatcher(language);
    matchers.set(language, matcher);
  }
  const met = new Set(known);
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { 0: spelling, index } of text.matchAll(matcher.pattern)) {
    const term = matcher.bySpelling.get(spelling.toLowerCase());
    if (term === undefined || met.has(term)) continue;
    met.add(term);
    if (index > from) pieces.push({ text: text.slice(from, index), term: null });
    pieces.push({ text: spelling, term });
    from = index + spelling.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), term: null });
  return pieces;
}
