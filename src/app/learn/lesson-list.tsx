import { pick } from '../i18n/say.ts';
import type { ExperimentEntry } from '../scenario-source.ts';
import { progress } from './progress.ts';
import { tell } from './tell.ts';
import { WORDS } from './words.ts';

/** All lessons, and how far one has come. */
export function LessonList({ list }: { readonly list: readonly ExperimentEntry[] }) {
  const known = progress.value;
  if (list.length === 0) return <p class="empty">{pick(WORDS.none)}</p>;
  const describe = (id: string) =>
    known[id] === undefined ? WORDS.notStarted : known[id].isDone ? WORDS.done : WORDS.predicted;
  const done = list.filter(({ id }) => known[id]?.isDone).length;
  return (
    <article class="lesson" data-testid="lesson-list">
      <h2 class="headline">{pick(WORDS.title)}</h2>
      <p>{pick(WORDS.about)}</p>
      <p class="faint" data-testid="lessons-done">
        {tell(WORDS.doneOf, { done, all: list.length })}
      </p>
      <ol class="lessons">
        {list.map(({ id, question, title }) => (
          <li key={id}>
            <a href={`#learn/${id}`} data-testid={`lesson-${id}`}>
              {pick(question)}
            </a>
            <small>
              {pick(title)} · {pick(describe(id))}
            </small>
          </li>
        ))}
      </ol>
    </article>
  );
}
