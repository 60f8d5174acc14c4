import { type Snapshot, STATUS } from '../../model/records.ts';
import type { ColourBy } from '../run-data.ts';
import { createRampSteps } from './dot-colour.ts';
import { mixColours, type Palette, packColour } from './palette.ts';
import { readColumn } from './snapshot-columns.ts';

/** What people look like in one month. */
export interface Paint {
  /** Packed colour of one investor; `broker` −1 for nobody's client. */
  readColour(investor: number, broker: number): number;
  /** Step of the ramp, 0 to 4. */
  readStep(investor: number): number;
  isDormant(investor: number): boolean;
  /** Packed colour of people together. @param step their mean, also between two steps @param awakePart of them, 0 to 1 */
  mixGroup(step: number, awakePart: number): number;
}

export function createPaint(snapshot: Snapshot, colourBy: ColourBy, { ramp, dimmed, ashore }: Palette): Paint {
  const steps = createRampSteps(colourBy);
  const values = readColumn(snapshot, colourBy === 'age' ? 'ageYears' : colourBy);
  const status = readColumn(snapshot, 'status');
  const awake = ramp.map((colour) => packColour(colour));
  const dormant = dimmed.map((colour) => packColour(colour));
  const waiting = packColour(ashore);
  const isDormant = (investor: number) => status[investor] === STATUS.dormant;
  const between = (colours: readonly number[], step: number) => {
    const low = Math.min(colours.length - 2, Math.floor(step));
    return mixColours(colours[low + 1], colours[low], step - low);
  };
  return {
    readColour: (investor, broker) =>
      broker < 0 ? waiting : (isDormant(investor) ? dormant : awake)[steps[values[investor]]],
    readStep: (investor) => steps[values[investor]],
    isDormant,
    mixGroup: (step, awakePart) => packColour(mixColours(between(ramp, step), between(dimmed, step), awakePart)),
  };
}
