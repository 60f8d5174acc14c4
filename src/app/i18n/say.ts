import type { Language, Text } from '../../core/text.ts';
import { language } from '../preferences.ts';
import { en } from './en.ts';
import { zhCn } from './zh-cn.ts';

export type MessageKey = keyof typeof en;
export type Dictionary = Readonly<Record<MessageKey, string>>;

/** Values for the placeholders of a message, by name. */
export type MessageValues = Readonly<Record<string, string | number>>;

const DICTIONARIES: Readonly<Record<Language, Dictionary>> = { en, 'zh-CN': zhCn };

/** Puts values into `{placeholders}`. A placeholder without a value stays visible, so that it is noticed. */
export function fillMessage(message: string, values: MessageValues): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

/** A message in the reader's language. Read inside a component, it follows the language. */
export function say(key: MessageKey, values: MessageValues = {}): string {
  return fillMessage(DICTIONARIES[language.value][key], values);
}

/** The reader's version of a text. */
export function pick(text: Text): string {
  return text[language.value];
}
