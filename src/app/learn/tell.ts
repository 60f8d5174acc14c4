import type { Text } from '../../core/text.ts';
import { formatAmount, formatChange } from '../../experiment/amounts.ts';
import { nameOutcome, readUnit } from '../../experiment/answer-text.ts';
import { fillMessage, type MessageValues } from '../i18n/message.ts';
import { pick } from '../i18n/say.ts';
import { language } from '../preferences.ts';
import type { Lesson } from './lesson-source.ts';
import { NONE } from './progress.ts';
import { WORDS } from './words.ts';

/** A text of the lessons with its values. */
export function tell(text: Text, values: MessageValues = {}): string {
  return fillMessage(pick(text), values);
}

/** An arm as a sentence names it. */
export function quoteArm({ file }: Pick<Lesson, 'file'>, arm: number): string {
  return `“${pick(file.arms[arm].title)}”`;
}

export function listArms(lesson: Lesson, arms: readonly number[]): string {
  return arms.map((arm) => quoteArm(lesson, arm)).join(language.value === 'en' ? ', ' : '、');
}

/** The figure that the lesson asks for. */
export function nameAsked({ file, entry, names }: Lesson): string {
  return nameOutcome(file.outcomes[entry.asks], names, language.value);
}

export function formatAsked({ file, entry }: Lesson, value: number): string {
  return formatAmount(value, readUnit(file.outcomes[entry.asks]), language.value);
}

export function formatAskedChange({ file, entry }: Lesson, value: number): string {
  return formatChange(value, readUnit(file.outcomes[entry.asks]), language.value);
}

/** The position of the arm that was predicted; −1 for no difference. */
export function findGuess({ file }: Pick<Lesson, 'file'>, guess: string): number {
  return file.arms.findIndex(({ id }) => id === guess);
}

export function nameGuess(lesson: Lesson, guess: string): string {
  return guess === NONE ? pick(WORDS.noDifference) : quoteArm(lesson, findGuess(lesson, guess));
}
