import type { Language } from '../core/text.ts';
import type { ModelInputs } from '../model/inputs.ts';
import { formatMonth } from './format.ts';

/**
 * The month that a record shows, by months completed: record 1 is the first month of the run at its end. Record 0 is
 * the moment before, named as the start.
 */
export function nameRecord({ startMonth }: ModelInputs, month: number, language: Language): string {
  if (month > 0) return formatMonth(startMonth + month - 1, language);
  const start = formatMonth(startMonth, language);
  return language === 'en' ? `Start, ${start}` : `${start}初`;
}

/** The month in which a decision made at a record takes effect: the one that follows. */
export function nameNextMonth({ startMonth }: ModelInputs, month: number, language: Language): string {
  return formatMonth(startMonth + month, language);
}
