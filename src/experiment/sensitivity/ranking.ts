import type { FigureSensitivity, Sensitivity } from './analysis.ts';
import type { StudyMethod } from './study.ts';

/** By what parameters are ranked: the mean size of their effects, or their total index. */
const RANKED_BY: Readonly<Record<StudyMethod, string>> = { morris: 'muStar', sobol: 'total' };

interface RankedParameter {
  readonly key: string;
  /** Position among the parameters of the study. */
  readonly place: number;
}

/** Parameters of a study, those that matter most to a figure first. */
export function rankParameters(
  { method, parameters }: Sensitivity,
  { measures }: FigureSensitivity,
): RankedParameter[] {
  const sizes = measures[RANKED_BY[method]];
  const size = (place: number) => sizes[place][0] ?? Number.NEGATIVE_INFINITY;
  return parameters
    .map(({ key }, place) => ({ key, place }))
    .sort((a, b) => size(b.place) - size(a.place) || a.place - b.place);
}
