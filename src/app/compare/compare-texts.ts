import type { Text } from '../../core/text.ts';

/** Fixed words of the comparison. */
export const COMPARE_TEXTS = {
  compare: { en: 'A and B compared', 'zh-CN': 'A 与 B 对比' },
  needsB: {
    en: 'There is only A so far. Move a lever, and B is compared with it here: figure by figure and person by person.',
    'zh-CN': '目前只有 A。移动任一策略，这里会把 B 与它逐项、逐人对比。',
  },
  difference: { en: 'Difference, B − A', 'zh-CN': '差值：B − A' },
  figure: { en: 'Figure', 'zh-CN': '指标' },
  chooseFigure: { en: 'Which figure', 'zh-CN': '选择指标' },
  ofMarket: { en: 'market', 'zh-CN': '市场' },
  zero: { en: 'no difference', 'zh-CN': '无差别' },
  band: { en: 'middle 90 % of seeds', 'zh-CN': '种子的中间 90%' },
  thisRun: { en: 'this run', 'zh-CN': '本次运行' },
  input: { en: 'What differs', 'zh-CN': '不同之处' },
  inputs: { en: 'Inputs', 'zh-CN': '输入' },
  outcomes: { en: 'Outcomes', 'zh-CN': '结果' },
  seedsHead: { en: 'Other seeds', 'zh-CN': '换种子' },
  notHeld: { en: 'own plan', 'zh-CN': '自行决定' },
  people: { en: 'People', 'zh-CN': '人' },
  better: { en: 'better off', 'zh-CN': '更好' },
  worse: { en: 'worse off', 'zh-CN': '更差' },
  same: { en: 'no different', 'zh-CN': '无差别' },
  betterMeans: {
    en: 'Better off: at least 0.01 points more net return over the last year, all costs paid. The same person under the same seed, with an online broker in both runs.',
    'zh-CN':
      '更好：过去一年扣除全部成本后的净收益至少高 0.01 个百分点。同一种子下的同一个人，且在两次运行中都有线上券商。',
  },
  everybody: { en: 'All investors', 'zh-CN': '全体投资者' },
  who: { en: 'Who', 'zh-CN': '人群' },
  changed: { en: 'With another broker in B than in A', 'zh-CN': '在 B 与在 A 的券商不同' },
  inA: { en: 'In A', 'zh-CN': '在 A' },
  inB: { en: 'In B', 'zh-CN': '在 B' },
  some: { en: 'some broker', 'zh-CN': '某家券商' },
  investors: { en: 'Investors', 'zh-CN': '人数' },
  gainers: { en: 'Gain most', 'zh-CN': '获益最多' },
  losers: { en: 'Lose most', 'zh-CN': '损失最多' },
  peopleWait: {
    en: 'Comparing person by person starts when both runs are there and the page is paused.',
    'zh-CN': '两次运行都完成且页面暂停时，开始逐人对比。',
  },
  seedsWhy: {
    en: 'One seed is an anecdote. These are the same two runs under other luck.',
    'zh-CN': '一个种子只是一个故事。这里是同样两次运行在不同运气下的结果。',
  },
  anyway: { en: 'Compare both as this engine computes them', 'zh-CN': '按本引擎的计算对比两者' },
  cancel: { en: 'Cancel', 'zh-CN': '取消' },
  copyCommand: { en: 'Copy as command', 'zh-CN': '复制为命令' },
  noDifference: { en: 'Nothing differs in this month.', 'zh-CN': '本月没有差别。' },
} as const satisfies Readonly<Record<string, Text>>;
