import { PARAMETER_GROUPS } from '../../model/parameter-groups.ts';
import type { PARAMETERS } from '../../model/parameters.ts';
import { readUnit } from './units.ts';

export type Parameter = (typeof PARAMETERS)[number];

/** Whether a parameter has every word of `query` in its name (of either language), group, key, unit or source. */
export function matchesQuery(parameter: Parameter, query: string): boolean {
  return hasEveryWord(describeParameter(parameter), query);
}

/** As `matchesQuery`, and also in what the parameter means, its range, default or present value. */
export function matchesAnywhere(parameter: Parameter, value: number, query: string): boolean {
  const { meaning, min, max, default: byDefault } = parameter;
  const figures = [value, byDefault, min, max].join(' ');
  return hasEveryWord(`${describeParameter(parameter)} ${meaning.en} ${meaning['zh-CN']} ${figures}`, query);
}

function describeParameter({ key, label, group, unit, source }: Parameter): string {
  const groupLabel = PARAMETER_GROUPS.find((candidate) => candidate.key === group)?.label;
  const texts = [label, groupLabel, readUnit(unit)].flatMap((text) => (text ? [text.en, text['zh-CN']] : []));
  return [key, unit, source, ...texts].join(' ');
}

function hasEveryWord(text: string, query: string): boolean {
  const folded = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
