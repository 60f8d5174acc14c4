import type { MetricDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import { chooseMoneyUnit } from '../format.ts';

/** What an axis counts in, so that its ticks are bare figures and the unit stands once, in the title. */
export interface AxisUnit {
  /** Empty where figures have no unit. */
  readonly label: string;
  /** Figures of the metric in one unit of the axis. */
  readonly size: number;
}

const PEOPLE: Readonly<Record<Language, readonly AxisUnit[]>> = {
  en: [
    { label: 'million', size: 1e6 },
    { label: 'thousand', size: 1e3 },
  ],
  'zh-CN': [
    { label: '亿', size: 1e8 },
    { label: '万', size: 1e4 },
  ],
};

const PLAIN: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  bp: { en: 'bp', 'zh-CN': '万分之一' },
  cny: { en: '¥', 'zh-CN': '元' },
  'cny/year': { en: '¥ a year', 'zh-CN': '元/年' },
  'per month': { en: 'a month', 'zh-CN': '每月' },
};

/** @param largest the largest figure on the axis, by size. */
export function chooseAxisUnit({ unit, reduce }: MetricDeclaration, largest: number, language: Language): AxisUnit {
  const monthly = reduce === 'sum' ? (language === 'en' ? ' a month' : '/月') : '';
  if (unit === 'share' || unit === 'return') return { label: `%${monthly}`, size: 0.01 };
  if (unit === 'per year') return { label: language === 'en' ? '% a year' : '%/年', size: 0.01 };
  if (unit === 'cents') {
    const money = chooseMoneyUnit(largest, language);
    return { label: `${money.label}${monthly}`, size: money.cents };
  }
  if (unit === 'people' || unit === 'count') {
    const found = PEOPLE[language].find(({ size }) => Math.abs(largest) >= size);
    return { label: `${found?.label ?? ''}${monthly}`.trim(), size: found?.size ?? 1 };
  }
  return { label: PLAIN[unit]?.[language] ?? '', size: 1 };
}
