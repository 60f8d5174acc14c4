import type { GlossaryTerm } from './glossary-term.ts';

export const MARKET_TERMS: readonly GlossaryTerm[] = [
  {
    term: { en: 'market return of the month', 'zh-CN': '市场当月收益' },
    symbol: 'm',
    code: '`marketReturn`',
  },
  {
    term: { en: 'return over three, twelve months', 'zh-CN': '近三月、近十二月收益' },
    symbol: 'R₃, R₁₂',
    code: '`return3`, `return12` of `market`',
  },
  {
    term: { en: 'regime: bear, flat, bull', 'zh-CN': '市况：熊市、震荡、牛市' },
    code: '`regime`, `REGIME`',
    meaning: {
      en: 'The weather of the stock market. In a bull market many open accounts; in a bear market many fall asleep.',
      'zh-CN': '股市的冷暖。牛市开户多，熊市休眠多。',
    },
    spelt: { en: ['bear market', 'bull market'], 'zh-CN': ['牛市', '熊市'] },
  },
  {
    term: { en: 'attention, its factor', 'zh-CN': '关注、关注倍数' },
    symbol: 'A, a',
    code: '`attention`, `computeAttentionFactor`',
  },
  {
    term: { en: 'ease of opening', 'zh-CN': '开户便捷度' },
    symbol: 'ease',
    code: '`computeOpeningEase`, `ease`',
  },
  {
    term: { en: 'rule in force', 'zh-CN': '生效规则' },
    code: '`readRule`',
  },
  {
    term: { en: 'risk perception, disclosure', 'zh-CN': '风险认知、风险揭示' },
    code: '`riskPerception`, `regulator.disclosure`',
  },
  {
    term: { en: 'reassessment, cooling-off', 'zh-CN': '风险再测评、冷静期' },
    code: '`retested`, `cooling`, `watchConduct`',
  },
  {
    term: { en: 'consent, reach of personal data', 'zh-CN': '数据授权、个人数据触达' },
    code: '`consent`, `population.consentShare`, `readReach`',
  },
  {
    term: { en: 'suitability, education', 'zh-CN': '适当性、投资者教育' },
    code: '`regulator.suitability`, `regulator.education`',
    meaning: {
      en: 'A rule that brokers may sell risky products only to clients who can bear the risk.',
      'zh-CN': '适当性规则：券商只能向能承受风险的客户销售高风险产品。',
    },
    spelt: { en: [], 'zh-CN': ['适当性'] },
  },
  {
    term: { en: 'inspection, fine, spill-over', 'zh-CN': '检查、罚款、外溢' },
    code: '`inspectBrokers`, `payFine`, `regulator.spillover`',
  },
];
