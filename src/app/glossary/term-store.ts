import { signal } from '@preact/signals';
import type { findTerms } from '../../experiment/glossary/find-terms.ts';
import type { GlossaryTerm } from '../../experiment/glossary/glossary-term.ts';

/** Finds terms in texts, once the glossary is there; until then texts are plain. */
export const finder = signal<typeof findTerms | null>(null);

/** The term that is explained at the moment, and the word it is explained at. */
export const explained = signal<{ readonly term: GlossaryTerm; readonly anchor: HTMLElement } | null>(null);

let isAsked = false;

/** Fetches the glossary when the first text asks for it. Without it the page has no tooltips, and nothing else is lost. */
export function askForGlossary(): void {
  if (isAsked) return;
  isAsked = true;
  import('../../experiment/glossary/find-terms.ts')
    .then((module) => {
      finder.value = module.findTerms;
    })
    .catch(() => {
      isAsked = false;
    });
}

/** A pointer on its way from the word to the explanation leaves both for a moment. */
const GRACE_MS = 180;
let hiding = 0;

export function explain(term: GlossaryTerm, anchor: HTMLElement): void {
  clearTimeout(hiding);
  if (explained.peek()?.anchor !== anchor) explained.value = { term, anchor };
}

export function keepExplanation(): void {
  clearTimeout(hiding);
}

export function hideSoon(): void {
  clearTimeout(hiding);
  hiding = window.setTimeout(hideExplanation, GRACE_MS);
}

export function hideExplanation(): void {
  clearTimeout(hiding);
  explained.value = null;
}
