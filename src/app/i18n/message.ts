/** Values for the placeholders of a message, by name. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Puts values into `{placeholders}`. A placeholder without a value stays visible, so that it is noticed. */
export function fillMessage(message: string, values: MessageValues): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}
