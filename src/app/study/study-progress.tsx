import { formatProblem, type Problem } from '../../core/result.ts';
import type { Language } from '../../core/text.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';
import { formatCount } from '../format.ts';
import { pick, say } from '../i18n/say.ts';
import { formatDuration } from './study-formats.ts';
import { progress, type StudyStatus, status, study } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';
import {
  cancelStudy,
  estimateLeft,
  forgetStudy,
  goOn,
  keepFailure,
  pauseStudy,
  refusedVersion,
  unreadable,
} from './study-work.ts';

/** How far the study is, how long the rest takes, and what can be done about it. */
export function StudyProgress({ language }: { readonly language: Language }) {
  if (study.value === null) return <RefusedStudy language={language} />;
  const { done, failed, total } = progress.value;
  const state = status.value;
  const percent = total > 0 ? Math.floor((done / total) * 100) : 0;
  return (
    <div class="lab-progress study-progress" data-testid="study-progress" data-status={state} data-done={done}>
      <b class="num percent">{percent}%</b>
      <div
        class="bar"
        role="progressbar"
        aria-label={say('runsDone')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      <span class="num">{writeCount(done, total, language)}</span>
      {state === 'running' ? (
        <TimeLeft language={language} />
      ) : (
        <b role="status">{state === 'pausing' ? pick(WORDS.pausing) : pick(WORDS[state])}</b>
      )}
      {failed > 0 ? (
        <span class="num bad" data-testid="study-failed">
          {language === 'en' ? `${formatCount(failed, language)} failed` : `${formatCount(failed, language)} 次失败`}
        </span>
      ) : null}
      {state === 'running' ? (
        <span class="faint" title={keepFailure.value ?? undefined}>
          {pick(keepFailure.value === null ? WORDS.resumes : WORDS.notKept)}
        </span>
      ) : null}
      <Actions state={state} />
    </div>
  );
}

/** A study that is kept but can't be gone on with: runs of another engine can't be mixed with those of this one. */
function RefusedStudy({ language }: { readonly language: Language }) {
  const cause = describeRefusal(refusedVersion.value, unreadable.value, language);
  if (cause === null) return null;
  return (
    <div class="lab-progress study-progress" data-testid="study-refused">
      <span role="status">{cause}</span>
      <button type="button" class="btn line" onClick={forgetStudy}>
        {pick(WORDS.forget)}
      </button>
    </div>
  );
}

function describeRefusal(version: string | null, problems: readonly Problem[], language: Language): string | null {
  if (version !== null) {
    return language === 'en'
      ? `A study is kept here that engine ${version} made. This is engine ${ENGINE_VERSION}: its runs would not go together.`
      : `此处保留的研究由引擎 ${version} 计算，当前引擎为 ${ENGINE_VERSION}，两者的运行不能混用。`;
  }
  const [first] = problems;
  if (first === undefined) return null;
  const problem = formatProblem(first, language);
  return language === 'en'
    ? `The study that is kept here can’t be read: ${problem}`
    : `此处保留的研究无法读取：${problem}`;
}

function writeCount(done: number, total: number, language: Language): string {
  const [some, all] = [done, total].map((count) => formatCount(count, language));
  return language === 'en' ? `${some} of ${all}` : `${some} / ${all}`;
}

function TimeLeft({ language }: { readonly language: Language }) {
  // It changes with every run, not with anything that is passed.
  progress.value;
  const left = estimateLeft();
  if (left === null) return <span class="num">{pick(WORDS.estimating)}</span>;
  const time = formatDuration(left, language);
  return (
    <span class="num" data-testid="study-left">
      {language === 'en' ? null : '还需 '}
      <b>{time}</b>
      {language === 'en' ? ' left' : null}
    </span>
  );
}

function Actions({ state }: { readonly state: StudyStatus }) {
  switch (state) {
    case 'running':
    case 'pausing':
      return (
        <>
          <button
            type="button"
            class="btn line"
            data-testid="study-pause"
            disabled={state === 'pausing'}
            onClick={pauseStudy}
          >
            {say('pause')}
          </button>
          <button type="button" class="btn" data-testid="study-cancel" onClick={cancelStudy}>
            {say('cancel')}
          </button>
        </>
      );
    case 'done':
      return (
        <button type="button" class="btn" data-testid="study-forget" onClick={forgetStudy}>
          {pick(WORDS.forget)}
        </button>
      );
    default:
      return (
        <>
          <button type="button" class="btn line" data-testid="study-go-on" onClick={goOn}>
            {say('resume')}
          </button>
          <button type="button" class="btn" data-testid="study-forget" onClick={forgetStudy}>
            {pick(WORDS.forget)}
          </button>
        </>
      );
  }
}
