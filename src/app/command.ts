import { formatMonth } from '../core/calendar.ts';
import type { ScenarioFile } from '../experiment/scenario-file.ts';
import { SCENARIO_FORMAT } from '../experiment/scenario-schema.ts';
import type { PlayerDecisions } from './player-decisions.ts';

/** What a command has to reproduce. */
export interface CommandState {
  readonly scenario: string;
  /** Calendar month of the scenario's start. */
  readonly startMonth: number;
  readonly seed: string;
  readonly overrides: Readonly<Record<string, number>>;
  readonly decisions: PlayerDecisions;
}

/** A word for a POSIX shell. */
function quote(word: string): string {
  return /^[\w./=:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * The command line that computes the same run. Decisions cannot be said in options, so with them the command first
 * writes a scenario file that extends the one on screen.
 */
export function formatCommand(state: CommandState): string {
  const settings = Object.entries(state.overrides).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
  const words = ['--seed', state.seed, ...settings].map(quote).join(' ');
  if (state.decisions.length === 0) return `npm run -s sim -- run ${quote(state.scenario)} ${words}`;
  const name = `${state.scenario}-b`;
  const file: ScenarioFile = {
    formatVersion: SCENARIO_FORMAT,
    id: name,
    extends: state.scenario,
    title: { en: `${state.scenario}, with decisions`, 'zh-CN': `${state.scenario}（含决策）` },
    decisions: state.decisions.map(({ month, broker, lever, value }) => ({
      from: formatMonth(state.startMonth + month),
      broker,
      lever,
      set: value,
    })),
  };
  return `cat > ${name}.json <<'END'\n${JSON.stringify(file, null, 2)}\nEND\nnpm run -s sim -- run ${name}.json ${words}`;
}
