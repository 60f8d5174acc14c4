import type { Language } from '../core/text.ts';

/** What stands where there is no figure: not computed, not defined, nobody there. */
export const NO_FIGURE = '–';

const formats = new Map<string, Intl.NumberFormat>();

/** Grouped figure with a fixed number of decimals and a true minus (U+2212); `–` for anything that is not a number. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  if (!Number.isFinite(value)) return NO_FIGURE;
  const key = `${language} ${decimals}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    formats.set(key, format);
  }
  const text = format.format(value);
  if (!text.startsWith('-')) return text;
  return /[1-9]/.test(text) ? text.replace('-', '\u2212') : text.slice(1);
}

/** Figure with its sign: `+1.4`, `−0.3`, `±0.0`. */
export function formatSigned(value: number, language: Language, decimals = 1): string {
  const text = formatNumber(value, language, decimals);
  if (text === NO_FIGURE || text.startsWith('\u2212')) return text;
  return /[1-9]/.test(text) ? `+${text}` : `±${text}`;
}

/** Whole people, accounts, trades: `1,204`. */
export function formatCount(value: number, language: Language): string {
  return formatNumber(value, language, 0);
}

/** People at the scale of a market: `203 M`, `2.03 亿`; below a million (ten thousand) as they are. */
export function formatPeople(people: number, language: Language): string {
  const size = Math.abs(people);
  if (language === 'zh-CN') {
    if (size >= 1e8) return `${formatDigits(people / 1e8, language, 3)} 亿`;
    if (size >= 1e4) return `${formatDigits(people / 1e4, language, 3)} 万`;
    return formatCount(people, language);
  }
  return size >= 1e6 ? `${formatDigits(people / 1e6, language, 3)} M` : formatCount(people, language);
}

/** A share on [0, 1] in per cent: `7.3%`. */
export function formatShare(share: number, language: Language, decimals = 1): string {
  return Number.isFinite(share) ? `${formatNumber(share * 100, language, decimals)}%` : NO_FIGURE;
}

/** The difference of two shares on [0, 1]: `+1.4 pt`, `+1.4 个百分点`, or `+1.4 点` in a tight label. */
export function formatPoints(difference: number, language: Language, { tight = false } = {}): string {
  if (!Number.isFinite(difference)) return NO_FIGURE;
  const unit = language === 'en' ? 'pt' : tight ? '点' : '个百分点';
  return `${formatSigned(difference * 100, language, 1)} ${unit}`;
}

/** A rate in basis points: `1.5 bp`, `万分之 1.5`. */
export function formatBp(bp: number, language: Language): string {
  if (!Number.isFinite(bp)) return NO_FIGURE;
  const figure = formatNumber(bp, language, bp !== 0 && Math.abs(bp) < 1 ? 2 : 1);
  return language === 'en' ? `${figure} bp` : `万分之 ${figure}`;
}

/** A unit that money is counted in, where the unit stands apart from the figure (title, column head). */
export interface MoneyUnit {
  readonly cents: number;
  readonly label: string;
}

/** Largest first. */
const MONEY_UNITS: Readonly<Record<Language, readonly [MoneyUnit, MoneyUnit]>> = {
  en: [
    { cents: 1e11, label: '¥ bn' },
    { cents: 1e8, label: '¥ M' },
  ],
  'zh-CN': [
    { cents: 1e10, label: '亿元' },
    { cents: 1e6, label: '万元' },
  ],
};

/** The unit in which figures up to `largestCents` read best. */
export function chooseMoneyUnit(largestCents: number, language: Language): MoneyUnit {
  const [large, small] = MONEY_UNITS[language];
  return Math.abs(largestCents) >= large.cents ? large : small;
}

/** Money from whole cents, compact: `¥14.0 M`, `¥1.8 bn`, `1,400 万元`, `1.8 亿元`. */
export function formatMoney(cents: number, language: Language): string {
  if (!Number.isFinite(cents)) return NO_FIGURE;
  const size = Math.abs(cents);
  if (language === 'zh-CN') {
    if (size >= 1e10) return `${formatDigits(cents / 1e10, language)} 亿元`;
    if (size >= 1e6) return `${formatNumber(cents / 1e6, language, size < 1e7 ? 1 : 0)} 万元`;
    return `${formatNumber(cents / 100, language)} 元`;
  }
  const sign = cents < 0 ? '\u2212' : '';
  if (size >= 9.995e10) return `${sign}¥${formatDigits(size / 1e11, language)} bn`;
  if (size >= 1e8) return `${sign}¥${formatDigits(size / 1e8, language)} M`;
  if (size >= 1e5) return `${sign}¥${formatDigits(size / 1e5, language)} k`;
  return `${sign}¥${formatNumber(size / 100, language)}`;
}

/** Money in a unit that stands elsewhere: `14.0`. */
export function formatMoneyIn(unit: MoneyUnit, cents: number, language: Language): string {
  return formatDigits(cents / unit.cents, language);
}

/** Two or three digits: `1.8`, `14.0`, `140`; with `digits` 3 also `1.80`. */
function formatDigits(value: number, language: Language, digits = 2): string {
  const size = Math.abs(value);
  const decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : digits - 1;
  return formatNumber(value, language, decimals);
}

const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A calendar month (year × 12 + month − 1): `Mar 2028`, `2028 年 3 月`. */
export function formatMonth(calendarMonth: number, language: Language): string {
  const year = Math.floor(calendarMonth / 12);
  const month = calendarMonth - year * 12;
  return language === 'en' ? `${MONTHS_EN[month]} ${year}` : `${year} 年 ${month + 1} 月`;
}

/** The quarter of a calendar month: `Q1 25`, `25Q1`. */
export function formatQuarter(calendarMonth: number, language: Language): string {
  const year = Math.floor(calendarMonth / 12);
  const quarter = Math.floor((calendarMonth - year * 12) / 3) + 1;
  const short = String(year % 100).padStart(2, '0');
  return language === 'en' ? `Q${quarter} ${short}` : `${short}Q${quarter}`;
}
