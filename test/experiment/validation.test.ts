import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Posterior } from '../../src/experiment/calibration/posterior.ts';
import { STRUCTURES } from '../../src/experiment/calibration/structures.ts';
import { readTargets } from '../../src/experiment/target-file.ts';
import {
  gatherFigures,
  hashFigures,
  listValidationRuns,
  readCloud,
  type ValidationTask,
} from '../../src/experiment/validation.ts';
import { readShippedPath, readShippedScenario } from '../support/shipped-scenarios.ts';

const read = readTargets(readFileSync('public/data/targets.json', 'utf8'));
const all = read.ok ? read.value : [];
const targets = all.filter(({ id }) => ['users-2024', 'small-losses-2024', 'cr10-2030-neutral'].includes(id));
const task: ValidationTask = {
  targets,
  scenarios: new Map((['history-2019-2024', 'projection-neutral'] as const).map((id) => [id, readShippedScenario(id)])),
  path: readShippedPath(),
  seeds: 2,
  agents: null,
  cloud: {
    members: Array.from({ length: 60 }, (_, k) => ({ 'brokers.priceTrend': -k / 1000 })),
    structures: [
      {
        id: 'steep',
        title: { en: 'Steep', 'zh-CN': '陡' },
        isAccepted: true,
        members: [{ 'choice.goodwillExponent': 0.8 }],
      },
    ],
  },
};

function listRuns() {
  const listed = listValidationRuns(task);
  if (!listed.ok) throw new Error(JSON.stringify(listed.problems));
  return listed.value;
}

const runs = listRuns();

test('every seed, fifty members of the cloud and those of each structure are run in every scenario', () => {
  const count = (group: string, months: number) =>
    runs.filter((run) => run.group === group && run.order.inputs.startMonth === months).length;
  const [history, projection] = [2019 * 12, 2025 * 12];
  expect(['shipped', 'cloud', 'steep'].map((group) => count(group, history))).toEqual([2, 50, 1]);
  expect(['shipped', 'cloud', 'steep'].map((group) => count(group, projection))).toEqual([2, 50, 1]);
});

test('runs of few agents give no figure that needs many', () => {
  const [shipped] = runs;
  expect([shipped.order.inputs.agents, shipped.targets.length]).toEqual([50_000, 2]);
  const cloud = runs.find(({ group }) => group === 'cloud');
  expect(cloud?.targets.map(({ id }) => id)).toEqual(['users-2024']);
});

test('what a member sets holds in the history as well', () => {
  const run = runs.find(({ group, order }) => group === 'steep' && order.inputs.prologue !== null);
  expect(run?.order.inputs.values['choice.goodwillExponent']).toBe(0.8);
  expect(run?.order.inputs.prologue?.values['choice.goodwillExponent']).toBe(0.8);
});

test('figures come to their seed in whatever order runs end; a run that fails leaves none', () => {
  const [first, second] = runs.filter(({ targets: own }) => own.length === 2);
  const gathered = gatherFigures(task);
  gathered.add(second, { ok: true, values: [[171e6], [0.123456789]], stateHash: '' });
  gathered.add(first, { ok: false, error: 'no such market' });
  expect(gathered.collect().values).toMatchObject({ 'users-2024': [null, 171], 'small-losses-2024': [null, 12.3457] });
  expect(gathered.failures.map(({ error }) => error)).toEqual(['no such market']);
});

test('values that the model does not take are told with the scenario', () => {
  const cloud = { members: [{ 'brokers.priceTrend': 99 }], structures: [] };
  const refused = listValidationRuns({ ...task, cloud });
  expect(!refused.ok && refused.problems.map((problem) => problem.path)).toEqual([
    'history-2019-2024.set.brokers.priceTrend',
    'projection-neutral.set.brokers.priceTrend',
  ]);
});

test('the hash of figures changes with how they are read, not with what they are compared with', () => {
  const [one, ...rest] = targets;
  expect(hashFigures([{ ...one, value: 1, weight: 9 }, ...rest])).toBe(hashFigures(targets));
  expect(hashFigures([{ ...one, figure: { ...one.figure, scale: 2 } }, ...rest])).not.toBe(hashFigures(targets));
});

test('structures that were not fitted run with the shipped values, and their runs decide whether they are accepted', () => {
  const member = { values: [0.1], loss: 0.5, misses: [] };
  const parameters = [{ key: 'brokers.acquisitionShare' }];
  const fitted = { ...STRUCTURES[0], isAccepted: true, members: [member] };
  const posterior = { parameters, members: [member], structures: [fitted] } as unknown as Posterior;
  const cloud = readCloud(posterior);
  expect(cloud.members).toEqual([{ 'brokers.acquisitionShare': 0.1 }]);
  expect(cloud.structures.map(({ id, isAccepted }) => [id, isAccepted])).toEqual(
    STRUCTURES.map(({ id }, k) => [id, k === 0 ? true : null]),
  );
  expect(cloud.structures[0].members).toEqual([{ 'brokers.acquisitionShare': 0.1, ...STRUCTURES[0].set }]);
  expect(cloud.structures[1].members[0]).toEqual(STRUCTURES[1].set);
  const users = all.filter(({ id }) => id === 'users-2024');
  const gathered = gatherFigures({ ...task, targets: users, cloud });
  const [run] = runs;
  const play = (group: string, million: number) =>
    gathered.add(
      { ...run, group, position: 0, targets: users },
      { ok: true, values: [[million * 1e6]], stateHash: '' },
    );
  // One tolerance off is as far as a member may be on average; two are too far.
  play(STRUCTURES[1].id, 190);
  play(STRUCTURES[2].id, 200);
  expect(gathered.collect().structures.map(({ isAccepted }) => isAccepted)).toEqual([true, true, false]);
});
