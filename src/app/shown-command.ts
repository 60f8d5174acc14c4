import { signal } from '@preact/signals';
import type { ScenarioFile } from '../experiment/scenario-file.ts';
import { createDecisionFile, formatCommand, formatCompareCommand } from './command.ts';
import type { PlayerDecisions } from './player-decisions.ts';
import { decisions, experiment, overrides, scenario, seed } from './store.ts';

/** The command line of a room that shows something else than the run on screen, while it is open. */
export const roomCommand = signal<string | null>(null);

/**
 * The command line that computes what is on screen, the arm of an experiment included, or A with other decisions; empty
 * until there is a scenario.
 */
export function readCommand(made?: PlayerDecisions): string {
  const loaded = made === undefined ? (experiment.peek()?.treated ?? scenario.peek()) : scenario.peek();
  if (loaded === null) return '';
  return formatCommand({ loaded, seed: seed.peek(), overrides: overrides.peek(), decisions: made ?? decisions.peek() });
}

/** The command line that compares A and B over seeds; empty until there is a scenario. */
export function readCompareCommand(seeds: number, agents?: number): string {
  const a = scenario.peek();
  if (a === null) return '';
  const b = experiment.peek()?.treated ?? a;
  return formatCompareCommand({ a, b, decisions: decisions.peek(), overrides: overrides.peek(), seeds, agents });
}

/**
 * The scenario file of what is on screen, changed values included, where decisions or an arm make it another than the one
 * that was opened.
 */
export function readDecisionFile(): ScenarioFile | null {
  const loaded = experiment.peek()?.treated ?? scenario.peek();
  const file = loaded === null ? null : createDecisionFile(loaded, decisions.peek());
  const changed = overrides.peek();
  if (file === null || Object.keys(changed).length === 0) return file;
  return { ...file, parameters: { ...file.parameters, ...changed } };
}
