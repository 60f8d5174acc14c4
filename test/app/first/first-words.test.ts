import { expect, test } from 'vitest';
import {
  describeLeader,
  describeSeeds,
  describeWhy,
  findLeader,
  shortenName,
} from '../../../src/app/first/first-words.ts';
import { measureAnswer } from '../../../src/app/first/measure-answer.ts';
import type { FirstQuestion } from '../../../src/experiment/first-visit.ts';

const question: FirstQuestion = {
  cut: { broker: 'a', value: 0.1 },
  answers: ['a', 'b', 'c'],
  months: 60,
  agents: 100,
  shares: [
    [1000, 2000, 1500],
    [1100, 1900, 2100],
    [1200, 2200, 2300],
  ],
};

test('the leader is the broker with the most clients in most markets', () => {
  expect(findLeader(question)).toEqual({ broker: 2, seeds: 2 });
  // One market each for brokers 1 and 2: the earlier of the two.
  expect(findLeader({ ...question, shares: question.shares.slice(0, 2) })).toEqual({ broker: 1, seeds: 1 });
});

test('an answer’s share is the median over the markets, with the 90 % interval', () => {
  // Type 7 of Hyndman and Fan: of 1000, 1100, 1200 the 5 % quantile is 1000 + 0.1 × 100.
  const { low, median, high } = measureAnswer(question, 0);
  expect([low, median, high].map((share) => share.toFixed(4))).toEqual(['0.1010', '0.1100', '0.1190']);
});

test('the result is said with the number of markets behind it', () => {
  expect(describeLeader('Huatai', true, 'en') + describeSeeds(39, 40, 'en')).toBe(
    'In this model Huatai still leads, in 39 of 40 markets.',
  );
  expect(describeLeader('华泰', true, 'zh-CN') + describeSeeds(39, 40, 'zh-CN')).toBe(
    '在这个模型里，华泰仍然领先，40 个市场中有 39 个如此。',
  );
});

test('why: what was gained, who answered, who moved on; nothing is said of nobody', () => {
  const outcome = { gain: 0.052, followers: 2, drawn: 30, gone: 10 };
  expect(describeWhy('Comet', outcome, 'en')).toBe(
    'In the market on the map Comet gained 5.2 pt in the first year; 2 rivals answered with lower prices, and 33% of those it had drawn from others in that year moved on.',
  );
  expect(describeWhy('Comet', { gain: -0.01, followers: 1, drawn: 0, gone: 0 }, 'en')).toBe(
    'In the market on the map Comet lost 1.0 pt in the first year; one rival answered with a lower price.',
  );
  expect(describeWhy('彗星', { gain: 0.0001, followers: 0, drawn: 4, gone: 1 }, 'zh-CN')).toBe(
    '图中的市场里，彗星第一年几乎没有增长；没有对手跟着降价，那一年从别家吸引来的人走了 25%。',
  );
});

test('a kind before the name is left out', () => {
  expect(shortenName({ en: 'Platform · Comet', 'zh-CN': '平台·彗星' }, 'en')).toBe('Comet');
  expect(shortenName({ en: 'Futu', 'zh-CN': '富途' }, 'zh-CN')).toBe('富途');
});
