import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { computeFingerprint } from '../../src/experiment/answers.ts';
import { computePatternRows } from '../../src/experiment/patterns/pattern-rows.ts';
import { hashPatterns } from '../../src/experiment/patterns/pattern-runs.ts';
import { PATTERN_SCENARIO } from '../../src/experiment/patterns/patterns.ts';
import { computeScoreboard } from '../../src/experiment/scoreboard.ts';
import { readTargets } from '../../src/experiment/target-file.ts';
import { hashCloud, hashFigures, readCloud, type ScoreboardFile } from '../../src/experiment/validation.ts';
import { ENGINE_VERSION } from '../../src/experiment/version.ts';
import { createSimulation } from '../../src/model/simulation.ts';
import { loadShippedInputs } from '../support/shipped-inputs.ts';
import { readShippedScenario } from '../support/shipped-scenarios.ts';

/*
 * The scoreboard that ships is of this model, these targets and this calibration. If not: node tools/scoreboard.mjs
 */
const text = readFileSync('public/data/scoreboard.json', 'utf8');
const file: ScoreboardFile = JSON.parse(text);
const read = readTargets(readFileSync('public/data/targets.json', 'utf8'));
const targets = read.ok ? read.value : [];

test('was computed with this engine, this model, these targets, this calibration and these patterns', {
  timeout: 60_000,
}, () => {
  expect(file.engineVersion).toBe(ENGINE_VERSION);
  expect(file.fingerprint).toBe(computeFingerprint(createSimulation, loadShippedInputs('projection-neutral')));
  expect(file.definition).toBe(hashFigures(targets));
  const posterior = readCloud(JSON.parse(readFileSync('public/data/posterior.json', 'utf8')));
  expect(file.cloudDefinition).toBe(hashCloud(posterior));
  expect(file.patterns.definition).toBe(hashPatterns(readShippedScenario(PATTERN_SCENARIO).brokers));
});

test('judges every target over at least fifty seeds, and every pattern', () => {
  expect(file.seeds).toBeGreaterThanOrEqual(50);
  const rows = computeScoreboard(targets, file);
  expect(rows.filter(({ verdict }) => verdict === 'unjudged').map(({ target }) => target.id)).toEqual([]);
  expect(rows.every(({ spread }) => spread !== null && spread.runs >= 50)).toBe(true);
  const unjudged = computePatternRows(file.patterns).filter(({ verdict }) => verdict === 'unjudged');
  expect(unjudged.map(({ pattern }) => pattern.id)).toEqual([]);
});

test('is small enough for a page to load', () => {
  expect(text.length).toBeLessThan(200_000);
});
