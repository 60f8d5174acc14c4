import type { Language } from '../core/text.ts';

const CENTS_PER_CNY = 100;
const NONE = '–';

/** A figure of the catalogue in words of its unit: `12.3%`, `¥1.2 bn`, `1.8 亿元`. */
export function formatAmount(value: number | null, unit: string, language: Language): string {
  if (value === null || !Number.isFinite(value)) return NONE;
  if (unit === 'share' || unit.startsWith('return')) return `${formatNumber(value * 100, language)}%`;
  return formatPlain(value, unit, language);
}

/** A difference with its sign; shares differ in points. */
export function formatChange(value: number, unit: string, language: Language): string {
  if (!Number.isFinite(value)) return NONE;
  const sign = value < 0 ? '−' : '+';
  const size = Math.abs(value);
  if (unit === 'share' || unit.startsWith('return')) {
    return `${sign}${formatNumber(size * 100, language)} ${language === 'en' ? 'pt' : '个百分点'}`;
  }
  return sign + formatPlain(size, unit, language);
}

/** An end of an interval round a difference: as that, without repeating points. */
export function formatBound(value: number, unit: string, language: Language): string {
  return formatChange(value, unit, language).replace(/ (pt|个百分点)$/, '');
}

function formatPlain(value: number, unit: string, language: Language): string {
  switch (unit) {
    case 'cents':
      return formatMoney(value / CENTS_PER_CNY, language);
    case 'cny':
    case 'cny/year':
      return language === 'en' ? `¥${formatNumber(value, language)}` : `${formatNumber(value, language)} 元`;
    case 'people':
    case 'count':
      return formatCompact(value, language);
    case 'bp':
      return language === 'en' ? `${formatNumber(value, language)} bp` : `万分之 ${formatNumber(value, language)}`;
    default:
      return formatNumber(value, language);
  }
}

function formatMoney(cny: number, language: Language): string {
  const compact = formatCompact(cny, language);
  return language === 'en' ? (cny < 0 ? `−¥${compact.replace('-', '')}` : `¥${compact}`) : `${compact}元`;
}

function formatCompact(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 3 }).format(value);
}

/** Three digits are what a few seeds can tell. */
function formatNumber(value: number, language: Language): string {
  const options = Math.abs(value) >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 };
  return new Intl.NumberFormat(language, options).format(value).replace('-', '−');
}
