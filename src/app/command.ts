import { formatMonth } from '../core/calendar.ts';
import type { Text } from '../core/text.ts';
import { describeScenario, type Scenario } from '../experiment/scenario.ts';
import type { DecisionEntry, ScenarioFile } from '../experiment/scenario-file.ts';
import { SCENARIO_FORMAT } from '../experiment/scenario-schema.ts';
import type { PlayerDecisions } from './player-decisions.ts';
import type { LoadedScenario } from './scenario-source.ts';

/** What a command has to reproduce. */
export interface CommandState {
  readonly loaded: Pick<LoadedScenario, 'scenario' | 'file' | 'arm'>;
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
 * writes a scenario file: one that extends the shipped scenario, or all of a scenario that the user opened.
 */
export function formatCommand({ loaded, seed, overrides, decisions }: CommandState): string {
  const { scenario, file, arm } = loaded;
  const settings = Object.entries(overrides).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
  const words = ['--seed', seed, ...settings].map(quote).join(' ');
  if (decisions.length === 0 && arm === undefined) {
    return `npm run -s sim -- run ${quote(file ?? scenario.id)} ${words}`;
  }
  const written = decisions.length === 0 && arm !== undefined ? arm : writeDecisions(loaded, decisions);
  return `cat > ${written.id}.json <<'END'\n${JSON.stringify(written, null, 2)}\nEND\nnpm run -s sim -- run ${written.id}.json ${words}`;
}

/** The file with decisions: upon a shipped scenario, or all of one that the user opened, or an arm with more of them. */
function writeDecisions({ scenario, file, arm }: CommandState['loaded'], decisions: PlayerDecisions): ScenarioFile {
  const id = `${scenario.id}-b`;
  const mine = decisions.map(({ month, broker, lever, value }) => ({
    from: formatMonth(scenario.startMonth + month),
    broker,
    lever,
    set: value,
  }));
  const title = titleWithDecisions(scenario.title);
  if (arm !== undefined) return { ...arm, id, title, decisions: [...(arm.decisions ?? []), ...mine] };
  if (file !== undefined) return describeWithDecisions(scenario, id, mine);
  return { formatVersion: SCENARIO_FORMAT, id, extends: scenario.id, title, decisions: mine };
}

function titleWithDecisions(title: Text): Text {
  return { en: `${title.en}, with decisions`, 'zh-CN': `${title['zh-CN']}（含决策）` };
}

function describeWithDecisions(scenario: Scenario, id: string, mine: readonly DecisionEntry[]): ScenarioFile {
  const whole = describeScenario(scenario);
  return { ...whole, id, title: titleWithDecisions(scenario.title), decisions: [...(whole.decisions ?? []), ...mine] };
}
