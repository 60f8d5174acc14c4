import { formatCommand } from './command.ts';
import type { PlayerDecisions } from './player-decisions.ts';
import { decisions, overrides, scenario, seed } from './store.ts';

/** The command line that computes what is on screen, or the same with other decisions; empty until there is a scenario. */
export function readCommand(made: PlayerDecisions = decisions.peek()): string {
  const loaded = scenario.peek();
  if (loaded === null) return '';
  return formatCommand({ loaded, seed: seed.peek(), overrides: overrides.peek(), decisions: made });
}
