import type { Text } from '../core/text.ts';
import type { Programme } from './inputs.ts';

/** What programmes are called. */
export const PROGRAMME_LABELS: Readonly<Record<Programme, Text>> = {
  wakeUp: { en: 'Wake-up campaigns', 'zh-CN': '唤醒活动' },
  personalPrices: { en: 'Personal prices', 'zh-CN': '差别定价' },
  countyPartners: { en: 'County partners', 'zh-CN': '县域合伙人' },
  branches: { en: 'Branches', 'zh-CN': '线下网点' },
  showcase: { en: 'Showcase technology', 'zh-CN': '炫技科技' },
  lifeScene: { en: 'Life scenes', 'zh-CN': '生活场景' },
  advisers: { en: 'Human advisers', 'zh-CN': '人工投顾' },
  automation: { en: 'Marketing automation', 'zh-CN': '营销自动化' },
  care: { en: 'Churn prediction and care', 'zh-CN': '流失预警与关怀' },
  gamification: { en: 'Growth values and games', 'zh-CN': '成长值与游戏化' },
  vendorAdvice: { en: 'Bought-in AI advice', 'zh-CN': '外购智能投顾' },
  tiering: { en: 'Tiered service', 'zh-CN': '分层服务' },
  promotion: { en: 'New-customer promotion', 'zh-CN': '新客促销' },
  referral: { en: 'Referral rewards', 'zh-CN': '推荐奖励' },
};
