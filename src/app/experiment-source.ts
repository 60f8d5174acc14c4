import { fail, type Result, succeed } from '../core/result.ts';
import type { ArmEntry, ExperimentFile } from '../experiment/experiment-file.ts';
import { createArmFile, parseExperimentFile } from '../experiment/experiments.ts';
import { type ExperimentEntry, fetchJson, fetchText, type LoadedScenario, readScenario } from './scenario-source.ts';

/** An experiment on screen: its baseline is A, one of its other arms is B. */
export interface OpenExperiment {
  readonly file: ExperimentFile;
  /** Place of the arm that is B, from 1. */
  readonly arm: number;
  readonly treated: LoadedScenario;
}

const SEPARATOR = '/';

/** What stands for an experiment with one of its arms where else the id of a scenario stands: `retention/price`. */
export function nameArm(experiment: string, arm = ''): string {
  return experiment + SEPARATOR + arm;
}

/** The experiment that an id stands for, or `null` when it is a scenario’s. */
export function readExperimentId(id: string): string | null {
  return id.includes(SEPARATOR) ? id.slice(0, id.indexOf(SEPARATOR)) : null;
}

export function loadExperimentList(): Promise<Result<readonly ExperimentEntry[]>> {
  return fetchJson('experiments/index.json');
}

/** Fetches an experiment without its scenarios. */
export async function loadExperimentFile(id: string): Promise<Result<ExperimentFile>> {
  const text = await fetchText(`experiments/${encodeURIComponent(id)}.json`);
  return text.ok ? parseExperimentFile(text.value) : text;
}

/** Fetches the scenarios of all arms, in the order of the file. */
export async function loadArms(file: ExperimentFile): Promise<Result<readonly LoadedScenario[]>> {
  const loaded = await Promise.all(file.arms.map((arm) => loadArm(file, arm)));
  const problems = loaded.flatMap((arm) => (arm.ok ? [] : arm.problems));
  return problems.length > 0 ? fail(problems) : succeed(loaded.flatMap((arm) => (arm.ok ? [arm.value] : [])));
}

/** Fetches an experiment with its baseline and the arm named; the first of the others when there is none of that name. */
export async function loadExperiment(
  id: string,
): Promise<Result<{ readonly baseline: LoadedScenario; readonly experiment: OpenExperiment }>> {
  const [name, armId] = id.split(SEPARATOR);
  const file = await loadExperimentFile(name);
  if (!file.ok) return file;
  const arm = Math.max(
    1,
    file.value.arms.findIndex((entry) => entry.id === armId),
  );
  const [baseline, treated] = await Promise.all([0, arm].map((place) => loadArm(file.value, file.value.arms[place])));
  if (!baseline.ok) return baseline;
  if (!treated.ok) return treated;
  return succeed({ baseline: baseline.value, experiment: { file: file.value, arm, treated: treated.value } });
}

async function loadArm(file: ExperimentFile, entry: ArmEntry): Promise<Result<LoadedScenario>> {
  const arm = createArmFile(file, entry);
  const read = await readScenario(arm);
  return read.ok ? succeed({ ...read.value, arm }) : read;
}
