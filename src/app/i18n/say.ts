import type { Language, Text } from '../../core/text.ts';
import { language } from '../preferences.ts';
import { en } from './en.ts';
import { fillMessage, type MessageValues } from './message.ts';
import { zhCn } from './zh-cn.ts';

export type MessageKey = keyof typeof en;
type Dictionary = Readonly<Record<MessageKey, string>>;

const DICTIONARIES: Readonly<Record<Language, Dictionary>> = { en, 'zh-CN': zhCn };

/** A message in the reader's language. Read inside a component, it follows the language. */
export function say(key: MessageKey, values: MessageValues = {}): string {
  return fillMessage(DICTIONARIES[language.value][key], values);
}

/** The reader's version of a text. */
export function pick(text: Text): string {
  return text[language.value];
}
