import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fail, type Problem, type Result } from '../../core/result.ts';
import { type Design, parseDesign } from '../../experiment/design/design.ts';
import { DESIGN_FORMAT, type MeasureEntry } from '../../experiment/design/design-file.ts';
import { parseJsonText } from '../../experiment/json-text.ts';
import { formatGot } from '../../experiment/scenario-schema.ts';
import { describeUnknownScenario, loadShipped } from '../files/shipped-files.ts';
import type { SweepChanges } from './sweep-options.ts';

/** What a sweep reports where nobody says. */
export const USUAL_MEASURES: readonly MeasureEntry[] = [
  'hhi',
  'cr10',
  'commissionBp',
  'retention12',
  'losingShare',
  'satisfaction',
].map((metric) => ({ metric }));

type Fields = Readonly<Record<string, unknown>>;

/** Reads a design from its file, or makes one of a scenario and the command line. */
export function readDesign(
  publicFolder: string,
  nameOrPath: string | undefined,
  changes: SweepChanges,
): Result<Design> {
  const base = readBase(publicFolder, nameOrPath);
  if (!base.ok) return base;
  const host = {
    loadShipped: (id: string) => loadShipped(publicFolder, id),
    loadText: (path: string) => readText(resolve(dirname(nameOrPath ?? ''), path)),
  };
  const parsed = parseDesign(changeDesign(base.value, changes), host);
  return parsed.ok ? parsed : fail(parsed.problems.map((problem) => nameOption(problem, base.value, changes)));
}

function readBase(publicFolder: string, nameOrPath: string | undefined): Result<Fields> {
  if (nameOrPath === undefined) {
    const expected = { en: 'a design, or a scenario', 'zh-CN': '设计或情景' };
    return fail([{ path: '<design>', expected, got: 'nothing' }]);
  }
  if (loadShipped(publicFolder, nameOrPath) !== undefined)
    return { ok: true, value: wrapScenario(nameOrPath, nameOrPath) };
  const text = readText(nameOrPath);
  if (text === null) return fail([{ ...describeUnknownScenario(publicFolder, nameOrPath), path: '<design>' }]);
  const json = parseJsonText(text);
  if (!json.ok) return json;
  const value = json.value as Fields;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail([{ path: '', expected: { en: 'an object', 'zh-CN': '对象' }, got: formatGot(value) }]);
  }
  const isScenario = !('scenario' in value) && !('measures' in value);
  return { ok: true, value: isScenario ? wrapScenario(String(value.id), value) : value };
}

function wrapScenario(id: string, scenario: unknown): Fields {
  return { formatVersion: DESIGN_FORMAT, id, scenario, measures: USUAL_MEASURES };
}

/** The line wins over the file: a value given fixes a parameter that the file sweeps, a list sweeps one that it fixes. */
function changeDesign(base: Fields, { fields, set, mechanisms, parameters }: SweepChanges): Fields {
  const swept = listKept(base, { set, parameters });
  const fixed = Object.entries((base.set ?? {}) as Fields).filter(([key]) =>
    parameters.every((axis) => axis.key !== key),
  );
  const values = { ...Object.fromEntries(fixed), ...set };
  const all = [...swept, ...parameters];
  return {
    ...base,
    ...fields,
    ...(Object.keys(values).length === 0 ? {} : { set: values }),
    ...(Object.keys(mechanisms).length === 0 ? {} : { mechanisms: { ...(base.mechanisms as object), ...mechanisms } }),
    ...(all.length === 0 ? {} : { parameters: all }),
  };
}

/** Parameters of the file that the line leaves as they are. */
function listKept(
  { parameters: own }: Fields,
  { set, parameters }: Pick<SweepChanges, 'set' | 'parameters'>,
): unknown[] {
  if (!Array.isArray(own)) return own === undefined ? [] : [own];
  const isGiven = (key: unknown) => String(key) in set || parameters.some((axis) => axis.key === key);
  return own.filter((axis) => !isGiven(axis?.key));
}

/** A problem of what the line brought, by its option. */
function nameOption(problem: Problem, base: Fields, changes: SweepChanges): Problem {
  const { path } = problem;
  const kept = listKept(base, changes).length;
  const axis = /^parameters\[(\d+)\]\.?(.*)$/.exec(path);
  if (axis !== null && Number(axis[1]) >= kept) {
    const { key } = changes.parameters[Number(axis[1]) - kept];
    return { ...problem, path: axis[2] === 'key' ? `--set ${key}` : `--set ${key} ${axis[2]}` };
  }
  const fixed = /^set\.(.*)$/.exec(path);
  if (fixed !== null && fixed[1] in changes.set) return { ...problem, path: `--set ${fixed[1]}` };
  const option = { agents: '--agents', months: '--years', replicates: '--seeds' }[path];
  return option !== undefined && path in changes.fields ? { ...problem, path: option } : problem;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
