/** The languages of the product. Every string a person reads exists in each of them. */
export type Language = 'en' | 'zh-CN';

export const LANGUAGES: readonly Language[] = ['en', 'zh-CN'];

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>;
