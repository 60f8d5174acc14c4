import type { Problem } from '../../core/result.ts';
import { checkNumber, type Range } from '../model-inputs.ts';
import { type Axis, scaleCoordinate } from '../sampling/axes.ts';
import { spaceEvenly } from '../sampling/full-grid.ts';
import { describeUnknown, formatGot } from '../scenario-schema.ts';
import type { AxisEntry } from './design-file.ts';

/** A parameter that is swept, and the values that it takes. */
export interface SweptAxis {
  readonly key: string;
  readonly axis: Axis;
  /** A value at a coordinate of the unit cube. */
  readonly readValue: (u: number) => number;
}

/** Twelve digits: equal steps come out as a person would write them, 0.3 and not 0.30000000000000004. */
const STEP_DIGITS = 12;

type Complain = (path: string, en: string, zh: string, got: unknown) => void;

/**
 * What the entries of a design sweep. Every problem is told; an axis with one is left out.
 * @param isGrid a grid needs values or steps, a sampled design takes ranges as they are; `null` where it is not known which
 * @param settable every key that can be set, with its range
 */
export function resolveAxes(
  entries: readonly AxisEntry[],
  isGrid: boolean | null,
  settable: ReadonlyMap<string, Range>,
  problems: Problem[],
): SweptAxis[] {
  const complain: Complain = (path, en, zh, got) =>
    problems.push({ path, expected: { en, 'zh-CN': zh }, got: formatGot(got) });
  const axes = entries.flatMap((entry, position): SweptAxis[] => {
    const path = `parameters[${position}]`;
    const { key } = entry;
    const told = problems.length;
    if (key !== undefined && entries.findIndex((other) => other.key === key) !== position) {
      complain(`${path}.key`, 'each parameter once', '每个参数只出现一次', key);
    }
    const range = key === undefined ? undefined : settable.get(key);
    if (range === undefined && key !== undefined) problems.push(describeUnknownParameter(`${path}.key`, key, settable));
    const axis = resolveAxis(entry, path, isGrid, complain);
    if (axis === null || range === undefined) return [];
    const values = 'values' in axis ? axis.values : [axis.min, axis.max];
    values.forEach((value, k) => {
      const place = entry.values === undefined ? (entry.min === value ? 'min' : 'max') : `values[${k}]`;
      // Between its ends a range holds what they hold, but for whole numbers.
      if (entry.values !== undefined || k === 0 || k === values.length - 1) {
        checkNumber(`${path}.${place}`, value, range, problems);
      } else if (range.integer === true && !Number.isInteger(value)) {
        complain(`${path}.steps`, 'steps that fall on whole numbers', '落在整数上的步长', entry.steps);
      }
    });
    if (problems.length > told) return [];
    const whole = 'values' in axis || range.integer !== true ? axis : { ...axis, integer: true as const };
    return [{ key, axis: whole, readValue: (u) => scaleCoordinate(u, whole) }];
  });
  return axes;
}

export function describeUnknownParameter(path: string, key: string, settable: ReadonlyMap<string, Range>): Problem {
  const en = 'a parameter key or brokers.<id>.<field>';
  const expected = describeUnknown(key, [...settable.keys()], en, '参数键或 brokers.<标识>.<字段>');
  return { path, expected, got: formatGot(key) };
}

/** Values, or a range; `null` where the entry is neither. */
function resolveAxis(entry: AxisEntry, path: string, isGrid: boolean | null, complain: Complain): Axis | null {
  const { values, min, max, steps } = entry;
  if (values !== undefined) {
    for (const name of ['min', 'max', 'steps'] as const) {
      if (entry[name] !== undefined) complain(`${path}.${name}`, 'none beside values', '与 values 不并用', entry[name]);
    }
    if (values.length === 0) complain(`${path}.values`, 'at least one value', '至少一个取值', values);
    values.forEach((value, k) => {
      if (values.indexOf(value) !== k) complain(`${path}.values[${k}]`, 'each value once', '每个取值只出现一次', value);
    });
    return values.length === 0 ? null : { values };
  }
  const missing = [
    ['min', min] as const,
    ['max', max] as const,
    ...(isGrid === true ? [['steps', steps] as const] : []),
  ];
  for (const [name, value] of missing) {
    if (value === undefined) complain(`${path}.${name}`, 'a number, or values', '一个数，或给出 values', value);
  }
  if (isGrid === false && steps !== undefined) {
    complain(`${path}.steps`, 'none: a sampled design draws from the whole range', '无：抽样设计从整个区间取值', steps);
  }
  if (min === undefined || max === undefined || (isGrid === true && steps === undefined)) return null;
  if (min >= max) {
    complain(`${path}.max`, `a number above min, ${min}`, `大于 min（${min}）的数`, max);
    return null;
  }
  if (steps === undefined) return { min, max };
  const spaced = spaceEvenly(min, max, steps).map((value) => Number(value.toPrecision(STEP_DIGITS)));
  return { values: spaced };
}
