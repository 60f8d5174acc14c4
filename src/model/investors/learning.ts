import { NONE } from '../purposes.ts';
import type { World } from '../world.ts';

/** Units to a full score of experience: sums over people are whole numbers, whatever their order, and exact below 8 million people. */
export const EXPERIENCE_UNITS = 0x4000_0000;

/** Experience on [0, 1] in whole units. */
export function countExperience(x: number): number {
  return Math.floor(x * EXPERIENCE_UNITS);
}

/** At the end of a month: the experience of all users, from what changed it. */
export function settleExperience({ flow, market }: World): void {
  market.experience[0] =
    flow.experienceBefore[0] +
    (flow.experienceJoined[0] - flow.experienceLeft[0]) +
    (flow.experienceByDoing[0] + flow.experienceByEducation[0] - flow.experienceForgotten[0]);
}

/** At the start of a run: the experience of all users, one by one. */
export function countAllExperience({ investors, market, agents }: World): void {
  let units = 0;
  for (let i = 0; i < agents; i++) {
    if (investors.main[i] !== NONE) units += countExperience(investors.experience[i]);
  }
  market.experience[0] = units;
}
