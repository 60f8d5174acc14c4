import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { computeFingerprint } from '../../../src/experiment/answers.ts';
import { parsePosterior, readMember } from '../../../src/experiment/calibration/posterior.ts';
import { listFitted, toRoundedSet } from '../../../src/experiment/calibration/priors.ts';
import { STRUCTURES } from '../../../src/experiment/calibration/structures.ts';
import { readTargets } from '../../../src/experiment/target-file.ts';
import { PARAMETERS, readDefaults } from '../../../src/model/parameters.ts';
import { createSimulation } from '../../../src/model/simulation.ts';
import { loadShippedInputs } from '../../support/shipped-inputs.ts';
import { ROOT } from '../../support/source-text.ts';

const FILE = join(ROOT, 'public/data/posterior.json');
const posterior = parsePosterior(readFileSync(FILE, 'utf8'));
const fitted = listFitted(PARAMETERS);

describe('public/data/posterior.json (if not: sim calibrate, then node tools/adopt-posterior.mjs)', () => {
  test('its shipped member is the defaults of the model', () => {
    const defaults: Readonly<Record<string, number>> = readDefaults();
    const shipped = readMember(posterior, posterior.members[0]);
    expect(shipped).toEqual(Object.fromEntries(fitted.map(({ key }) => [key, defaults[key]])));
  });

  test('its priors are those that are declared', () => {
    expect(posterior.parameters.map(({ key, low, high, source }) => ({ key, prior: { low, high, source } }))).toEqual(
      fitted,
    );
  });

  test('its targets are those that calibrate', () => {
    const targets = readTargets(readFileSync(join(ROOT, 'public/data/targets.json'), 'utf8'));
    const wanted = targets.ok ? targets.value.filter(({ use }) => use === 'calibrate') : [];
    expect(posterior.targets.map(({ seedSd, ...target }) => target)).toEqual(
      wanted.map(({ id, value, tolerance, weight }) => ({ id, value, tolerance, weight })),
    );
  });

  test('it is of this model', () => {
    const middle = toRoundedSet(
      fitted.map(() => 0),
      fitted,
    );
    const inputs = loadShippedInputs(posterior.scenario, { set: middle });
    expect(computeFingerprint(createSimulation, inputs)).toBe(posterior.fingerprint);
  });

  test('every member lies in the priors, passes, and one that does not is not there', () => {
    expect(posterior.members.length).toBe(Math.min(posterior.kept, 100));
    for (const { values, loss, misses } of posterior.members) {
      expect(loss).toBeLessThanOrEqual(posterior.settings.lossMost);
      expect(misses.length).toBe(posterior.targets.length);
      posterior.parameters.forEach(({ key, low, high }, k) => {
        expect(values[k], key).toBeGreaterThanOrEqual(low);
        expect(values[k], key).toBeLessThanOrEqual(high);
      });
    }
  });

  test('structures that are accepted kept a tenth of their members', () => {
    expect(posterior.structures.map(({ id }) => id)).toEqual(STRUCTURES.map(({ id }) => id));
    for (const { id, isAccepted, kept, candidates } of posterior.structures) {
      expect(isAccepted, id).toBe(kept >= candidates / 10);
    }
  });

  test('it is small enough to be fetched by a page', () => {
    expect(statSync(FILE).size).toBeLessThan(300_000);
  });
});
