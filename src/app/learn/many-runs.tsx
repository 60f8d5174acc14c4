import { composeAnswer } from '../../experiment/answer-text.ts';
import type { Answer } from '../../experiment/answers.ts';
import { type Judgement, judgePrediction, listArmEffects } from '../../experiment/lessons.ts';
import type { PairedDifference } from '../../experiment/paired.ts';
import { pick } from '../i18n/say.ts';
import { language } from '../preferences.ts';
import type { Lesson } from './lesson-source.ts';
import { findGuess, formatAskedChange, listArms, nameAsked, nameGuess, tell } from './tell.ts';
import { WORDS } from './words.ts';

interface ManyRunsProps {
  readonly lesson: Lesson;
  readonly guess: string;
}

/** The prediction against the replicates: a sentence, then every arm with its interval. */
export function ManyRuns({ lesson, guess }: ManyRunsProps) {
  const { answer, file, entry, names } = lesson;
  if (answer === null) {
    return (
      <>
        <p>{pick(WORDS.noAnswer)}</p>
        <p class="mono">{`npm run -s sim -- experiment ${file.id} --seeds ${file.seeds} --agents ${file.agents}`}</p>
      </>
    );
  }
  const judgement = judgePrediction(entry, answer, findGuess(lesson, guess));
  return (
    <>
      <p class="lesson-verdict" data-testid="verdict" data-verdict={judgement.verdict}>
        {tell(WORDS.youSaid, { guess: nameGuess(lesson, guess) })} <b>{describeVerdict(lesson, judgement)}</b>
      </p>
      <Intervals lesson={lesson} answer={answer} />
      <details>
        <summary>{pick(WORDS.allFigures)}</summary>
        <p data-testid="lesson-all-figures">{composeAnswer(file, answer, names, language.value)}</p>
        <p class="mono">{answer.command}</p>
      </details>
    </>
  );
}

function describeVerdict(lesson: Lesson, { verdict, first }: Judgement): string {
  if (verdict === 'right') return pick(WORDS.right);
  if (first.length === 0) return pick(WORDS.wrongNone);
  return tell(verdict === 'tied' ? WORDS.tied : WORDS.wrong, { first: listArms(lesson, first) });
}

interface IntervalsProps {
  readonly lesson: Lesson;
  readonly answer: Answer;
}

/** Part of an axis that holds all intervals and zero, from 0 to 1. */
function createScale(effects: readonly PairedDifference[]): (value: number) => number {
  const ends = effects.flatMap(({ low, high, mean }) => [low, high, mean]).filter(Number.isFinite);
  const least = Math.min(0, ...ends);
  const most = Math.max(0, ...ends);
  const span = most - least || 1;
  return (value) => 0.04 + (0.92 * (Math.min(most, Math.max(least, value)) - least)) / span;
}

/** One line an arm: the interval of 95 % on a common axis with its zero, then the figures. */
function Intervals({ lesson, answer }: IntervalsProps) {
  const { file, entry } = lesson;
  const effects = listArmEffects(entry, answer);
  const place = createScale(effects);
  const percent = (value: number) => `${(100 * place(value)).toFixed(2)}%`;
  const { seeds } = answer;
  return (
    <table class="lesson-table intervals" data-testid="intervals">
      <caption>
        {tell(WORDS.plotTitle, { figure: nameAsked(lesson), baseline: pick(file.arms[0].title) })}
        <span class="note">
          {tell(WORDS.plotAbout, { seeds, agents: answer.agents.toLocaleString(language.value) })}
        </span>
      </caption>
      <tbody>
        {effects.map(({ mean, low, high, agreeing, isClear }, k) => (
          <tr key={file.arms[k + 1].id} class={isClear ? 'is-clear' : undefined}>
            <th scope="row">{pick(file.arms[k + 1].title)}</th>
            <td class="plot-cell">
              <svg aria-hidden="true" width="100%" height="20">
                <line class="zero" x1={percent(0)} x2={percent(0)} y1="0" y2="20" />
                <line class="interval" x1={percent(low)} x2={percent(high)} y1="10" y2="10" />
                <circle cx={percent(mean)} cy="10" r="4.5" />
              </svg>
            </td>
            <td class="r num">
              {formatAskedChange(lesson, mean)}
              <small>
                {formatAskedChange(lesson, low)} … {formatAskedChange(lesson, high)} ·{' '}
                {tell(WORDS.agree, { agreeing, seeds })}
              </small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
