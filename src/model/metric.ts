import type { MetricDeclaration, YearReduction } from '../core/schema.ts';

/** Declares a figure: unit, how the months of a year become one, names, exact definitions. */
export function metric<Key extends string>(
  key: Key,
  unit: string,
  reduce: YearReduction,
  en: string,
  zh: string,
  definition: string,
  definitionZh: string,
): MetricDeclaration<Key> {
  return { key, unit, reduce, label: { en, 'zh-CN': zh }, definition: { en: definition, 'zh-CN': definitionZh } };
}
