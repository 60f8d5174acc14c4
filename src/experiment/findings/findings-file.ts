import { hashText } from '../../core/hash.ts';
import type { LeverFigures } from './lever-runs.ts';
import type { Responses } from './segment-responses.ts';
import type { World } from './worlds.ts';

/** `public/data/findings-runs.json`: figures run by run, from which every sentence of `docs/findings.md` is made. */
export interface FindingsFile {
  readonly engineVersion: string;
  /** State hash of a small run of the model that the findings were computed with: `computeFingerprint`. */
  readonly fingerprint: string;
  /** Hash of what was asked, so that findings on other questions or other models are found out. */
  readonly definition: string;
  /** The line that computes it again. */
  readonly command: string;
  readonly agents: number;
  readonly worlds: readonly World[];
  /** By world, experiment, outcome, arm and seed. */
  readonly levers: LeverFigures;
  /** Runs of levers that failed. */
  readonly failed: number;
  readonly responses: {
    readonly agents: number;
    readonly months: number;
    readonly seeds: number;
    /** In the shipped model: by size of the broker and seed. */
    readonly shipped: readonly (readonly Responses[])[];
    /** At points of the range of lever tastes, the runs being the first of the above: by size of the broker and point. */
    readonly tastes: readonly (readonly Responses[])[];
    readonly points: readonly Readonly<Record<string, number>>[];
  };
}

/** Hash of the parts of a file that say what was asked. */
export function hashQuestions(levers: string, responses: unknown): string {
  return hashText(JSON.stringify([levers, responses]));
}
