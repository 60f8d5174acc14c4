import type { Signal } from '@preact/signals';
import { formatProblem, type Problem } from '../../core/result.ts';
import { pick, say } from '../i18n/say.ts';
import { language } from '../preferences.ts';
import { WORDS } from './words.ts';

/** A file that could not be used, and everything that is wrong with it. */
export interface Refusal {
  readonly file: string;
  readonly problems: readonly Problem[];
}

export function FileRefusal({ refusal }: { readonly refusal: Signal<Refusal | null> }) {
  const told = refusal.value;
  if (told === null) return null;
  return (
    <section class="lab-problems" role="alert" data-testid="lab-problems">
      <b>{told.file}</b> {pick(WORDS.openFailed)}
      <ul>
        {told.problems.map((problem) => (
          <li key={`${problem.path} ${problem.expected.en}`}>{formatProblem(problem, language.value)}</li>
        ))}
      </ul>
      <button
        type="button"
        class="btn line"
        onClick={() => {
          refusal.value = null;
        }}
      >
        {say('close')}
      </button>
    </section>
  );
}
