import { clipNegative } from '../../core/math.ts';
import { readRule } from '../regulator/rules.ts';
import type { World } from '../world.ts';

/** A risk warning in text gets this much of the attention that a dynamic label has in full (S218). */
const TEXT_SALIENCE = 0.08;
/** Education adds this to accuracy at full strength: some .15 of its standard deviation (E56). */
const EDUCATION_ADDED = 0.03;
/** Accuracy at which people hold the risk that they mean to: about the mean. */
export const MIDDLING_ACCURACY = 0.5;

/** What everybody’s judgement of risk is moved by this month. */
export interface PerceptionMonth {
  /** Factor of disclosure on accuracy. */
  readonly disclosed: number;
  readonly taught: number;
}

/** Accuracy that goes with experience, without rules. */
export function computeAccuracy({ values }: World, experience: number): number {
  return values['experience.perception'] + values['experience.perceptionExperience'] * experience;
}

export function readPerceptionMonth(world: World): PerceptionMonth {
  const salience = TEXT_SALIENCE + (1 - TEXT_SALIENCE) * readRule(world, 'disclosure');
  return {
    disclosed: 1 + world.values['regulator.disclosureLift'] * salience,
    taught: EDUCATION_ADDED * readRule(world, 'education'),
  };
}

/** Accuracy of those awake goes towards what experience, disclosure and education make of it; an own loss teaches at once. */
export function perceiveRisk(world: World, { disclosed, taught }: PerceptionMonth): void {
  const { investors, values, block } = world;
  const speed = values['experience.perceptionSpeed'] / 12;
  const felt = values['experience.perceptionLosses'];
  for (let k = 0; k < block.awake; k++) {
    const i = block.slots[k];
    const aim = Math.min(1, computeAccuracy(world, investors.experience[i]) * disclosed + taught);
    const seen = investors.riskPerception[i] + speed * (aim - investors.riskPerception[i]);
    const learned = felt * clipNegative(-investors.monthNet[i]) * (1 - seen);
    investors.riskPerception[i] = Math.min(1, seen + learned);
  }
}

/**
 * Factor on exposure, own risk and trading of a person of this accuracy: who underrates risk holds more of it than their
 * tolerance says, who sees it well a little less.
 */
export function computeMisjudgement(strength: number, accuracy: number): number {
  return 1 + strength * (MIDDLING_ACCURACY - accuracy);
}
