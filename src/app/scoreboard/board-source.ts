import type { Problem, Result } from '../../core/result.ts';
import { fail, succeed } from '../../core/result.ts';
import type { EvidenceTables } from '../../experiment/evidence.ts';
import type { Scenario } from '../../experiment/scenario.ts';
import type { Target } from '../../experiment/target.ts';
import { readTargets } from '../../experiment/target-file.ts';
import type { ScoreboardFile, ValidationTask } from '../../experiment/validation.ts';
import { loadEvidence } from '../lab/evidence.ts';
import { fetchJson, fetchText, type LoadedScenario, loadScenario } from '../scenario-source.ts';

/** All that the page shows before anything is run here. */
export interface Board {
  readonly targets: readonly Target[];
  /** `null` where nobody has computed it yet. */
  readonly file: ScoreboardFile | null;
  readonly tables: EvidenceTables;
}

/** Fetches the targets and what the shipped model makes of them. */
export async function loadBoard(): Promise<Result<Board>> {
  const [text, file, tables] = await Promise.all([
    fetchText('data/targets.json'),
    fetchJson<ScoreboardFile>('data/scoreboard.json'),
    loadEvidence(),
  ]);
  if (!text.ok) return text;
  const targets = readTargets(text.value);
  if (!targets.ok) return targets;
  if (!file.ok && !isMissing(file.problems)) return file;
  return succeed({ targets: targets.value, file: file.ok ? file.value : null, tables });
}

/** A host answers for a file that is not there with 404, or with its start page. */
function isMissing(problems: readonly Problem[]): boolean {
  return problems.some(({ got }) => got === 'HTTP 404' || got === 'text/html');
}

/** Fetches every scenario that a target is read from. */
export async function loadTask({ targets, file }: Board, seeds: number): Promise<Result<ValidationTask>> {
  const ids = [...new Set(targets.map(({ scenario }) => scenario))];
  const loaded = await Promise.all(ids.map((id) => loadScenario(id)));
  const problems = loaded.flatMap((entry) => (entry.ok ? [] : entry.problems));
  if (problems.length > 0) return fail(problems);
  const values = loaded.map((entry) => (entry as { value: LoadedScenario }).value);
  const scenarios = new Map(ids.map((id, k): [string, Scenario] => [id, values[k].scenario]));
  const path = values.map((value) => value.path).find(({ returns }) => returns.length > 0) ?? values[0].path;
  return succeed({ targets, scenarios, path, seeds, agents: file === null ? null : readAgents(file), cloud: null });
}

/** The size of all runs where somebody asked for one; without it each scenario has what its targets ask for. */
function readAgents({ command, agents }: ScoreboardFile): number | null {
  return command.includes('--agents') ? (Object.values(agents)[0] ?? null) : null;
}
