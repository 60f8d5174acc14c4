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
export function quoteWord(word: string): string {
  return /^[\w./=:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * The command line that computes the same run. Decisions cannot be said in options, so with them the command first
 * writes a scenario file: one that extends the shipped scenario, or all of a scenario that the user opened.
 */
export function formatCommand({ loaded, seed, overrides, decisions }: CommandState): string {
  const { before, word } = nameScenario(loaded, decisions);
  const words = ['--seed', seed, ...listSettings(overrides)].map(quoteWord).join(' ');
  return `${before}npm run -s sim -- run ${word} ${words}`;
}

/** Two runs that the command line compares over seeds. */
export interface CompareState {
  readonly a: CommandState['loaded'];
  readonly b: CommandState['loaded'];
  /** Of B. */
  readonly decisions: PlayerDecisions;
  readonly overrides: CommandState['overrides'];
  readonly seeds: number;
  /** Investors of each run; as the scenario says where it is missing. */
  readonly agents?: number | undefined;
}

/** The command line that compares A and B over as many seeds. */
export function formatCompareCommand({ a, b, decisions, overrides, seeds, agents }: CompareState): string {
  const [one, other] = [nameScenario(a, []), nameScenario(b, decisions)];
  const size = agents === undefined ? [] : ['--agents', String(agents)];
  const words = ['--seeds', String(seeds), ...size, ...listSettings(overrides)].map(quoteWord).join(' ');
  return `${one.before}${other.before}npm run -s sim -- compare ${one.word} ${other.word} ${words}`;
}

/** The scenario file of B: of what is on screen with decisions, or of an arm; `null` where it is a scenario as it was opened. */
export function createDecisionFile(loaded: CommandState['loaded'], decisions: PlayerDecisions): ScenarioFile | null {
  if (decisions.length > 0) return writeDecisions(loaded, decisions);
  return loaded.arm ?? null;
}

function listSettings(overrides: CommandState['overrides']): string[] {
  return Object.entries(overrides).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
}

/** How a command names a scenario, and what has to be written to a file before. */
function nameScenario(loaded: CommandState['loaded'], decisions: PlayerDecisions): { before: string; word: string } {
  const { scenario, file } = loaded;
  const written = createDecisionFile(loaded, decisions);
  if (written === null) return { before: '', word: quoteWord(file ?? scenario.id) };
  const before = `cat > ${written.id}.json <<'END'\n${JSON.stringify(written, null, 2)}\nEND\n`;
  return { before, word: `${written.id}.json` };
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
