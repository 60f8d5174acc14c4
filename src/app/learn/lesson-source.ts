import { fail, type Result, succeed } from '../../core/result.ts';
import type { Text } from '../../core/text.ts';
import type { Answer, AnswerFile } from '../../experiment/answers.ts';
import type { EvidenceTables } from '../../experiment/evidence.ts';
import type { ExperimentFile, LessonEntry } from '../../experiment/experiment-file.ts';
import { loadArms, loadExperimentFile } from '../experiment-source.ts';
import { loadEvidence } from '../lab/evidence.ts';
import { fetchJson, type LoadedScenario } from '../scenario-source.ts';

/** An experiment with all that its lesson tells. */
export interface Lesson {
  readonly file: ExperimentFile;
  readonly entry: LessonEntry;
  /** In the order of the file; the first is the baseline. */
  readonly arms: readonly LoadedScenario[];
  /** `null` where the replicates have not been computed, or could not be fetched. */
  readonly answer: Answer | null;
  readonly tables: EvidenceTables;
  /** Names of brokers, by id. */
  readonly names: ReadonlyMap<string, Text>;
}

export async function loadLesson(id: string): Promise<Result<Lesson>> {
  const file = await loadExperimentFile(id);
  if (!file.ok) return file;
  const entry = file.value.lesson;
  if (entry === undefined) {
    const expected = { en: 'an experiment with a lesson', 'zh-CN': '带课程的实验' };
    return fail([{ path: 'lesson', expected, got: id }]);
  }
  const [arms, answers, tables] = await Promise.all([
    loadArms(file.value),
    fetchJson<AnswerFile>('data/answers.json'),
    loadEvidence(),
  ]);
  if (!arms.ok) return arms;
  const answer = answers.ok ? (answers.value.answers.find((known) => known.id === id) ?? null) : null;
  const names = new Map<string, Text>(arms.value[0].scenario.brokers.map((broker) => [broker.id, broker.name]));
  return succeed({ file: file.value, entry, arms: arms.value, answer, tables, names });
}
