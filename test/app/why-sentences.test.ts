import { describe, expect, test } from 'vitest';
import { describeFlows, findLeaders, formatFraction } from '../../src/app/i18n/why-sentences.ts';
import type { Flows } from '../../src/app/why.ts';
import { REASON, REASONS, type Reason } from '../../src/model/reasons.ts';

type Counts = Readonly<Partial<Record<Reason, number>>>;

function listCounts(counts: Counts): number[] {
  return REASONS.map(({ key }) => counts[key] ?? 0);
}

function createFlows(joined: Counts, left: Counts): Flows {
  const sum = (counts: Counts) => Object.values(counts).reduce((total, count) => total + count, 0);
  return { joined: sum(joined), left: sum(left), joinedBy: listCounts(joined), leftBy: listCounts(left) };
}

describe('findLeaders', () => {
  test('one reason where the intervals are apart: 402 and 296 of 1,204', () => {
    // Wilson, z 1.645: 402 gives 0.312–0.357, 296 gives 0.226–0.267
    const by = listCounts({ community: 402, price: 296, content: 214 });
    expect(findLeaders({ total: 1204, by })).toEqual([REASON.community]);
  });

  test('two where they overlap: 121 and 112 of 412', () => {
    // 121 gives 0.259–0.332, 112 gives 0.238–0.310
    expect(findLeaders({ total: 412, by: listCounts({ price: 121, advice: 112 }) })).toEqual([
      REASON.price,
      REASON.advice,
    ]);
  });

  test('none where nobody moved', () => {
    expect(findLeaders({ total: 0, by: listCounts({}) })).toEqual([]);
  });
});

describe('formatFraction', () => {
  test('“most” only above one half', () => {
    expect(formatFraction(0.51, 'en')).toBe('most');
    expect(formatFraction(0.5, 'en')).toBe('nearly half');
    expect(formatFraction(0.334, 'en')).toBe('a third');
    expect(formatFraction(0.12, 'en')).toBe('12%');
    expect(formatFraction(0.334, 'zh-CN')).toBe('三分之一');
  });
});

describe('the headline of Why', () => {
  const mock = createFlows(
    { community: 402, price: 296, content: 214, service: 84, advice: 61, trust: 52, chance: 95 },
    { community: 11, price: 121, content: 41, service: 58, advice: 112, trust: 29, chance: 40 },
  );

  test('says the sentence of the design for the figures of the design', () => {
    expect(describeFlows(mock, 'Willow', 'en')).toBe(
      'In this model 1,204 joined and 412 left. Community drew in a third; price and AI advice pushed out about equally.',
    );
    expect(describeFlows(mock, '柳岸', 'zh-CN')).toBe(
      '在这个模型里，1,204 人加入，412 人离开。加入者中三分之一主要因社区；离开者的原因，价格与智能投顾相差无几。',
    );
  });

  test('says chance first and with its number where chance leads', () => {
    const flows = createFlows({ chance: 383, prominence: 108, price: 27 }, { price: 90, trust: 10 });
    expect(describeFlows(flows, 'Willow', 'en')).toBe(
      'In this model 518 joined and 100 left. Mostly chance (74%) drew them in, then prominence; most left mainly for price.',
    );
  });

  test('says it once where chance leads on both sides', () => {
    const flows = createFlows({ chance: 72, prominence: 28 }, { chance: 59, losses: 41 });
    expect(describeFlows(flows, 'Willow', 'en')).toBe(
      'In this model 100 joined and 100 left. Mostly chance (72% in, 59% out); then prominence drew in, losses pushed out.',
    );
  });

  test('names no cause for a handful of people', () => {
    expect(describeFlows(createFlows({ price: 4 }, { losses: 2 }), 'Willow', 'en')).toBe(
      'In this model 4 joined and 2 left.',
    );
  });

  test('says when nobody left, and when nothing happened', () => {
    expect(describeFlows(createFlows({ price: 4 }, {}), 'Willow', 'en')).toBe(
      'In this model 4 joined. Nobody left Willow in this period.',
    );
    expect(describeFlows(createFlows({}, {}), null, 'en')).toBe(
      'In this model nobody has joined or left the market in this period.',
    );
    expect(describeFlows(createFlows({}, {}), '柳岸', 'zh-CN')).toBe('在这个模型里，这段时间无人加入或离开柳岸。');
  });
});
