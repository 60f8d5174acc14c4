import type { Text } from '../../core/text.ts';
import type { Parameter } from './parameter-search.ts';

/** A number as it is typed and as `--set` takes it: `0.37`, `34000`, `-2.6`. */
export function formatValue(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** Reads what was typed into a value box: the number, or what was expected instead. */
export function parseValue(
  parameter: Pick<Parameter, 'min' | 'max'> & { readonly integer?: true },
  typed: string,
): { readonly value: number } | { readonly expected: Text } {
  const value = typed.trim() === '' ? Number.NaN : Number(typed.replace('−', '-'));
  const fits = value >= parameter.min && value <= parameter.max && (!parameter.integer || Number.isInteger(value));
  return fits ? { value } : { expected: describeRange(parameter) };
}

/** `0 to 3`, `a whole number, 2 to 16`. */
export function describeRange({
  min,
  max,
  integer,
}: Pick<Parameter, 'min' | 'max'> & { readonly integer?: true }): Text {
  const en = `${formatValue(min)} to ${formatValue(max)}`;
  const zh = `${formatValue(min)} 至 ${formatValue(max)}`;
  return integer ? { en: `a whole number, ${en}`, 'zh-CN': `整数，${zh}` } : { en, 'zh-CN': zh };
}

/** The step of a slider: 1, 2 or 5 times a power of ten, about a hundredth of the range. */
export function chooseStep({
  min,
  max,
  integer,
}: Pick<Parameter, 'min' | 'max'> & { readonly integer?: true }): number {
  if (integer) return 1;
  const rough = (max - min) / 150;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough) ?? 10;
  return Number((factor * power).toPrecision(1));
}

/** Where a value stands between the bounds, 0 to 100. */
export function readPercent({ min, max }: Pick<Parameter, 'min' | 'max'>, value: number): number {
  return Math.min(100, Math.max(0, ((value - min) / (max - min)) * 100));
}
