import { useEffect } from 'preact/hooks';
import type { GlossaryTerm } from '../../experiment/glossary/glossary-term.ts';
import { language } from '../preferences.ts';
import { askForGlossary, explain, explained, finder, hideExplanation, hideSoon } from './term-store.ts';

/** Id of the explanation, which describes the word while it is shown. */
export const TIP_ID = 'term-tip';

interface TermsProps {
  readonly text: string;
  /** A text beside this one: what it spells is explained there. */
  readonly beside?: string;
}

/** A text in which the terms of the glossary explain themselves. */
export function Terms({ text, beside = '' }: TermsProps) {
  useEffect(askForGlossary, []);
  const find = finder.value;
  if (find === null) return text;
  const lang = language.value;
  const known = new Set(find(beside, lang).flatMap(({ term }) => (term === null ? [] : [term])));
  return find(text, lang, known).map(({ text: piece, term }) =>
    term === null ? piece : <Term key={term.term.en} term={term} text={piece} />,
  );
}

/** A word with its explanation: under the pointer, with the focus, or after a tap. */
function Term({ term, text }: { readonly term: GlossaryTerm; readonly text: string }) {
  const isExplained = explained.value?.term === term;
  return (
    <button
      type="button"
      class="term"
      aria-describedby={isExplained ? TIP_ID : undefined}
      data-testid="term"
      onPointerEnter={(event) => {
        if (event.pointerType !== 'touch') explain(term, event.currentTarget);
      }}
      onPointerLeave={(event) => {
        if (event.pointerType !== 'touch' && document.activeElement !== event.currentTarget) hideSoon();
      }}
      onFocus={(event) => explain(term, event.currentTarget)}
      onBlur={hideExplanation}
      onClick={(event) => {
        event.preventDefault();
        explain(term, event.currentTarget);
      }}
    >
      {text}
    </button>
  );
}
