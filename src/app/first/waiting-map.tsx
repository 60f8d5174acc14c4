import { render } from 'preact';
import { overrides, scenarioId, seed, view } from '../store.ts';
import { FirstMapPanel } from './first-screen.tsx';
import { mapMonths, visit } from './first-state.ts';
import { listShippedMonths } from './map-months.ts';
import { readVisit } from './read-visit.ts';

/** The shipped default run moves in the place of the still picture while the very same run is being computed. */
export async function playWhileWaiting(): Promise<void> {
  const read = await readVisit();
  const host = document.getElementById('first-map');
  if (read === null || host === null || view.peek() !== null) return;
  const { scenario, seed: shippedSeed } = read.run;
  const isSameRun = scenarioId.peek() === scenario && seed.peek() === shippedSeed;
  if (!isSameRun || Object.keys(overrides.peek()).length > 0) return;
  visit.value = read;
  mapMonths.value = listShippedMonths(read.run);
  host.replaceChildren();
  render(<FirstMapPanel />, host);
}
