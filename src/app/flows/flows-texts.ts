import type { Text } from '../../core/text.ts';
import type { ReasonGroup } from './reason-groups.ts';

/** Fixed words of the flows and of the segments. */
export const FLOWS_TEXTS = {
  flows: { en: 'Who moved where', 'zh-CN': '从哪到哪' },
  window: { en: 'Months', 'zh-CN': '时段' },
  nobody: { en: 'No online broker', 'zh-CN': '无线上券商' },
  others: { en: 'All others', 'zh-CN': '其余券商' },
  from: { en: 'From', 'zh-CN': '来自' },
  to: { en: 'To', 'zh-CN': '去往' },
  reason: { en: 'Main reason', 'zh-CN': '主要原因' },
  investors: { en: 'Investors', 'zh-CN': '人数' },
  overTime: { en: 'Reasons over time', 'zh-CN': '原因随时间' },
  joinedUp: { en: 'joined ↑', 'zh-CN': '加入 ↑' },
  leftDown: { en: 'left ↓', 'zh-CN': '离开 ↓' },
  quarter: { en: 'Quarter', 'zh-CN': '季度' },
  joined: { en: 'joined', 'zh-CN': '加入' },
  left: { en: 'left', 'zh-CN': '离开' },
  noMoves: { en: 'Nobody changed broker in these months.', 'zh-CN': '这段时间无人更换券商。' },
  segments: { en: 'Who responds to what', 'zh-CN': '谁对什么有反应' },
  by: { en: 'By', 'zh-CN': '按' },
  group: { en: 'Group', 'zh-CN': '人群' },
  grid: { en: 'Age × experience', 'zh-CN': '年龄 × 经验' },
  gridMeans: {
    en: 'In each cell: joined, left, and what the joined came for most; two reasons where they are within a tenth.',
    'zh-CN': '每格：加入、离开，以及加入者的主要原因；两者相差不到一成时并列。',
  },
  shareMeans: {
    en: 'Of those who joined, in per cent, by their main reason. Simulated investors, one run.',
    'zh-CN': '加入者按主要原因的占比（%）。模拟投资者，一次运行。',
  },
  drill: { en: 'Show in Why', 'zh-CN': '在“原因”中查看' },
} as const satisfies Readonly<Record<string, Text>>;

export const GROUP_TEXTS: Readonly<Record<ReasonGroup, Text>> = {
  price: { en: 'Price', 'zh-CN': '价格' },
  content: { en: 'Content', 'zh-CN': '内容' },
  community: { en: 'Community', 'zh-CN': '社区' },
  advice: { en: 'AI advice', 'zh-CN': '智能投顾' },
  other: { en: 'Other reasons', 'zh-CN': '其他原因' },
  chance: { en: 'Chance', 'zh-CN': '偶然' },
};
