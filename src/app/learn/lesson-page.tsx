import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';
import { Terms } from '../glossary/terms.tsx';
import { pick } from '../i18n/say.ts';
import type { ExperimentEntry } from '../scenario-source.ts';
import { EvidenceList } from './evidence-list.tsx';
import { lessonRun } from './lesson-run.ts';
import type { Lesson } from './lesson-source.ts';
import { ManyRuns } from './many-runs.tsx';
import { OneRun } from './one-run.tsx';
import { Prediction } from './prediction.tsx';
import { progress, recordProgress } from './progress.ts';
import { nameGuess, tell } from './tell.ts';
import { WORDS } from './words.ts';

interface LessonPageProps {
  readonly lesson: Lesson;
  readonly list: readonly ExperimentEntry[];
}

/** One question from its prediction to its limits. What comes later appears when what is before it has been done. */
export function LessonPage({ lesson, list }: LessonPageProps) {
  const { file } = lesson;
  const known = progress.value[file.id];
  const wantsAnswer = useSignal(known?.isDone === true);
  const hasRun = lessonRun.value.kind === 'done';
  const number = list.findIndex(({ id }) => id === file.id);
  const following = list[number + 1];
  return (
    <article class="lesson" data-testid="lesson" data-lesson={file.id}>
      <p class="row">
        <a class="btn" href="#learn">
          <Icon name="left" /> {pick(WORDS.allLessons)}
        </a>
        <span class="faint">{tell(WORDS.lessonOf, { number: number + 1, all: list.length })}</span>
      </p>
      <h2 class="headline">{pick(file.question)}</h2>
      <p>
        <b>{pick(WORDS.lookAt)}</b> <Terms text={pick(file.lookAt)} />
      </p>
      <Step title={pick(WORDS.predict)} testId="step-predict">
        {known === undefined ? (
          <Prediction lesson={lesson} />
        ) : (
          <p data-testid="my-prediction">{tell(WORDS.youSaid, { guess: nameGuess(lesson, known.guess) })}</p>
        )}
      </Step>
      {known === undefined ? null : (
        <>
          <Step title={pick(WORDS.runTitle)} testId="step-run" isNew={!known.isDone}>
            <OneRun lesson={lesson} guess={known.guess} />
            {wantsAnswer.value ? null : (
              <button
                type="button"
                class={hasRun ? 'btn fill' : 'btn'}
                data-testid="to-answer"
                onClick={() => {
                  wantsAnswer.value = true;
                }}
              >
                {pick(hasRun ? WORDS.toAnswer : WORDS.skipRun)}
              </button>
            )}
          </Step>
          {wantsAnswer.value ? (
            <Answered lesson={lesson} guess={known.guess} isDone={known.isDone} next={following} />
          ) : null}
        </>
      )}
    </article>
  );
}

interface AnsweredProps {
  readonly lesson: Lesson;
  readonly guess: string;
  readonly isDone: boolean;
  readonly next: ExperimentEntry | undefined;
}

/** What many runs say, what is published, and what neither tells. */
function Answered({ lesson, guess, isDone, next }: AnsweredProps) {
  const { file, entry } = lesson;
  return (
    <>
      <Step title={pick(WORDS.answerTitle)} testId="step-answer" isNew={!isDone}>
        <ManyRuns lesson={lesson} guess={guess} />
      </Step>
      <Step title={pick(WORDS.evidenceTitle)} testId="step-evidence">
        <EvidenceList lesson={lesson} />
      </Step>
      <Step title={pick(WORDS.limitsTitle)} testId="step-limits">
        <p>{pick(entry.leavesOut)}</p>
      </Step>
      <p class="row">
        {isDone ? (
          <button type="button" class="btn" data-testid="lesson-again" onClick={() => recordProgress(file.id, null)}>
            {pick(WORDS.again)}
          </button>
        ) : (
          <button
            type="button"
            class="btn fill"
            data-testid="lesson-finish"
            onClick={() => recordProgress(file.id, { guess, isDone: true })}
          >
            {pick(WORDS.finish)}
          </button>
        )}
        {isDone && next ? (
          <a class="btn line" href={`#learn/${next.id}`} data-testid="lesson-next">
            {pick(WORDS.next)}
          </a>
        ) : null}
      </p>
    </>
  );
}

interface StepProps {
  readonly title: string;
  readonly testId: string;
  /** It appears because of what was just pressed: the focus goes on to it. */
  readonly isNew?: boolean;
  readonly children: ComponentChildren;
}

function Step({ title, testId, isNew = false, children }: StepProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, []);
  return (
    <section class="step" data-testid={testId}>
      <h3 ref={heading} tabIndex={-1} class="head">
        {title}
      </h3>
      {children}
    </section>
  );
}
