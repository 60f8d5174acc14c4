import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFindingsSources } from '../../src/cli/files/findings-sources.ts';
import { readShippedPosterior } from '../../src/cli/files/shipped-files.ts';
import { computeFingerprint } from '../../src/experiment/answers.ts';
import { hashQuestions } from '../../src/experiment/findings/findings-file.ts';
import { formatFindingsPage } from '../../src/experiment/findings/findings-page.ts';
import { hashLeverTask, LEVER_EXPERIMENTS } from '../../src/experiment/findings/lever-runs.ts';
import { RESPONSE_QUESTIONS } from '../../src/experiment/findings/segment-responses.ts';
import { readCloud } from '../../src/experiment/findings/worlds.ts';
import { formatSensitivityPage, type SensitivityFile } from '../../src/experiment/sensitivity/sensitivity-page.ts';
import { ENGINE_VERSION } from '../../src/experiment/version.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { loadShippedInputs } from '../support/shipped-inputs.ts';

/*
 * The findings that ship are those of this model, of these experiments and of this posterior cloud, and the pages say what the
 * figures say. If not: node tools/findings.mjs, or for the words alone node tools/findings.mjs --page; node tools/sensitivity.mjs
 */
const sources = readFindingsSources('public');
const { file } = sources;

test('were computed with this engine and this model', () => {
  expect(file.engineVersion).toBe(ENGINE_VERSION);
  expect(file.fingerprint).toBe(computeFingerprint(createSimulation, loadShippedInputs('projection-neutral')));
});

test('are on the experiments as they are', () => {
  const experiments = Object.values(LEVER_EXPERIMENTS).map(
    (id) => sources.experiments.find((known) => known.file.id === id) as (typeof sources.experiments)[number],
  );
  expect(file.definition).toBe(hashQuestions(hashLeverTask({ experiments, worlds: file.worlds }), RESPONSE_QUESTIONS));
});

test('look at members of the posterior cloud and of the accepted structures that ship', () => {
  const { members, structures } = readCloud(readShippedPosterior('public'));
  const known = new Map([['cloud', members], ...structures.map(({ id, members: own }) => [id, own] as const)]);
  for (const { group, set } of file.worlds) {
    if (group !== 'shipped' && group !== 'tastes') expect(known.get(group)).toContainEqual(set);
  }
});

test('the page of findings is made of the figures', () => {
  expect(readFileSync('docs/findings.md', 'utf8')).toBe(formatFindingsPage(sources));
});

test('the page of sensitivity is made of the figures, which are of this engine', () => {
  const sensitivity: SensitivityFile = JSON.parse(readFileSync('public/data/sensitivity.json', 'utf8'));
  expect(sensitivity.engineVersion).toBe(ENGINE_VERSION);
  expect(readFileSync('docs/sensitivity.md', 'utf8')).toBe(formatSensitivityPage(sensitivity));
});
