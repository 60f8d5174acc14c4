import type { Language } from '../../core/text.ts';

/** A true minus sign, as wide as the plus. */
const MINUS = '−';

const formats = new Map<string, Intl.NumberFormat>();

function getNumberFormat(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(key, format);
  }
  return format;
}

/** `1,204`; `−0.3`. A figure that rounds to zero has no sign. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  const text = getNumberFormat(language, digits).format(value);
  return /[1-9]/.test(text) ? text.replace('-', MINUS) : text.replace('-', '');
}

/** `+1.4`, `−0.3`, `±0.0`. */
export function formatSigned(value: number, language: Language, digits = 1): string {
  const text = formatNumber(value, language, digits);
  if (!/[1-9]/.test(text)) return `±${text}`;
  return value > 0 ? `+${text}` : text;
}

/** A fraction as per cent: 0.0731 is `7.3%`. */
export function formatShare(fraction: number, language: Language, digits = 1): string {
  return `${formatNumber(fraction * 100, language, digits)}%`;
}

/** A difference of two fractions: `+1.4 pt`, `+1.4 个百分点`; `tight` gives `+1.4 点` for labels. */
export function formatPoints(fraction: number, language: Language, { digits = 1, tight = false } = {}): string {
  const figure = formatSigned(fraction * 100, language, digits);
  if (language === 'en') return `${figure} pt`;
  return `${figure} ${tight ? '点' : '个百分点'}`;
}

/** A commission: `1.5 bp`, `万分之 1.5`. */
export function formatBp(basisPoints: number, language: Language, digits = 1): string {
  const figure = formatNumber(basisPoints, language, digits);
  return language === 'en' ? `${figure} bp` : `万分之 ${figure}`;
}

/** Fraction digits that leave two or three significant ones. */
function countDigits(value: number): number {
  const size = Math.abs(value);
  if (size >= 99.95 || size === 0) return 0;
  return size >= 0.995 ? 1 : 2;
}

/** Whole cents as `¥14.0 M`, `¥1.4 B`; in Chinese `1,400 万元`, `14.0 亿元`. */
export function formatMoney(cents: number, language: Language, { signed = false } = {}): string {
  const yuan = cents / 100;
  const size = Math.abs(yuan);
  const sign = yuan < 0 ? MINUS : signed && yuan > 0 ? '+' : '';
  if (language === 'en') {
    const [scaled, unit] = size >= 999.5e6 ? [size / 1e9, 'B'] : [size / 1e6, 'M'];
    return `${sign}¥${formatNumber(scaled, language, countDigits(scaled))} ${unit}`;
  }
  if (size >= 9999.5e4) {
    const scaled = size / 1e8;
    return `${sign}${formatNumber(scaled, language, countDigits(scaled))} 亿元`;
  }
  const scaled = size / 1e4;
  return `${sign}${formatNumber(scaled, language, scaled > 0 && scaled < 9.95 ? 1 : 0)} 万元`;
}

/** A large count of people: `1,204`, `12.3 M`; in Chinese `1,204`, `1,230 万`, `1.8 亿`. */
export function formatPeople(people: number, language: Language): string {
  const size = Math.abs(people);
  if (language === 'en') {
    if (size < 99_950) return formatNumber(people, language);
    const scaled = people / 1e6;
    return `${formatNumber(scaled, language, countDigits(scaled))} M`;
  }
  if (size < 9_999.5) return formatNumber(people, language);
  if (size >= 9999.5e4) return `${formatNumber(people / 1e8, language, countDigits(people / 1e8))} 亿`;
  return `${formatNumber(people / 1e4, language, size < 99.5e4 ? 1 : 0)} 万`;
}

const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A calendar month (year × 12 + month − 1): `Mar 2028`, `2028 年 3 月`. */
export function formatMonth(calendarMonth: number, language: Language): string {
  const year = Math.floor(calendarMonth / 12);
  const month = calendarMonth - year * 12;
  return language === 'en' ? `${SHORT_MONTHS[month]} ${year}` : `${year} 年 ${month + 1} 月`;
}

/** The quarter of a calendar month: `Q1 25`, `25Q1`. */
export function formatQuarter(calendarMonth: number, language: Language): string {
  const year = Math.floor(calendarMonth / 12);
  const quarter = Math.floor((calendarMonth - year * 12) / 3) + 1;
  const shortYear = String(year % 100).padStart(2, '0');
  return language === 'en' ? `Q${quarter} ${shortYear}` : `${shortYear}Q${quarter}`;
}
