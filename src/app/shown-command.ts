import { formatCommand } from './command.ts';
import type { PlayerDecisions } from './player-decisions.ts';
import { decisions, experiment, overrides, scenario, seed } from './store.ts';

/**
 * The command line that computes what is on screen, the arm of an experiment included, or A with other decisions; empty
 * until there is a scenario.
 */
export function readCommand(made?: PlayerDecisions): string {
  const loaded = made === undefined ? (experiment.peek()?.treated ?? scenario.peek()) : scenario.peek();
  if (loaded === null) return '';
  return formatCommand({ loaded, seed: seed.peek(), overrides: overrides.peek(), decisions: made ?? decisions.peek() });
}
