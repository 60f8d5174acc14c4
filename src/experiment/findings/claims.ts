import type { Answer } from '../answers.ts';
import type { Experiment } from '../experiments.ts';
import { comparePaired, type PairedDifference } from '../paired.ts';

/** Something that the report says, put as a difference between two arms of a shipped experiment. */
export interface Claim {
  /** Row of the report’s facts, or a mechanism that it describes. */
  readonly source: string;
  readonly experiment: string;
  readonly outcome: string;
  /** Ids of arms: what is said of the first is against the second. */
  readonly arms: readonly [string, string];
  /** The way it is said to go. */
  readonly sign: 1 | -1;
  /** How far it is said to go, in the unit of the outcome, where that is said. */
  readonly size?: number;
}

/** Claims whose arms ship as an experiment. */
export const CLAIMS: readonly Claim[] = [
  { source: 'S010', experiment: 'retention', outcome: 'retention12', arms: ['community', 'price'], sign: 1 },
  { source: 'S010', experiment: 'retention', outcome: 'monthlyActive', arms: ['community', 'price'], sign: 1 },
  { source: 'S245', experiment: 'zero-commission', outcome: 'profit', arms: ['all', 'none'], sign: -1 },
  { source: 'S082', experiment: 'small-survival', outcome: 'profit', arms: ['alliance', 'nothing'], sign: 1 },
  { source: 'S078', experiment: 'small-survival', outcome: 'profit', arms: ['niche', 'nothing'], sign: 1 },
  { source: 'S078', experiment: 'small-survival', outcome: 'share', arms: ['niche', 'nothing'], sign: 1 },
  {
    source: 'S343',
    experiment: 'small-survival',
    outcome: 'share',
    arms: ['imitation', 'nothing'],
    sign: 1,
    size: 0.05,
  },
  { source: 'S249', experiment: 'two-phases', outcome: 'hhi', arms: ['ai', 'even'], sign: 1 },
  { source: 'S323', experiment: 'regulation', outcome: 'profit', arms: ['all', 'now'], sign: 1 },
  { source: 'M45', experiment: 'regulation', outcome: 'losingUsers', arms: ['education', 'now'], sign: -1 },
  { source: 'S007', experiment: 'ai-novices', outcome: 'losingUsers', arms: ['more', 'without'], sign: -1 },
  { source: 'S006', experiment: 'dear-traffic', outcome: 'profit', arms: ['content', 'advertising'], sign: 1 },
  { source: 'S244', experiment: 'community-large', outcome: 'monthlyActive', arms: ['x4', 'plan'], sign: 1 },
  { source: 'S020', experiment: 'showcase-trap', outcome: 'profit', arms: ['kept', 'without'], sign: -1 },
];

/** What the runs say of a claim. */
type Verdict = 'as said' | 'weaker than said' | 'not seen' | 'contradicted';

export interface JudgedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
  readonly difference: PairedDifference;
  /** Position of the outcome in the experiment. */
  readonly outcome: number;
}

/**
 * The rule: a difference whose interval leaves 0 out is as said or contradicted by its sign; one with a stated size is weaker than
 * said when the interval ends short of it; any other is not seen.
 * @returns `null` where the experiment has no such arm or outcome, or no answer
 */
export function judgeClaim(claim: Claim, experiment: Experiment, answer: Answer): JudgedClaim | null {
  const { arms, outcomes } = experiment.file;
  const outcome = outcomes.findIndex(({ metric }) => metric === claim.outcome);
  const [said, against] = claim.arms.map((id) => arms.findIndex((arm) => arm.id === id));
  if (outcome < 0 || said < 0 || against < 0) return null;
  const difference = comparePaired(answer.values[outcome][against], answer.values[outcome][said]);
  return { claim, verdict: decide(claim, difference), difference, outcome };
}

function decide({ sign, size }: Claim, { mean, low, high, isClear }: PairedDifference): Verdict {
  if (!isClear) return 'not seen';
  if (mean * sign < 0) return 'contradicted';
  const most = sign > 0 ? high : -low;
  return size !== undefined && most < size ? 'weaker than said' : 'as said';
}
