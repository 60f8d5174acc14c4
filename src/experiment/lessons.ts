import { SEGMENT_DIMENSIONS } from '../model/segments.ts';
import type { Answer } from './answers.ts';
import type { ExperimentFile, LessonEntry } from './experiment-file.ts';
import type { Measure } from './measure.ts';
import { averageSeeds, comparePaired, type PairedDifference } from './paired.ts';

/** The prediction that no arm differs clearly from the baseline. */
export const NO_DIFFERENCE = -1;

/** How a prediction stands against the replicates. `tied`: its arm is not told from the one that comes first. */
type Verdict = 'right' | 'tied' | 'wrong';

export interface Judgement {
  readonly verdict: Verdict;
  /** Arms that come first, about equally; none where no arm differs clearly from the baseline. */
  readonly first: readonly number[];
}

/** Figures of the outcome that a lesson asks for, by arm and seed. */
function readAsked({ values }: Answer, { asks }: LessonEntry): Answer['values'][number] {
  return values[asks];
}

/** Judges a prediction by the paired differences over all seeds. @param guess position of an arm, or `NO_DIFFERENCE` */
export function judgePrediction(lesson: LessonEntry, answer: Answer, guess: number): Judgement {
  const figures = readAsked(answer, lesson);
  const isAnyClear = figures.slice(1).some((own) => comparePaired(figures[0], own).isClear);
  if (!isAnyClear) return { verdict: guess === NO_DIFFERENCE ? 'right' : 'wrong', first: [] };
  const sense = lesson.wants === 'highest' ? 1 : -1;
  const means = figures.map((own) => sense * (averageSeeds(own) ?? Number.NEGATIVE_INFINITY));
  const best = means.indexOf(Math.max(...means));
  const first = figures.flatMap((own, arm) =>
    arm === best || !comparePaired(figures[best], own).isClear ? [arm] : [],
  );
  if (!first.includes(guess)) return { verdict: 'wrong', first };
  return { verdict: first.length > 1 ? 'tied' : 'right', first };
}

/** What every arm but the baseline does to the outcome asked for, over all seeds. */
export function listArmEffects(lesson: LessonEntry, answer: Answer): PairedDifference[] {
  const [baseline, ...others] = readAsked(answer, lesson);
  return others.map((own) => comparePaired(baseline, own));
}

const EXPERIENCE = SEGMENT_DIMENSIONS.find(({ key }) => key === 'experience')!;

/** Figures of the people of each band of experience: net return a year, and the part of them that loses. */
const PEOPLE_FIGURES = [
  { metric: 'netReturnSum', per: 'users' },
  { metric: 'losingUsers', per: 'tenuredUsers' },
] as const;

export const LESSON_BANDS = EXPERIENCE.bands.map(({ key, label }) => ({ key, label }));

/** What a run of a lesson reads: the outcomes of the experiment, then both figures of each band. */
export function listLessonMeasures({ outcomes }: Pick<ExperimentFile, 'outcomes'>): Measure[] {
  const own = outcomes.map(({ label, ...measure }): Measure => measure);
  const people = LESSON_BANDS.flatMap(({ key }) =>
    PEOPLE_FIGURES.map((figure): Measure => ({ ...figure, segment: { experience: key } })),
  );
  return [...own, ...people];
}

/** Both figures of a band in the values of a run. @param outcomes number of outcomes before them */
export function readPeople(values: readonly (readonly number[])[], outcomes: number, band: number) {
  const at = outcomes + PEOPLE_FIGURES.length * band;
  return { netReturn: values[at][0], losing: values[at + 1][0] };
}
