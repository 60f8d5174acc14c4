import type { Language, Text } from '../../core/text.ts';
import type { FirstQuestion } from '../../experiment/first-visit.ts';
import { formatCount, formatPoints, formatShare } from '../format.ts';
import type { FirstResult } from './first-result.ts';

/** Words of the first screen that a script adds to those of the page. */
export const WORDS = {
  yourAnswer: { en: 'your answer', 'zh-CN': '你的选择' },
  choose: { en: 'Choose one: five years take a few seconds.', 'zh-CN': '选一个：五年只需几秒。' },
  straight: { en: 'Straight to the market', 'zh-CN': '直接进入沙盘' },
  lab: { en: 'Lab', 'zh-CN': '实验室' },
  changeOne: { en: 'Change one thing', 'zh-CN': '改动一处' },
  follow: { en: 'Follow one investor', 'zh-CN': '跟随一位投资者' },
  compare: { en: 'Compare', 'zh-CN': '对比' },
  pause: { en: 'Pause', 'zh-CN': '暂停' },
  play: { en: 'Play', 'zh-CN': '播放' },
  progress: { en: 'Months played', 'zh-CN': '已播放月数' },
  answers: { en: 'Answers', 'zh-CN': '答案' },
  retry: { en: 'Try again', 'zh-CN': '重试' },
  stop: { en: 'Stop', 'zh-CN': '停止' },
  map: {
    en: 'A moving map of the market; nothing in it is needed to answer',
    'zh-CN': '会动的市场沙盘；作答无需看图',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What each answer is, in the order of the question's. */
export const ANSWERS = [
  { glyph: 'price', colour: '--b1', name: { en: '{name}, which cut its price', 'zh-CN': '降价的{name}' } },
  { glyph: 'content', colour: '--b3', name: { en: '{name}, with the best content', 'zh-CN': '内容最好的{name}' } },
  { glyph: 'trust', colour: '--b2', name: { en: '{name}, the biggest today', 'zh-CN': '今天最大的{name}' } },
] as const;

export function fillName(text: Text, name: string, language: Language): string {
  return text[language].replace('{name}', name);
}

/** `Platform · Comet` is Comet to its friends. */
export function shortenName(name: Text, language: Language): string {
  return name[language].split('·').at(-1)!.trim();
}

export function describeToday(share: number, language: Language): string {
  return language === 'en' ? `${formatShare(share, language)} today` : `现 ${formatShare(share, language)}`;
}

export function describeSample(shown: number, all: number, language: Language): string {
  const [some, total] = [shown, all].map((count) => formatCount(count, language));
  return language === 'en' ? `${some} of ${total} investors shown` : `显示 ${total} 名中的 ${some} 名`;
}

export function describeRunning(month: string, language: Language): string {
  return language === 'en' ? `Running the market with the cut: ${month}` : `正在运行降价后的市场：${month}`;
}

export function describeFailure(cause: string, language: Language): string {
  return language === 'en'
    ? `Expected five computed years; the run stopped instead: ${cause}`
    : `应算出五年，运行却中止：${cause}`;
}

/** A broker that leads in most seeds, and how many they are. */
export interface Leader {
  readonly broker: number;
  readonly seeds: number;
}

/** The broker with the most clients in most seeds; the earlier in the list where two lead equally often. */
export function findLeader({ shares }: FirstQuestion): Leader {
  const wins = new Map<number, number>();
  for (const seed of shares) {
    const first = seed.indexOf(Math.max(...seed));
    wins.set(first, (wins.get(first) ?? 0) + 1);
  }
  const [broker, seeds] = [...wins].reduce((best, entry) =>
    entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0]) ? entry : best,
  );
  return { broker, seeds };
}

/** The strong part of the first sentence of a result; the rest is `describeSeeds`. */
export function describeLeader(name: string, isStill: boolean, language: Language): string {
  if (language === 'en') return `In this model ${name} ${isStill ? 'still leads' : 'leads'}`;
  return `在这个模型里，${name}${isStill ? '仍然' : ''}领先`;
}

export function describeSeeds(seeds: number, all: number, language: Language): string {
  return language === 'en' ? `, in ${seeds} of ${all} markets.` : `，${all} 个市场中有 ${seeds} 个如此。`;
}

/** The one sentence of why, of the run on the map. */
export function describeWhy(name: string, outcome: FirstResult, language: Language): string {
  return `${describeGain(name, outcome.gain, language)}${describeFollowers(outcome.followers, language)}${describeGone(outcome, language)}`;
}

function describeGain(name: string, gain: number, language: Language): string {
  const points = formatPoints(Math.abs(gain), language).replace('+', '').replace('±', '');
  const isNothing = !/[1-9]/.test(points);
  if (language === 'en') {
    if (isNothing) return `In the market on the map ${name} hardly gained in the first year; `;
    return `In the market on the map ${name} ${gain > 0 ? 'gained' : 'lost'} ${points} in the first year; `;
  }
  if (isNothing) return `图中的市场里，${name}第一年几乎没有增长；`;
  return `图中的市场里，${name}第一年${gain > 0 ? '涨了' : '跌了'} ${points}；`;
}

function describeFollowers(followers: number, language: Language): string {
  if (language === 'en') {
    if (followers === 0) return 'no rival answered with a lower price';
    return followers === 1 ? 'one rival answered with a lower price' : `${followers} rivals answered with lower prices`;
  }
  return followers === 0 ? '没有对手跟着降价' : `${followers} 家对手跟着降价`;
}

function describeGone({ drawn, gone }: FirstResult, language: Language): string {
  if (drawn === 0) return language === 'en' ? '.' : '。';
  const part = formatShare(gone / drawn, language, 0);
  return language === 'en'
    ? `, and ${part} of those it had drawn from others in that year moved on.`
    : `，那一年从别家吸引来的人走了 ${part}。`;
}
