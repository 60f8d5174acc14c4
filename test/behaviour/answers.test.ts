import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type AnswerFile, computeFingerprint, hashDefinition } from '../../src/experiment/answers.ts';
import { parseExperiment } from '../../src/experiment/experiments.ts';
import { ENGINE_VERSION } from '../../src/experiment/version.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { loadShippedInputs } from '../support/shipped-inputs.ts';
import { shipped } from '../support/shipped-scenarios.ts';

/*
 * The answers that ship are those of this model: a small run has the hash that was noted when they were computed, and every
 * experiment asks what it asked then. If not: node tools/answers.mjs
 */
const file: AnswerFile = JSON.parse(readFileSync('public/data/answers.json', 'utf8'));

test('were computed with this engine and this model', () => {
  expect(file.engineVersion).toBe(ENGINE_VERSION);
  expect(file.fingerprint).toBe(computeFingerprint(createSimulation, loadShippedInputs('projection-neutral')));
});

test('answer every experiment as it is', () => {
  const ids = readdirSync('public/experiments').filter((name) => name !== 'index.json');
  const asked = ids.map((name) => {
    const read = parseExperiment(readFileSync(`public/experiments/${name}`, 'utf8'), shipped);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return [read.value.file.id, hashDefinition(read.value)] as const;
  });
  const answered = file.answers.map(({ id, definition }) => [id, definition] as const);
  expect(Object.fromEntries(answered)).toEqual(Object.fromEntries(asked));
});
