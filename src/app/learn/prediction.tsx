import { useSignal } from '@preact/signals';
import { Terms } from '../glossary/terms.tsx';
import { pick } from '../i18n/say.ts';
import type { Lesson } from './lesson-source.ts';
import { NONE, recordProgress } from './progress.ts';
import { nameAsked, tell } from './tell.ts';
import { WORDS } from './words.ts';

/** The question with its answers to choose from. A prediction stands once it is made: that is the point of making one. */
export function Prediction({ lesson }: { readonly lesson: Lesson }) {
  const { file, entry } = lesson;
  const chosen = useSignal<string | null>(null);
  const isMissing = useSignal(false);
  const options = [
    ...file.arms.map(({ id, title }) => ({ id, name: pick(title) })),
    { id: NONE, name: pick(WORDS.noDifference) },
  ];
  const commit = (event: Event) => {
    event.preventDefault();
    isMissing.value = chosen.value === null;
    if (chosen.value !== null) recordProgress(file.id, { guess: chosen.value, isDone: false });
  };
  return (
    <form class="prediction" data-testid="prediction" onSubmit={commit}>
      <fieldset>
        <legend>
          <Terms
            text={tell(entry.wants === 'highest' ? WORDS.asksHighest : WORDS.asksLowest, { figure: nameAsked(lesson) })}
          />
        </legend>
        {options.map(({ id, name }) => (
          <label key={id} class="option">
            <input
              type="radio"
              name="prediction"
              value={id}
              data-testid={`predict-${id === NONE ? 'none' : id}`}
              onChange={() => {
                chosen.value = id;
                isMissing.value = false;
              }}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <p class="row">
        <button type="submit" class="btn fill" data-testid="predict">
          {pick(WORDS.commit)}
        </button>
        <span role="status" class="note">
          {isMissing.value ? pick(WORDS.chooseFirst) : ''}
        </span>
      </p>
    </form>
  );
}
