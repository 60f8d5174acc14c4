import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnswerFile } from '../../experiment/answers.ts';
import type { FindingsFile } from '../../experiment/findings/findings-file.ts';
import type { FindingsSources } from '../../experiment/findings/findings-page.ts';
import { listShippedExperiments, readEvidence, readExperiment, readShippedPosterior } from './shipped-files.ts';

/** All that `docs/findings.md` is made of. */
export function readFindingsSources(publicFolder: string): FindingsSources {
  const read = (name: string) => JSON.parse(readFileSync(join(publicFolder, 'data', name), 'utf8'));
  const file: FindingsFile = read('findings-runs.json');
  const { answers }: AnswerFile = read('answers.json');
  const experiments = listShippedExperiments(publicFolder).map((id) => {
    const experiment = readExperiment(publicFolder, id);
    if (!experiment.ok) throw new Error(`The shipped experiment ${id} is damaged.`);
    return experiment.value;
  });
  const structures = (readShippedPosterior(publicFolder)?.structures ?? []).map(
    ({ id, title }) => [id, title] as const,
  );
  return { file, answers, experiments, evidence: readEvidence(publicFolder), structures: new Map(structures) };
}
