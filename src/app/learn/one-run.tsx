import { LESSON_BANDS, readPeople } from '../../experiment/lessons.ts';
import { nameArm } from '../experiment-source.ts';
import { formatShare, formatSigned } from '../format.ts';
import { Terms } from '../glossary/terms.tsx';
import { pick } from '../i18n/say.ts';
import { language } from '../preferences.ts';
import { chooseScenario } from '../store-link.ts';
import { cancelRun, type LessonRun, lessonRun, readAgents, startRun } from './lesson-run.ts';
import type { Lesson } from './lesson-source.ts';
import { findGuess, formatAsked, formatAskedChange, listArms, nameAsked, quoteArm, tell } from './tell.ts';
import { WORDS } from './words.ts';

interface OneRunProps {
  readonly lesson: Lesson;
  readonly guess: string;
}

/** Every arm once, in this tab: progress with a way out, then who comes first and what it is to whom. */
export function OneRun({ lesson, guess }: OneRunProps) {
  const state = lessonRun.value;
  return (
    <>
      <p class="note">
        {tell(WORDS.runAbout, {
          arms: lesson.arms.length,
          agents: readAgents(lesson).toLocaleString(language.value),
        })}
      </p>
      {state.kind === 'running' ? (
        <Running {...state} />
      ) : (
        <p class="row">
          <button
            type="button"
            class={state.kind === 'done' ? 'btn line' : 'btn fill'}
            data-testid="lesson-run"
            onClick={() => void startRun(lesson)}
          >
            {pick(WORDS.run)}
          </button>
        </p>
      )}
      <p
        role="status"
        class={state.kind === 'failed' ? 'failure' : ''}
        data-testid="lesson-run-outcome"
        data-kind={state.kind}
      >
        {describeOutcome(lesson, state)}
      </p>
      {state.kind === 'done' ? <Outcome lesson={lesson} guess={guess} values={state.values} /> : null}
    </>
  );
}

function Running({ done, total }: { readonly done: number; readonly total: number }) {
  const label = tell(WORDS.running, { done, total });
  return (
    <div class="row">
      <div
        class="bar"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <i style={{ width: `${(100 * done) / total}%` }} />
      </div>
      <span class="num">{label}</span>
      <button type="button" class="btn line" data-testid="lesson-cancel" onClick={cancelRun}>
        {pick(WORDS.cancel)}
      </button>
    </div>
  );
}

function describeOutcome(lesson: Lesson, state: LessonRun): string {
  if (state.kind === 'failed') return tell(WORDS.runFailed, { cause: state.cause });
  if (state.kind === 'cancelled') return pick(WORDS.cancelled);
  if (state.kind !== 'done') return '';
  const { wants, asks } = lesson.entry;
  const figures = state.values.map((arm) => arm[asks][0]);
  const best = wants === 'highest' ? Math.max(...figures) : Math.min(...figures);
  const value = formatAsked(lesson, best);
  const first = figures.flatMap((figure, arm) => (figure === best ? [arm] : []));
  const leads = wants === 'highest' ? WORDS.runHighest : WORDS.runLowest;
  const said =
    first.length === figures.length
      ? tell(WORDS.runSame, { value })
      : tell(leads, { arm: listArms(lesson, first), value });
  return `${said} ${pick(WORDS.oneRun)}`;
}

interface OutcomeProps extends OneRunProps {
  readonly values: readonly (readonly (readonly number[])[])[];
}

function Outcome({ lesson, guess, values }: OutcomeProps) {
  const { file, entry } = lesson;
  const figures = values.map((arm) => arm[entry.asks][0]);
  // Whoever predicted the baseline, or no difference, sees the first of the others.
  const shown = Math.max(1, findGuess(lesson, guess));
  const names = { arm: quoteArm(lesson, shown), baseline: quoteArm(lesson, 0) };
  return (
    <>
      <table class="lesson-table" data-testid="lesson-figures">
        <thead>
          <tr>
            <th scope="col">{pick(WORDS.arm)}</th>
            <th scope="col" class="r">
              <Terms text={nameAsked(lesson)} />
            </th>
            <th scope="col" class="r">
              {tell(WORDS.against, { baseline: pick(file.arms[0].title) })}
            </th>
          </tr>
        </thead>
        <tbody>
          {file.arms.map(({ id, title }, arm) => (
            <tr key={id} class={id === guess ? 'is-mine' : undefined}>
              <th scope="row">{pick(title)}</th>
              <td class="r num">{formatAsked(lesson, figures[arm])}</td>
              <td class="r num">{arm === 0 ? '' : formatAskedChange(lesson, figures[arm] - figures[0])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <PeopleTable
        title={tell(WORDS.forWhom, names)}
        baseline={values[0]}
        arm={values[shown]}
        outcomes={file.outcomes.length}
      />
      <p class="row">
        <button
          type="button"
          class="btn line"
          data-testid="lesson-to-market"
          onClick={() => {
            location.hash = '#explore';
            void chooseScenario(nameArm(file.id, file.arms[shown].id));
          }}
        >
          {pick(WORDS.toMarket)}
        </button>
      </p>
    </>
  );
}

interface PeopleTableProps {
  readonly title: string;
  readonly baseline: readonly (readonly number[])[];
  readonly arm: readonly (readonly number[])[];
  /** Outcomes of the experiment that come before the figures of people. */
  readonly outcomes: number;
}

/** What it is to novices and to experts. */
function PeopleTable({ title, baseline, arm, outcomes }: PeopleTableProps) {
  const lang = language.value;
  const describe = (mine: number, other: number) =>
    `${formatShare(mine, lang)} (${formatSigned((mine - other) * 100, lang, 1)})`;
  return (
    <table class="lesson-table" data-testid="lesson-people">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{pick(WORDS.people)}</th>
          <th scope="col" class="r">
            <Terms text={pick(WORDS.netReturn)} />
          </th>
          <th scope="col" class="r">
            <Terms text={pick(WORDS.losing)} />
          </th>
        </tr>
      </thead>
      <tbody>
        {LESSON_BANDS.map(({ key, label }, band) => {
          const [mine, other] = [arm, baseline].map((values) => readPeople(values, outcomes, band));
          return (
            <tr key={key}>
              <th scope="row">{pick(label)}</th>
              <td class="r num">{describe(mine.netReturn, other.netReturn)}</td>
              <td class="r num">{describe(mine.losing, other.losing)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
