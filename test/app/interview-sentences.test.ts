import { describe, expect, test } from 'vitest';
import { describeInterview } from '../../src/app/i18n/interview-sentences.ts';
import { readInterview } from '../../src/app/why.ts';
import { createEventMonths, type EventSketch } from '../support/event-months.ts';

function ask(contributions: EventSketch['contributions'] = {}, changes: Partial<EventSketch> = {}) {
  const sketch = {
    move: 'switch',
    from: 0,
    to: 1,
    reason: 'price',
    ageYears: 24,
    tenureMonths: 8,
    ...changes,
  } as const;
  return readInterview(createEventMonths([{ ...sketch, contributions }]), { month: 1, row: 0 });
}

const EN = { experience: 'Novice', from: 'Willow', to: 'Swift', when: 'Nov 2027' };
const ZH = { experience: '新手', from: '柳岸', to: '迅捷', when: '2027 年 11 月' };

describe('an interview in plain sentences', () => {
  test('two causes within a tenth are named together; chance has its share; what held back is said', () => {
    const interview = ask({ price: 0.82, advice: 0.74, inertia: -0.5, chance: 0.44 });
    expect(describeInterview(interview, EN, 'en')).toBe(
      'I am 24; experience: novice. After 8 months I moved from Willow to Swift in Nov 2027. ' +
        'Price and AI advice weighed about equally (41% and 37%); 22% was chance. Habit held me back most.',
    );
    expect(describeInterview(interview, ZH, 'zh-CN')).toBe(
      '我 24 岁，经验：新手。在柳岸 8 个月后，2027 年 11 月转到迅捷。价格与智能投顾的分量相差无几（41%与 37%）；22% 是偶然。最留我的是习惯。',
    );
  });

  test('one cause by itself', () => {
    expect(describeInterview(ask({ price: 3, content: 1 }), EN, 'en')).toContain(
      'Price weighed most (75%); chance played no part.',
    );
  });

  test('chance that spoke against it is not said to play no part', () => {
    expect(describeInterview(ask({ price: 3, chance: -1, inertia: -0.5 }), EN, 'en')).toContain(
      'Price weighed most (100%); chance held me back most.',
    );
  });

  test('chance first where it is largest', () => {
    expect(describeInterview(ask({ price: 1, chance: 3 }), EN, 'en')).toContain(
      'Mostly chance (75%), then price (25%).',
    );
    expect(describeInterview(ask({ price: 1, content: 1, chance: 1.2 }), EN, 'en')).toContain(
      'First of all chance (38%)',
    );
    expect(describeInterview(ask({ price: 1, chance: 3 }), ZH, 'zh-CN')).toContain(
      '多半是偶然（75%），其次是价格（25%）。',
    );
  });

  test('of somebody who went nowhere, of somebody nothing pushed, and of somebody whose broker closed', () => {
    const gone = { ...EN, to: null };
    expect(describeInterview(ask({ losses: 1 }, { move: 'leave', to: -1 }), gone, 'en')).toContain(
      'I left Willow in Nov 2027.',
    );
    expect(describeInterview(ask({}, { move: 'leave', to: -1, reason: 'chance' }), gone, 'en')).toContain(
      'Nothing in particular pushed me.',
    );
    expect(describeInterview(ask({}, { reason: 'closure' }), EN, 'en')).toContain('Broker closed.');
  });
});
