import type { GlossaryTerm } from './glossary-term.ts';

export const CHOICE_TERMS: readonly GlossaryTerm[] = [
  {
    term: { en: 'lead, search', 'zh-CN': '意向客户、挑选券商' },
    symbol: 'h',
    code: '`leads`, `enterMarket`',
  },
  {
    term: { en: 'channel: organic, advertising, content, friend', 'zh-CN': '渠道：自然、广告、内容、好友' },
    code: '`CHANNEL`',
    meaning: { en: 'The way by which somebody came to look for a broker.', 'zh-CN': '投资者因何渠道前来挑选券商。' },
  },
  {
    term: { en: 'opening, funding', 'zh-CN': '开户、入金' },
    code: '`openings`, `computeFunding`',
  },
  {
    term: { en: 'conversion', 'zh-CN': '转化' },
    code: '`conversion`',
    meaning: { en: 'The part of those who look round that opens an account.', 'zh-CN': '前来了解的人中开户的比例。' },
  },
  {
    term: { en: 'advertising a non-user over its half', 'zh-CN': '人均广告支出与半饱和之比' },
    symbol: 'x (§7.4)',
    code: '`entry.advertisingHalfCny`',
  },
  {
    term: { en: 'consideration set', 'zh-CN': '考虑集' },
    code: '`considered`, `considerUsual`',
    meaning: {
      en: 'The few brokers that somebody thinks of when choosing: most brokers never come to mind. Being well known gets a broker in.',
      'zh-CN': '投资者选择时想到的少数几家券商，多数券商根本不会被想到；知名度决定能否进入。',
    },
    spelt: { en: ['consideration set'], 'zh-CN': ['考虑集'] },
  },
  {
    term: { en: 'utility, its parts', 'zh-CN': '效用及其分项' },
    symbol: 'u',
    code: '`utility`, `parts`',
    meaning: {
      en: 'How attractive a broker is to one investor, as a sum of parts: price, content, community and so on. The highest sum of the brokers considered wins.',
      'zh-CN': '一家券商对某位投资者的吸引力，由价格、内容、社区等分项相加；被考虑的券商中总和最高者胜出。',
    },
    spelt: { en: ['utility'], 'zh-CN': ['效用'] },
  },
  {
    term: { en: 'taste', 'zh-CN': '偏好' },
    symbol: 't',
    code: '`Tastes`, `computeTastes`',
  },
  {
    term: { en: 'systematic part', 'zh-CN': '系统部分' },
    code: '`computeLogTastes`, `TASTE_SLOPES`',
  },
  {
    term: { en: 'acceptance', 'zh-CN': '接受度' },
    code: '`willing`, `UNWILLING`',
  },
  {
    term: { en: 'prominence, salience', 'zh-CN': '曝光、显著性' },
    code: '`prominence`, `choice.salience`',
  },
  {
    term: { en: 'inertia, switching cost', 'zh-CN': '惯性、转换成本' },
    code: '`inertia`, `choice.inertia`',
    meaning: {
      en: 'What keeps somebody where they are although another broker looks better: habit, and the trouble of moving.',
      'zh-CN': '即使别家更好也让人留下的因素：习惯与转换的麻烦。',
    },
    spelt: { en: ['inertia'], 'zh-CN': ['惯性'] },
  },
  {
    term: { en: 'chance', 'zh-CN': '偶然' },
    symbol: 'Gumbel',
    code: '`chance`, `tastes.chance`',
    meaning: {
      en: 'The part of a choice that nothing in the model explains: it is drawn at random, the same in A and B.',
      'zh-CN': '选择中模型无法解释的部分：随机抽取，A 与 B 相同。',
    },
    spelt: { en: ['chance'], 'zh-CN': ['偶然'] },
  },
  {
    term: { en: 'reason, contribution, gap', 'zh-CN': '原因、贡献、效用差' },
    code: '`REASONS`, `explainChoice`, `gap`',
    meaning: {
      en: 'For every move the model records by how much each reason spoke for it. The main reason is the largest; the parts add up to the gap.',
      'zh-CN': '每次变动都记录各原因的贡献。最大者为主要原因，各项之和等于效用差。',
    },
  },
  {
    term: { en: 'reconsideration, looking round', 'zh-CN': '重新考虑' },
    code: '`reconsiderBrokers`',
  },
  {
    term: {
      en: 'move: joined, switched, opened another account, went dormant, came back, left',
      'zh-CN': '动向：加入、转换、增开账户、休眠、唤醒、离开',
    },
    code: '`MOVES`',
  },
];
