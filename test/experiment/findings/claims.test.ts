import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Answer } from '../../../src/experiment/answers.ts';
import { parseEvidence } from '../../../src/experiment/evidence.ts';
import { parseExperiment } from '../../../src/experiment/experiments.ts';
import { CLAIMS, type Claim, judgeClaim } from '../../../src/experiment/findings/claims.ts';
import { shipped } from '../../support/shipped-scenarios.ts';

const experiments = readdirSync('public/experiments')
  .filter((name) => name !== 'index.json')
  .map((name) => {
    const read = parseExperiment(readFileSync(`public/experiments/${name}`, 'utf8'), shipped);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.value;
  });
const experiment = experiments.find(({ file }) => file.id === 'retention') as (typeof experiments)[number];

/** An answer in which community keeps this much more than price, seed by seed. */
function answerWith(differences: readonly number[]): Answer {
  const { arms, outcomes } = experiment.file;
  const values = outcomes.map(() =>
    arms.map(({ id }) => differences.map((difference) => 0.5 + (id === 'community' ? difference : 0))),
  );
  return { id: 'retention', definition: '', agents: 1, seeds: differences.length, command: '', values };
}

const SAID: Claim = {
  source: 'S010',
  experiment: 'retention',
  outcome: 'retention12',
  arms: ['community', 'price'],
  sign: 1,
};

test.each([
  ['as said', SAID, [0.02, 0.03, 0.025]],
  ['contradicted', SAID, [-0.02, -0.03, -0.025]],
  ['not seen', SAID, [-0.02, 0.03, 0.001]],
  ['weaker than said', { ...SAID, size: 0.1 }, [0.02, 0.03, 0.025]],
  ['as said', { ...SAID, size: 0.03 }, [0.02, 0.03, 0.025]],
  ['as said', { ...SAID, sign: -1 }, [-0.02, -0.03, -0.025]],
] as const)('%s', (verdict, claim, differences) => {
  expect(judgeClaim(claim, experiment, answerWith(differences))?.verdict).toBe(verdict);
});

test('every claim names a source that there is, and arms and an outcome of a shipped experiment', () => {
  const read = (name: string) => readFileSync(`public/data/${name}.csv`, 'utf8');
  const { evidence } = parseEvidence(read('report_facts'), read('mechanisms'), read('findings'));
  for (const claim of CLAIMS) {
    expect([...evidence.keys()]).toContain(claim.source);
    const { arms, outcomes } = experiments.find(({ file }) => file.id === claim.experiment)?.file ?? experiment.file;
    expect(arms.map(({ id }) => id)).toEqual(expect.arrayContaining([...claim.arms]));
    expect(outcomes.map(({ metric }) => metric)).toContain(claim.outcome);
  }
});
