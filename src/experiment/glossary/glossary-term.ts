import type { Text } from '../../core/text.ts';

/** A word of the model: what readers call it, what formulas and the code call it, and what it means. */
export interface GlossaryTerm {
  readonly term: Text;
  /** As Markdown, in the formulas of `docs/model.md`. */
  readonly symbol?: string;
  /** As Markdown: names in the source. */
  readonly code: string;
  /** For somebody who knows neither the model nor the trade; a term of the code alone has none. */
  readonly meaning?: Text;
  /** How texts of the page spell it, wherever a reader may ask what it means. */
  readonly spelt?: { readonly en: readonly string[]; readonly 'zh-CN': readonly string[] };
}

export interface GlossarySection {
  readonly title: Text;
  readonly terms: readonly GlossaryTerm[];
}
