import { lazy, Suspense } from 'preact/compat';
import { pick, say } from '../i18n/say.ts';
import { experiment } from '../store.ts';
import { chooseArm } from '../store-link.ts';
import { Popover } from './popover.tsx';

const Answer = lazy(async () => (await import('./experiment-answer.tsx')).ExperimentAnswer);

/** What an experiment asks and where to look; which arm is B; and, for whoever wants it now, the answer. */
export function ExperimentStrip() {
  const shown = experiment.value;
  if (shown === null) return null;
  const { file, arm } = shown;
  return (
    <section class="experiment" aria-label={say('question')} data-testid="experiment">
      <div class="words">
        <h2>{pick(file.question)}</h2>
        <p>
          <b>{say('lookAt')}</b> {pick(file.lookAt)}
        </p>
      </div>
      <label class="arms">
        <span>{say('armOfB')}</span>
        <select
          data-testid="experiment-arm"
          value={file.arms[arm].id}
          onChange={(event) => void chooseArm(event.currentTarget.value)}
        >
          {file.arms.slice(1).map(({ id, title }) => (
            <option key={id} value={id}>
              {pick(title)}
            </option>
          ))}
        </select>
      </label>
      <Popover testId="experiment-answer" label={say('answer')} face={say('answer')} className="btn line">
        {() => (
          <Suspense fallback={<p class="answer">{say('loading')}</p>}>
            <Answer file={file} />
          </Suspense>
        )}
      </Popover>
    </section>
  );
}
