import { parseCsv } from '../../core/csv.ts';
import type { Problem } from '../../core/result.ts';
import { checkNumber, type Range } from '../model-inputs.ts';
import { createFullGrid } from '../sampling/full-grid.ts';
import { createLatinHypercube } from '../sampling/latin-hypercube.ts';
import { createMorrisDesign } from '../sampling/morris-design.ts';
import type { Sample } from '../sampling/sample.ts';
import { createSobolDesign } from '../sampling/sobol-design.ts';
import { createSobolSequence } from '../sampling/sobol-sequence.ts';
import { formatGot } from '../scenario-schema.ts';
import { describeUnknownParameter, type SweptAxis } from './axes.ts';
import { POINTS_MOST, type SamplingEntry, type SamplingMethod } from './design-file.ts';

/** The points of a design in the units of its parameters, made when they are asked for. */
export interface PointList {
  /** Parameters, in the order of the values of a point. */
  readonly keys: readonly string[];
  readonly count: number;
  read(point: number): readonly number[];
}

/** What each method needs, beside the parameters, and what it can do without. */
const METHOD_FIELDS: Readonly<
  Record<
    SamplingMethod,
    { readonly needs: readonly (keyof SamplingEntry)[]; readonly takes: readonly (keyof SamplingEntry)[] }
  >
> = {
  grid: { needs: [], takes: [] },
  'latin-hypercube': { needs: ['points'], takes: ['seed'] },
  'sobol-sequence': { needs: ['points'], takes: ['seed'] },
  morris: { needs: ['trajectories'], takes: ['seed'] },
  saltelli: { needs: ['samples'], takes: ['seed'] },
  points: { needs: [], takes: ['csv', 'file'] },
};
const FIELDS = ['points', 'seed', 'trajectories', 'samples', 'csv', 'file'] as const;

/** Draws the points where no seed is given. */
export const USUAL_SEED = '1';

/** Tells fields that a method misses or does not use. */
export function checkSampling(sampling: SamplingEntry, problems: Problem[]): void {
  const { needs, takes } = METHOD_FIELDS[sampling.method];
  const complain = (name: string, en: string, zh: string, got: unknown) =>
    problems.push({ path: `sampling.${name}`, expected: { en, 'zh-CN': zh }, got: formatGot(got) });
  for (const name of FIELDS) {
    const value = sampling[name];
    if (value === undefined && needs.includes(name)) complain(name, 'a number', '一个数', value);
    if (value !== undefined && !needs.includes(name) && !takes.includes(name)) {
      complain(name, `none: ${sampling.method} does not use it`, `无：${sampling.method} 不使用此项`, value);
    }
  }
}

/** Points of a method that places them itself; fields have been checked. */
export function createPoints(sampling: SamplingEntry, axes: readonly SweptAxis[]): PointList {
  const sample = createSample(sampling, axes);
  return {
    keys: axes.map(({ key }) => key),
    count: sample.count,
    read: (point) => sample.readPoint(point).map((u, k) => axes[k].readValue(u)),
  };
}

function createSample(
  { method, points = 1, trajectories = 1, samples = 1, seed }: SamplingEntry,
  axes: readonly SweptAxis[],
): Sample {
  switch (method) {
    case 'latin-hypercube':
      return createLatinHypercube(points, axes.length, seed ?? USUAL_SEED);
    case 'sobol-sequence':
      return createSobolSequence(points, axes.length, seed ?? null);
    case 'morris':
      return createMorrisDesign(trajectories, axes.length, seed ?? USUAL_SEED);
    case 'saltelli':
      return createSobolDesign(samples, axes.length, seed ?? USUAL_SEED);
    default:
      return createFullGrid(axes.map(({ axis }) => ('values' in axis ? axis.values.length : 1)));
  }
}

/** Points that somebody else has placed: a CSV with a header of parameter keys and a row a point. @param path of the text, for problems */
export function readPoints(
  text: string,
  path: string,
  settable: ReadonlyMap<string, Range>,
  problems: Problem[],
): PointList | null {
  const told = problems.length;
  const rows = parseCsv(text.startsWith('\uFEFF') ? text.slice(1) : text);
  const keys = Object.keys(rows[0] ?? {});
  if (rows.length === 0 || rows.length > POINTS_MOST) {
    const expected = { en: `a header and 1 to ${POINTS_MOST} rows`, 'zh-CN': `表头及 1 至 ${POINTS_MOST} 行` };
    problems.push({ path, expected, got: `${rows.length} rows` });
  }
  for (const key of keys) {
    if (!settable.has(key)) problems.push(describeUnknownParameter(`${path} header`, key, settable));
  }
  const values = new Float64Array(rows.length * keys.length);
  rows.forEach((row, point) => {
    keys.forEach((key, column) => {
      const range = settable.get(key);
      const cell = row[key].trim();
      const value = cell === '' ? Number.NaN : Number(cell);
      values[point * keys.length + column] = value;
      if (range === undefined) return;
      const place = `${path} row ${point + 1}: ${key}`;
      if (Number.isFinite(value)) checkNumber(place, value, range, problems);
      else problems.push({ path: place, expected: { en: 'a number', 'zh-CN': '一个数' }, got: formatGot(row[key]) });
    });
  });
  if (problems.length > told) return null;
  const width = keys.length;
  return { keys, count: rows.length, read: (point) => [...values.subarray(point * width, (point + 1) * width)] };
}
