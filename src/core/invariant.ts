import { formatMonth } from './calendar.ts';

/** The run in which an invariant broke. */
export interface Occasion {
  /** Calendar month. */
  readonly month: number;
  readonly seed: string;
  /** The command that runs into it again: `npm run -s sim -- run projection-neutral --seed 42 --months 3`. */
  readonly replay: string;
}

/**
 * Something that can never be true is true: a bug, not a bad input. Who finds it knows only the detail; the simulation
 * adds when, with which seed and how to replay it: `catch (error) { throw error.locate(occasion) }`.
 */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
  readonly detail: string;
  /** Calendar month, `null` until located. */
  readonly month: number | null;
  readonly seed: string | null;

  constructor(detail: string, occasion: Occasion | null = null, options?: ErrorOptions) {
    super(occasion === null ? detail : describeOccasion(detail, occasion), options);
    this.detail = detail;
    this.month = occasion === null ? null : occasion.month;
    this.seed = occasion === null ? null : occasion.seed;
  }

  /** The same error, naming its run; keeps this one as its cause. */
  locate(occasion: Occasion): InvariantError {
    return new InvariantError(this.detail, occasion, { cause: this });
  }
}

function describeOccasion(detail: string, { month, seed, replay }: Occasion): string {
  return `broken invariant in ${formatMonth(month)}, seed ${JSON.stringify(seed)}: ${detail}. Replay: ${replay}`;
}

/** Throws `InvariantError` unless `condition` holds. `describe` is called only then; it says what was expected and found. */
export function assertInvariant(condition: boolean, describe: () => string): asserts condition {
  if (!condition) {
    throw new InvariantError(describe());
  }
}
