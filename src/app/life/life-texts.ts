import type { Text } from '../../core/text.ts';

/** Fixed words about one investor. Placeholders as in the dictionaries. */
export const LIFE_TEXTS = {
  back: { en: 'Back to everybody', 'zh-CN': '返回全体' },
  waterfall: { en: 'What spoke for the move and against it', 'zh-CN': '支持与反对此举的因素' },
  small: { en: 'All the rest', 'zh-CN': '其余各项' },
  gap: { en: 'Gap', 'zh-CN': '差距' },
  gapMeans: {
    en: 'In utils: by how much the broker taken beat the one left. The parts add up to it.',
    'zh-CN': '单位为效用：所选券商比所离券商高出多少，各项之和等于它。',
  },
  gapLeaves: {
    en: 'The log of how much likelier this person was to go than somebody neutral. The parts add up to it.',
    'zh-CN': '此人离开的可能性相对中性者的倍数（取对数），各项之和等于它。',
  },
  replaying: { en: 'replaying…', 'zh-CN': '重演中……' },
  replayingLife: { en: 'Replaying this life…', 'zh-CN': '正在重演此人的经历……' },
  waiting: { en: 'This life is replayed once the run is computed.', 'zh-CN': '运行计算完成后重演此人的经历。' },
  stays: { en: 'Stays', 'zh-CN': '留下' },
  leavesAnyway: { en: 'Leaves anyway', 'zh-CN': '仍会离开' },
  sameSeed: { en: 'same seed', 'zh-CN': '同一种子' },
  satisfaction: { en: 'Satisfaction', 'zh-CN': '满意度' },
  experience: { en: 'Experience', 'zh-CN': '经验' },
  brokers: { en: 'Main broker', 'zh-CN': '主券商' },
  story: { en: 'What happened', 'zh-CN': '经历' },
  nothing: { en: 'Nothing worth telling has happened to this person so far.', 'zh-CN': '此人至今没有值得一提的经历。' },
  born: { en: 'turned 18 and joined the pool', 'zh-CN': '年满 18 岁，进入人群' },
  here: { en: 'there from the start', 'zh-CN': '一开始就在' },
  firstTrade: { en: 'first trade', 'zh-CN': '首次交易' },
  complained: { en: 'complained', 'zh-CN': '投诉' },
} as const satisfies Readonly<Record<string, Text>>;
