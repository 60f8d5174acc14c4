import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatProblem, type Problem } from '../../core/result.ts';
import { loadExperimentList } from '../experiment-source.ts';
import { pick, say } from '../i18n/say.ts';
import { LessonList } from '../learn/lesson-list.tsx';
import { LessonPage } from '../learn/lesson-page.tsx';
import { forgetRun } from '../learn/lesson-run.ts';
import { type Lesson, loadLesson } from '../learn/lesson-source.ts';
import { WORDS } from '../learn/words.ts';
import '../learn/learn.css';
import { language } from '../preferences.ts';
import type { ExperimentEntry } from '../scenario-source.ts';
import { roomCommand } from '../shown-command.ts';

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] }
  | { readonly kind: 'loaded'; readonly list: readonly ExperimentEntry[]; readonly lesson: Lesson | null };

/** The lesson that the address names: `#learn/retention`; `null` for the list of all. */
function readLessonId(): string | null {
  const [, id] = location.hash.split('/');
  return id === undefined || id === '' ? null : id;
}

async function load(id: string | null): Promise<State> {
  const [list, lesson] = await Promise.all([loadExperimentList(), id === null ? null : loadLesson(id)]);
  if (!list.ok) return { kind: 'failed', problems: list.problems };
  if (lesson !== null && !lesson.ok) return { kind: 'failed', problems: lesson.problems };
  return { kind: 'loaded', list: list.value, lesson: lesson?.value ?? null };
}

/** The experiments as short lessons. */
export default function Learn() {
  const id = useSignal(readLessonId());
  const attempt = useSignal(0);
  const state = useSignal<State>({ kind: 'loading' });
  useEffect(() => {
    const follow = () => {
      if (location.hash.startsWith('#learn')) id.value = readLessonId();
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const asked = id.value;
  useEffect(() => {
    let isWanted = true;
    state.value = { kind: 'loading' };
    roomCommand.value = asked === null ? null : `npm run -s sim -- experiment ${asked}`;
    void load(asked).then((next) => {
      if (isWanted) state.value = next;
    });
    return () => {
      isWanted = false;
      roomCommand.value = null;
      forgetRun();
    };
  }, [asked, attempt.value]);
  const shown = state.value;
  return (
    <main class="learn" data-testid="learn" data-state={shown.kind}>
      {shown.kind === 'loading' ? <p role="status">{say('loading')}</p> : null}
      {shown.kind === 'failed' ? <Failed problems={shown.problems} onRetry={() => attempt.value++} /> : null}
      {shown.kind === 'loaded' && shown.lesson === null ? <LessonList list={shown.list} /> : null}
      {shown.kind === 'loaded' && shown.lesson !== null ? (
        <LessonPage key={shown.lesson.file.id} lesson={shown.lesson} list={shown.list} />
      ) : null}
    </main>
  );
}

interface FailedProps {
  readonly problems: readonly Problem[];
  readonly onRetry: () => void;
}

function Failed({ problems, onRetry }: FailedProps) {
  return (
    <article class="lesson">
      <p role="alert" class="failure">
        {pick(WORDS.failed)}
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={problem.path}>{formatProblem(problem, language.value)}</li>
        ))}
      </ul>
      <p class="row">
        <button type="button" class="btn line" data-testid="learn-retry" onClick={onRetry}>
          {say('tryAgain')}
        </button>
        <a class="btn" href="#learn">
          {pick(WORDS.allLessons)}
        </a>
      </p>
    </article>
  );
}
