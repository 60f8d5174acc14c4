import type { Language } from '../../core/text.ts';
import type { Spread } from '../../experiment/scoreboard.ts';
import { TARGET_UNITS, type Target } from '../../experiment/target.ts';
import { formatNumber, NO_FIGURE } from '../format.ts';

/** Decimals that a target’s tolerance bears. */
function countDecimals({ tolerance }: Target): number {
  if (tolerance >= 10) return 0;
  return tolerance >= 0.2 ? 1 : 2;
}

/** A figure of a target, without its unit. */
export function formatFigure(target: Target, value: number, language: Language): string {
  return formatNumber(value, language, countDecimals(target));
}

/** The published figure: `65.0`, `> 85.0` for a bound. */
export function formatTarget(target: Target, language: Language): string {
  const sign = target.bound === 'above' ? '> ' : target.bound === 'below' ? '< ' : '';
  return sign + formatNumber(target.value, language, Math.max(countDecimals(target), countOwnDecimals(target.value)));
}

/** Decimals that a published figure is given with. */
function countOwnDecimals(value: number): number {
  return [0, 1, 2].find((places) => Math.abs(value - Number(value.toFixed(places))) < 1e-9) ?? 2;
}

/** `± 2`, `± 0.3`; nothing for a bound, beyond which all is as good. */
export function formatTolerance({ tolerance, bound }: Target, language: Language): string {
  if (bound !== undefined) return '';
  return `± ${formatNumber(tolerance, language, countOwnDecimals(tolerance))}`;
}

export function formatInterval(target: Target, spread: Spread | null, language: Language): string {
  if (spread === null) return NO_FIGURE;
  const { low, high } = spread;
  return `${formatFigure(target, low, language)} – ${formatFigure(target, high, language)}`;
}

/** A figure with its unit, as in a sentence: `31.0%`, `3.4 bp`, `万分之 3.4`. */
export function formatWithUnit(target: Target, value: number, language: Language): string {
  return attachUnit(target, formatFigure(target, value, language), language);
}

export function formatTargetWithUnit(target: Target, language: Language): string {
  return attachUnit(target, formatTarget(target, language), language);
}

function attachUnit({ unit }: Target, figure: string, language: Language): string {
  const name = TARGET_UNITS[unit][language];
  if (figure === NO_FIGURE || unit === 'index') return figure;
  if (unit === 'percent') return `${figure}%`;
  if (language === 'zh-CN' && unit === 'bp') return `${name} ${figure}`;
  return `${figure} ${name}`;
}

/** The unit beside a name; an index has none to speak of. */
export function nameUnit({ unit }: Target, language: Language): string {
  return unit === 'index' ? '' : TARGET_UNITS[unit][language];
}
