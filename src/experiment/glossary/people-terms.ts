import type { GlossaryTerm } from './glossary-term.ts';

export const PEOPLE_TERMS: readonly GlossaryTerm[] = [
  {
    term: { en: 'agent, investor', 'zh-CN': '智能体、投资者' },
    symbol: 'i',
    code: 'slot of `investors`; number by `readPerson`',
    meaning: {
      en: 'One simulated investor. It stands for many real people and decides for itself, month by month.',
      'zh-CN': '一名模拟投资者，代表许多真实的人，逐月自行决定。',
    },
  },
  {
    term: { en: 'people an agent stands for', 'zh-CN': '一个智能体代表的人数' },
    symbol: 'W',
    code: '`peoplePerAgent`',
    meaning: {
      en: 'How many real people one simulated investor stands for: adults of the country over agents of the run.',
      'zh-CN': '一名模拟投资者代表的真实人数：全国成年人数除以智能体数。',
    },
  },
  {
    term: { en: 'age', 'zh-CN': '年龄' },
    symbol: 'age',
    code: '`birthMonth`',
  },
  {
    term: { en: 'city tier', 'zh-CN': '城市层级' },
    symbol: 'tier',
    code: '`tier`',
  },
  {
    term: { en: 'experience', 'zh-CN': '经验' },
    symbol: 'x',
    code: '`experience`',
    meaning: {
      en: 'What somebody has learned of investing, from 0 to 1. It grows with trading and with good content.',
      'zh-CN': '投资者学到的投资知识，取值 0 至 1，随交易和优质内容增长。',
    },
    spelt: { en: ['experience'], 'zh-CN': ['经验'] },
  },
  {
    term: { en: 'novice, mature user', 'zh-CN': '新手、成熟用户' },
    symbol: 'x < 0.5, x ≥ 0.5',
    code: '`noviceShare`',
    meaning: {
      en: 'A novice has experience below one half. The charts split further: novice below a quarter, expert from three quarters on.',
      'zh-CN': '新手指经验低于一半者。图表分得更细：新手低于四分之一，老手在四分之三以上。',
    },
    spelt: { en: ['novices', 'novice'], 'zh-CN': ['新手'] },
  },
  {
    term: { en: 'risk tolerance', 'zh-CN': '风险承受' },
    symbol: 'r',
    code: '`risk`',
    meaning: {
      en: 'How much risk somebody is willing to take, from 0 (cautious) to 1 (bold). It stays with the person.',
      'zh-CN': '愿意承担风险的程度，0 为谨慎，1 为进取，终身不变。',
    },
    spelt: { en: ['risk tolerance'], 'zh-CN': ['风险承受'] },
  },
  {
    term: { en: 'horizon (short, long)', 'zh-CN': '期限（短线、长线）' },
    code: '`shortHorizon`',
    meaning: {
      en: 'Short: trades for the next days and weeks. Long: buys to keep. Price matters most to the short.',
      'zh-CN': '短线者着眼数日至数周的交易，长线者买入持有；短线者最看重价格。',
    },
    spelt: { en: ['short-horizon'], 'zh-CN': ['短线'] },
  },
  {
    term: { en: 'wealth score', 'zh-CN': '资产得分' },
    code: '`wealthScore`',
  },
  {
    term: { en: 'assets, assets aimed at', 'zh-CN': '资产、目标资产' },
    code: '`assetsCents`, `computeTargetCents`',
  },
  {
    term: { en: 'digital affinity', 'zh-CN': '数字亲和' },
    code: '`affinity`',
  },
  {
    term: { en: 'restlessness', 'zh-CN': '好动' },
    code: '`restless`, `choice.restlessness`',
  },
  {
    term: { en: 'trading intensity', 'zh-CN': '交易强度' },
    code: '`intensity`',
    meaning: { en: 'How often somebody trades relative to others.', 'zh-CN': '相对于他人的交易频繁程度。' },
  },
  {
    term: { en: 'willing to follow advice', 'zh-CN': '愿意采用智能投顾' },
    code: '`willing`',
  },
  {
    term: { en: 'follower of AI advice', 'zh-CN': '采用智能投顾者' },
    code: '`advised`',
    meaning: {
      en: 'An investor who lets the broker’s AI adviser decide part of the trades. It spares novices some losses and experts little.',
      'zh-CN': '让券商的智能投顾代为决定部分交易的投资者。它能减少新手亏损，对老手作用有限。',
    },
    spelt: { en: ['AI advice'], 'zh-CN': ['智能投顾', '投顾'] },
  },
  {
    term: { en: 'satisfaction, expectation', 'zh-CN': '满意度、期望' },
    symbol: 'sat, –',
    code: '`satisfaction`, `expectation`',
    meaning: {
      en: 'What somebody feels about the main broker, from 0 to 1: it falls when service or returns fall short of what was expected.',
      'zh-CN': '对主券商的感受，取值 0 至 1；服务或收益低于期望时下降。',
    },
    spelt: { en: ['satisfaction'], 'zh-CN': ['满意度'] },
  },
  {
    term: { en: 'service received', 'zh-CN': '所获服务' },
    symbol: 'r (§7.7)',
    code: '`judgeBrokers`',
  },
  {
    term: { en: 'community engagement', 'zh-CN': '社区参与' },
    code: '`engagement`',
  },
  {
    term: { en: 'return of the last year', 'zh-CN': '近一年收益' },
    symbol: 'return12',
    code: '`return12` of `investors`',
  },
  {
    term: {
      en: 'outside · traditional · unfunded · active · dormant · left',
      'zh-CN': '场外 · 传统 · 未入金 · 活跃 · 休眠 · 已离开',
    },
    code: '`STATUS`',
    meaning: {
      en: 'A dormant client still has an account and no longer trades. It may wake up, or leave.',
      'zh-CN': '休眠客户仍有账户但不再交易，之后可能唤醒，也可能离开。',
    },
    spelt: { en: ['dormant'], 'zh-CN': ['休眠'] },
  },
  {
    term: { en: 'user', 'zh-CN': '用户' },
    code: '`main` is not `NONE`',
  },
  {
    term: { en: 'home broker', 'zh-CN': '原券商' },
    code: '`home`',
  },
  {
    term: { en: 'main broker, further account', 'zh-CN': '主券商、附属账户' },
    code: '`main`, `second`, `third`',
    meaning: {
      en: 'The main broker is where somebody trades most. A further account does not count as a client of that broker in shares.',
      'zh-CN': '主券商是交易最多的一家；附属账户不计入份额中的客户数。',
    },
  },
  {
    term: { en: 'what friends see', 'zh-CN': '好友所见' },
    code: '`shown`',
  },
  {
    term: { en: 'tenure', 'zh-CN': '在该券商的时长' },
    code: '`mainSince`, `userSince`',
    meaning: { en: 'How long somebody has been with the main broker.', 'zh-CN': '在主券商的时长。' },
  },
  {
    term: { en: 'products beyond stocks', 'zh-CN': '股票以外的产品' },
    code: '`products`',
  },
  {
    term: { en: 'friends, ties', 'zh-CN': '好友、联系' },
    code: '`ties`, `network.friends`',
  },
  {
    term: { en: 'newcomer', 'zh-CN': '新成年人' },
    code: '`createNewcomer`, `generation`',
  },
];
