import type { GlossaryTerm } from './glossary-term.ts';

export const FIGURES_TERMS: readonly GlossaryTerm[] = [
  {
    term: { en: 'Herfindahl–Hirschman index', 'zh-CN': '赫芬达尔–赫希曼指数' },
    symbol: 'HHI',
    code: '`hhi`, `computeHhi`',
    meaning: {
      en: 'How concentrated the market is: the sum of the squared shares in per cent. 10,000 is one broker alone; thirty equal brokers give 333.',
      'zh-CN': '市场集中程度：各家份额（百分数）平方之和。独家垄断为 10,000，三十家均分为 333。',
    },
    spelt: { en: ['HHI'], 'zh-CN': ['HHI'] },
  },
  {
    term: { en: 'concentration ratio', 'zh-CN': '集中度' },
    symbol: 'CRₙ',
    code: '`cr10`, `computeConcentrationRatio`',
    meaning: {
      en: 'CR10 is the share of clients that the ten largest brokers hold together.',
      'zh-CN': 'CR10 指最大的十家券商合计的客户份额。',
    },
    spelt: { en: ['CR10', 'top ten'], 'zh-CN': ['CR10', '前十'] },
  },
  {
    term: { en: '12-month retention', 'zh-CN': '12 个月留存率' },
    code: '`retention12`',
    meaning: {
      en: 'Of the clients who opened their first account a year ago, the part that still has it there.',
      'zh-CN': '一年前首次开户的客户中，至今仍留在该券商的比例。',
    },
    spelt: { en: ['12-month retention', 'retention'], 'zh-CN': ['12 个月留存', '留存'] },
  },
  {
    term: { en: 'cohort', 'zh-CN': '批次' },
    code: '`cohorts`, `observeCohorts`',
    meaning: {
      en: 'Clients who opened in the same quarter, followed together: what part of them is still there after one, two, three quarters.',
      'zh-CN': '同一季度开户、一起追踪的客户：一季、两季、三季后还剩多少。',
    },
    spelt: { en: ['cohorts', 'cohort'], 'zh-CN': ['批次'] },
  },
  {
    term: { en: 'acquisition cost', 'zh-CN': '获客成本' },
    code: '`acquisitionCost`',
    meaning: { en: 'Money spent on winning clients, over the clients won.', 'zh-CN': '获客支出除以获得的客户数。' },
    spelt: { en: [], 'zh-CN': ['获客成本'] },
  },
  {
    term: { en: 'gross, net return', 'zh-CN': '毛收益、净收益' },
    symbol: 'gross, net',
    code: '`monthGross`, `monthNet`',
    meaning: {
      en: 'What investments earn in a year before and after commission and other costs.',
      'zh-CN': '一年的投资收益：扣除佣金等费用之前为毛收益，之后为净收益。',
    },
    spelt: { en: ['net return', 'gross'], 'zh-CN': ['净收益', '毛收益'] },
  },
  {
    term: { en: 'behaviour gap', 'zh-CN': '行为缺口' },
    code: '`trading.behaviourGap`',
    meaning: {
      en: 'What investors lose against the market by buying high and selling low.',
      'zh-CN': '投资者因追涨杀跌而落后于市场的收益。',
    },
  },
  {
    term: { en: 'losing share', 'zh-CN': '亏损占比' },
    code: '`losingShare`',
    meaning: {
      en: 'The part of the clients whose last twelve months lost money.',
      'zh-CN': '近十二个月亏损的客户比例。',
    },
    spelt: { en: ['losing share'], 'zh-CN': ['亏损占比'] },
  },
  {
    term: { en: 'segment cell', 'zh-CN': '人群单元' },
    code: '`SEGMENT_DIMENSIONS`, `findCell`',
    meaning: {
      en: 'A group of investors alike in age, experience, risk tolerance, horizon and city.',
      'zh-CN': '年龄、经验、风险承受、期限与城市相近的一群投资者。',
    },
  },
  {
    term: { en: 'survival curve', 'zh-CN': '存续曲线' },
    code: '`observeCohorts`',
    meaning: {
      en: 'The part of newcomers that is still with the broker after so many months.',
      'zh-CN': '新客户在若干个月后仍留在该券商的比例。',
    },
    spelt: { en: ['survival'], 'zh-CN': ['存续'] },
  },
  {
    term: { en: 'share of clients', 'zh-CN': '客户份额' },
    code: '`share`',
    meaning: {
      en: 'A broker’s part of all people who have a main broker online.',
      'zh-CN': '以该券商为主券商的人数占全部互联网券商用户的比例。',
    },
    spelt: { en: ['share of clients'], 'zh-CN': ['客户份额'] },
  },
  {
    term: { en: 'interval of 95 %', 'zh-CN': '95% 区间' },
    code: '`src/experiment/paired.ts`',
    meaning: {
      en: 'Where the mean difference lies with 95 % certainty, judged by how much the seeds differ. If 0 is inside, there is no clear difference.',
      'zh-CN': '按各种子之间的差异判断，平均差别有 95% 的把握落在其中。若包含 0，则无明显差别。',
    },
    spelt: { en: [], 'zh-CN': ['95% 区间'] },
  },
];
