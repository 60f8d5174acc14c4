import { type Control, LEVERS, type Lever } from '../../model/inputs.ts';
import { PROGRAMME_LABELS } from '../../model/programme-labels.ts';
import { formatShare } from '../format.ts';
import { pick, say } from '../i18n/say.ts';
import type { ExploreView } from '../run-data.ts';
import { reasonColour } from './icon.tsx';
import { formatLever } from './lever.tsx';

/* How levers and programmes are named, coloured and put into figures where both can stand. */

function isLever(control: Control): control is Lever {
  return (LEVERS as readonly Control[]).includes(control);
}

export function nameControl(control: Control): string {
  return isLever(control) ? say(`lever-${control}`) : pick(PROGRAMME_LABELS[control]);
}

export function colourControl(control: Control): string {
  return isLever(control) ? reasonColour(control) : 'var(--r-other)';
}

/** A lever in its unit, an effort in per cent. */
export function formatControl(control: Control, value: number, view: ExploreView): string {
  return isLever(control) ? formatLever(control, value, view) : formatShare(value, view.language);
}
