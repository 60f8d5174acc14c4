import type { GlossaryTerm } from './glossary-term.ts';

export const BROKERS_TERMS: readonly GlossaryTerm[] = [
  {
    term: { en: 'broker', 'zh-CN': '券商' },
    symbol: 'b',
    code: 'row of `brokers`',
  },
  {
    term: { en: 'archetype', 'zh-CN': '类型' },
    code: '`ARCHETYPES`',
    meaning: {
      en: 'The kind of broker: leader, portal, platform, internet arm, specialist, small broker or start-up. Names mark a kind, not a firm.',
      'zh-CN': '券商的类型：龙头、门户、平台、券商系、专长、中小与新进。名称代表类型，不指任何公司。',
    },
  },
  {
    term: {
      en: 'leader · portal · platform · arm · niche · small · entrant',
      'zh-CN': '龙头 · 门户 · 平台 · 券商系 · 专长 · 中小 · 新进',
    },
    code: '`Archetype`',
  },
  {
    term: { en: 'strategy', 'zh-CN': '策略' },
    code: '`STRATEGIES`',
  },
  {
    term: { en: 'lever', 'zh-CN': '手段' },
    code: '`LEVERS`',
    meaning: {
      en: 'What a broker can pull: price, content, community, AI advice and three more. Money spent builds up slowly and wears off.',
      'zh-CN': '券商可用的手段：价格、内容、社区、智能投顾等。投入逐渐累积，也会消退。',
    },
  },
  {
    term: { en: 'decision (held lever)', 'zh-CN': '决策（锁定的手段）' },
    code: '`applyHeldLevers`',
  },
  {
    term: { en: 'commission', 'zh-CN': '佣金率' },
    symbol: 'p',
    code: '`commissionBp`; plan `planBp`',
    meaning: {
      en: 'What a broker takes of every trade, in basis points: 1 bp is one ten-thousandth, so ¥1 of ¥10,000.',
      'zh-CN': '券商对每笔交易收取的佣金，以基点（万分之一）计：1 万元收 1 元即万分之一。',
    },
    spelt: { en: ['commission', 'price', 'bp'], 'zh-CN': ['佣金', '价格', '万分之'] },
  },
  {
    term: { en: 'aim of a price, cost floor', 'zh-CN': '目标价、成本底线' },
    symbol: 'p\\*, floor',
    code: '`planQuarter`, `computePriceFloor`',
  },
  {
    term: { en: 'capability stock, level', 'zh-CN': '能力存量、能力值' },
    symbol: 'K, level',
    code: '`stockContent` …, `content` …',
    meaning: {
      en: 'What a lever has built up so far, and what that is worth to a client. More money raises it less and less.',
      'zh-CN': '某项手段至今的积累及其对客户的价值；投入越多，增加越少。',
    },
  },
  {
    term: { en: 'depreciation', 'zh-CN': '折旧' },
    symbol: 'δ',
    code: '`brokers.decayContent` …',
  },
  {
    term: { en: 'half-saturation', 'zh-CN': '半饱和' },
    symbol: 'H',
    code: '`brokers.halfSaturation`',
  },
  {
    term: { en: 'powers of half-saturation', 'zh-CN': '半饱和指数' },
    symbol: 'ω, ρ',
    code: '`brokers.scaleRevenue`, `brokers.scaleContent` …',
  },
  {
    term: { en: 'execution quality', 'zh-CN': '执行力' },
    symbol: 'q',
    code: '`quality`',
  },
  {
    term: { en: 'critical mass of a community', 'zh-CN': '社区临界规模' },
    symbol: 'n̂, f',
    code: '`brokers.criticalMassMillion`, `brokers.communityFloor`',
    meaning: {
      en: 'The number of active people from which a community keeps people by itself. Below it, the money has little effect.',
      'zh-CN': '社区能自行留住人的活跃人数。未达到之前，投入收效甚微。',
    },
    spelt: { en: ['critical mass'], 'zh-CN': ['临界规模'] },
  },
  {
    term: { en: 'share of voice', 'zh-CN': '声量份额' },
    code: '`computeVoice`',
    meaning: {
      en: 'A broker’s part of all advertising money. It decides how many hear of the broker.',
      'zh-CN': '一家券商占全行业广告支出的份额，决定有多少人听说过它。',
    },
  },
  {
    term: { en: 'goodwill, brand awareness', 'zh-CN': '商誉、品牌知名度' },
    symbol: 'g',
    code: '`goodwill`',
    meaning: {
      en: 'How well known a broker is. It builds up with advertising and clients and wears off.',
      'zh-CN': '券商的知名度，随广告和客户累积，也会消退。',
    },
  },
  {
    term: { en: 'goodwill exponent', 'zh-CN': '商誉指数' },
    symbol: 'α',
    code: '`choice.goodwillExponent`',
  },
  {
    term: { en: 'reputation', 'zh-CN': '声誉' },
    code: '`reputation`',
  },
  {
    term: { en: 'niche, match', 'zh-CN': '专长、契合' },
    symbol: 'match',
    code: '`NICHES`, `matchesNiche`',
  },
  {
    term: { en: 'taken over, closed', 'zh-CN': '被接管、退出' },
    code: '`BROKER_STATUS`, `resolveFailures`',
  },
  {
    term: { en: 'ledger of twelve months', 'zh-CN': '十二个月账本' },
    code: '`ledger`',
  },
  {
    term: { en: 'content', 'zh-CN': '内容' },
    code: '`content`',
    meaning: {
      en: 'Teaching, news and analysis that a broker offers. It builds up over years and draws people of middling experience.',
      'zh-CN': '券商提供的教学、资讯与分析，需多年积累，最吸引中等经验者。',
    },
    spelt: { en: ['content'], 'zh-CN': ['内容'] },
  },
  {
    term: { en: 'community', 'zh-CN': '社区' },
    code: '`community`',
    meaning: {
      en: 'Where clients talk with each other. It keeps the young and the new, once enough take part.',
      'zh-CN': '客户彼此交流的地方，参与者足够多后能留住年轻人和新手。',
    },
    spelt: { en: ['community'], 'zh-CN': ['社区'] },
  },
];
