import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatCalibrationPage } from '../../src/experiment/calibration/page.ts';
import { parsePosterior } from '../../src/experiment/calibration/posterior.ts';
import { createDesignJsonSchema } from '../../src/experiment/design/design-json-schema.ts';
import { parseEvidence } from '../../src/experiment/evidence.ts';
import { formatGlossaryPage } from '../../src/experiment/glossary/glossary-page.ts';
import { formatMechanismsPage } from '../../src/experiment/mechanism-page.ts';
import { formatMetricsPage, formatParametersPage } from '../../src/experiment/pages.ts';
import { createScenarioJsonSchema } from '../../src/experiment/scenario-json-schema.ts';
import { createTargetsJsonSchema } from '../../src/experiment/target-json-schema.ts';
import { ENGINE_VERSION } from '../../src/experiment/version.ts';
import { PARAMETERS } from '../../src/model/parameters.ts';
import { ROOT } from '../support/source-text.ts';

function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function readIds(table: string): Set<string> {
  return new Set(
    readText(`public/data/${table}`)
      .split('\n')
      .map((line) => line.slice(0, line.indexOf(','))),
  );
}

describe('what is generated is fresh (if not: node tools/pages.mjs)', () => {
  test('docs/parameters.md', () => {
    expect(readText('docs/parameters.md')).toBe(formatParametersPage());
  });

  test('docs/mechanisms.md', () => {
    const [facts, mechanisms, findings] = ['report_facts', 'mechanisms', 'findings'].map((name) =>
      readText(`public/data/${name}.csv`),
    );
    expect(readText('docs/mechanisms.md')).toBe(
      formatMechanismsPage(parseEvidence(facts, mechanisms, findings).evidence),
    );
  });

  test('docs/metrics.md', () => {
    expect(readText('docs/metrics.md')).toBe(formatMetricsPage());
  });

  test('docs/glossary.md', () => {
    expect(readText('docs/glossary.md')).toBe(formatGlossaryPage());
  });

  test('docs/calibration.md', () => {
    expect(readText('docs/calibration.md')).toBe(
      formatCalibrationPage(parsePosterior(readText('public/data/posterior.json'))),
    );
  });

  test('public/schemas/scenario.schema.json', () => {
    expect(JSON.parse(readText('public/schemas/scenario.schema.json'))).toEqual(
      JSON.parse(JSON.stringify(createScenarioJsonSchema())),
    );
  });

  test('public/schemas/design.schema.json', () => {
    expect(JSON.parse(readText('public/schemas/design.schema.json'))).toEqual(
      JSON.parse(JSON.stringify(createDesignJsonSchema())),
    );
  });

  test('public/schemas/targets.schema.json', () => {
    expect(JSON.parse(readText('public/schemas/targets.schema.json'))).toEqual(
      JSON.parse(JSON.stringify(createTargetsJsonSchema())),
    );
  });
});

test('the JSON Schema knows every parameter with its range, and no other key', () => {
  const schema = createScenarioJsonSchema() as { properties: { parameters: { properties: object } } };
  expect(Object.keys(schema.properties.parameters.properties)).toEqual(PARAMETERS.map(({ key }) => key));
  expect(schema).toMatchObject({
    additionalProperties: false,
    properties: {
      parameters: { additionalProperties: false, properties: { 'tastes.price': { minimum: 0, maximum: 3 } } },
      brokers: { items: { properties: { commissionBp: { minimum: 0, maximum: 30 } }, additionalProperties: false } },
    },
  });
});

test('the engine has the version of the package', () => {
  expect(ENGINE_VERSION).toBe(JSON.parse(readText('package.json')).version);
});

test('every source that a parameter names exists in public/data', () => {
  const tables = { S: readIds('report_facts.csv'), M: readIds('mechanisms.csv'), E: readIds('findings.csv') };
  const named = PARAMETERS.filter(({ source }) => /^[SME]\d+$/.test(source));
  expect(named.length).toBeGreaterThan(20);
  const missing = named.filter(({ source }) => !tables[source[0] as keyof typeof tables].has(source));
  expect(missing.map(({ key, source }) => `${key}: ${source}`)).toEqual([]);
});
