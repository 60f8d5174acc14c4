import type { ModelInputs } from '../../model/inputs.ts';
import type { Traits } from '../../model/investors/tastes.ts';
import { roundFigure } from '../answers.ts';
import { computeResponsePerBillion, type LeverTrial, type OfferedLever, playLeverTrial } from '../responses.ts';

/** A kind of person that is asked: everything but one trait is middling. */
export interface PersonKind {
  readonly key: string;
  readonly trait: 'age' | 'experience' | 'risk' | 'none';
  readonly person: Traits;
}

const MIDDLING: Traits = { ageYears: 40, experience: 0.5, risk: 0.5, short: 0, wealth: 0 };

export const PERSON_KINDS: readonly PersonKind[] = [
  { key: 'middling', trait: 'none', person: MIDDLING },
  ...[20, 30, 50, 65].map((ageYears) => describeKind(`age ${ageYears}`, 'age', { ageYears })),
  ...[0.1, 0.9].map((experience) => describeKind(`experience ${experience}`, 'experience', { experience })),
  ...[0.1, 0.9].map((risk) => describeKind(`risk ${risk}`, 'risk', { risk })),
];

function describeKind(key: string, trait: PersonKind['trait'], change: Partial<Traits>): PersonKind {
  return { key, trait, person: { ...MIDDLING, ...change } };
}

/** Levers that people see. The cut or raise is small, so that what comes of it is near its slope. */
export const RESPONSE_LEVERS: readonly { readonly lever: OfferedLever; readonly scale: number }[] = [
  { lever: 'price', scale: 0.8 },
  { lever: 'content', scale: 1.5 },
  { lever: 'community', scale: 1.5 },
  { lever: 'advice', scale: 1.5 },
];

/** What people are asked after: years of a projection without its past, so that traits alone decide; and at how many points. */
export const RESPONSE_QUESTIONS = {
  scenario: 'projection-neutral',
  agents: 4000,
  months: 24,
  seeds: 6,
  tastePoints: 64,
  kinds: PERSON_KINDS,
  levers: RESPONSE_LEVERS,
} as const;

/** Change of the chance to be chosen, per choice and CNY billion spent: by lever and kind of person. */
export type Responses = (number | null)[][];

/** A lever after the other turned by a broker from the start on. @param inputs without a prologue @param broker its position */
export function playLeverTrials(inputs: ModelInputs, seed: string, broker: number): LeverTrial[] {
  return RESPONSE_LEVERS.map(({ lever, scale: value }) =>
    playLeverTrial(inputs, seed, { month: inputs.startMonth, broker, lever, mode: 'scale', value }),
  );
}

/** How all kinds of people respond, where their tastes are these. @param set values of tastes in place of those of the runs */
export function computeResponses(trials: readonly LeverTrial[], set: Readonly<Record<string, number>>): Responses {
  return trials.map((trial) => {
    const values = { ...trial.world.values, ...set };
    const asked = { ...trial, world: { ...trial.world, values } };
    return PERSON_KINDS.map(({ person }) => roundFigure(computeResponsePerBillion(asked, person)));
  });
}
