import { bandOf, SEGMENT_DIMENSIONS } from '../../model/segments.ts';
import type { ColourBy } from '../run-data.ts';

export const RAMP_STEPS = 5;

/**
 * Step of the colour ramp for every byte a snapshot column can hold. Age takes the five age bands of the segments,
 * the others five equal parts of [0, 1].
 */
export function createRampSteps(colourBy: ColourBy): Uint8Array {
  const age = SEGMENT_DIMENSIONS.find(({ key }) => key === 'age')!;
  return Uint8Array.from({ length: 256 }, (_, byte) =>
    colourBy === 'age' ? bandOf(age, byte) : Math.min(RAMP_STEPS - 1, Math.floor((byte / 256) * RAMP_STEPS)),
  );
}
