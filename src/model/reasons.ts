import { settleLayout } from '../core/layout.ts';
import type { Text } from '../core/text.ts';

/**
 * The components of the utility of a broker, in the order in which every record lists them.
 * The contributions of all components to a choice add up to the utility gap between the broker taken and the broker
 * left (for a newcomer: the runner-up). `inertia` is the cost of moving (never positive for the broker moved to),
 * `chance` the difference of the two random terms.
 * Who falls asleep, wakes or leaves compares no brokers. There contributions add up to the log of the hazard over that of
 * somebody neutral: awake, of middling temper and satisfaction, without gain, loss, engagement or friends at the broker, in
 * a flat market; for waking, at a broker without service. `chance` is then the log of the person’s own restlessness.
 */
export const REASONS = [
  { key: 'price', label: { en: 'Price', 'zh-CN': '价格' } },
  { key: 'content', label: { en: 'Content', 'zh-CN': '内容' } },
  { key: 'community', label: { en: 'Community', 'zh-CN': '社区' } },
  { key: 'advice', label: { en: 'AI advice', 'zh-CN': '智能投顾' } },
  { key: 'service', label: { en: 'Service', 'zh-CN': '服务' } },
  { key: 'trust', label: { en: 'Trust', 'zh-CN': '信任' } },
  { key: 'niche', label: { en: 'Niche fit', 'zh-CN': '专长契合' } },
  { key: 'prominence', label: { en: 'Prominence', 'zh-CN': '曝光' } },
  { key: 'inertia', label: { en: 'Habit', 'zh-CN': '习惯' } },
  { key: 'chance', label: { en: 'Chance', 'zh-CN': '偶然' } },
  { key: 'losses', label: { en: 'Losses', 'zh-CN': '亏损' } },
  { key: 'dissatisfaction', label: { en: 'Dissatisfaction', 'zh-CN': '不满意' } },
  { key: 'market', label: { en: 'Market', 'zh-CN': '行情' } },
  { key: 'dormancy', label: { en: 'Dormancy', 'zh-CN': '休眠' } },
  { key: 'engagement', label: { en: 'Engagement', 'zh-CN': '社区投入' } },
  { key: 'friends', label: { en: 'Friends', 'zh-CN': '好友' } },
  { key: 'closure', label: { en: 'Broker closed', 'zh-CN': '券商退出' } },
  { key: 'lifecycle', label: { en: 'Life course', 'zh-CN': '生命周期' } },
] as const satisfies readonly { key: string; label: Text }[];

export type Reason = (typeof REASONS)[number]['key'];

/** Code of each reason in events and flows: its position in `REASONS`. */
export const REASON: Readonly<Record<Reason, number>> = settleLayout(
  Object.fromEntries(REASONS.map((reason, code) => [reason.key, code])) as Record<Reason, number>,
);

/** The first ten reasons are components of utility: these have a contribution in every recorded choice. */
export const CHOICE_REASON_COUNT = 10;

/** These and the next six have a contribution in every recorded move; the last two are reasons that nothing is weighed against. */
export const CONTRIBUTION_COUNT = 16;

/** What happened in an event, by code: the position in this list. */
export const MOVES = [
  { key: 'join', label: { en: 'joined', 'zh-CN': '加入' } },
  { key: 'switch', label: { en: 'switched', 'zh-CN': '转换' } },
  { key: 'addSecond', label: { en: 'opened another account', 'zh-CN': '增开账户' } },
  { key: 'dormant', label: { en: 'went dormant', 'zh-CN': '休眠' } },
  { key: 'wake', label: { en: 'came back', 'zh-CN': '唤醒' } },
  { key: 'leave', label: { en: 'left', 'zh-CN': '离开' } },
] as const satisfies readonly { key: string; label: Text }[];

export type Move = (typeof MOVES)[number]['key'];

export const MOVE: Readonly<Record<Move, number>> = Object.fromEntries(
  MOVES.map((move, code) => [move.key, code]),
) as Record<Move, number>;

/** What a broker decided, by code: the position in this list. */
export const DECISIONS = [
  { key: 'focus', label: { en: 'put its money on', 'zh-CN': '资金投向' } },
  { key: 'imitate', label: { en: 'copied', 'zh-CN': '模仿' } },
  { key: 'split', label: { en: 'put most of its money on', 'zh-CN': '资金主要投向' } },
  { key: 'follow', label: { en: 'answered the price of', 'zh-CN': '应对降价' } },
  { key: 'pilot', label: { en: 'tried with few clients:', 'zh-CN': '小范围试点' } },
  { key: 'rollOut', label: { en: 'rolled out', 'zh-CN': '全面推广' } },
  { key: 'stop', label: { en: 'stopped', 'zh-CN': '终止' } },
] as const satisfies readonly { key: string; label: Text }[];

export type BrokerDecision = (typeof DECISIONS)[number]['key'];

export const DECISION: Readonly<Record<BrokerDecision, number>> = Object.fromEntries(
  DECISIONS.map((decision, code) => [decision.key, code]),
) as Record<BrokerDecision, number>;

/** Why it decided so, by code: the position in this list. */
export const DECISION_REASONS = [
  { key: 'untried', label: { en: 'no result yet', 'zh-CN': '尚无结果' } },
  { key: 'trial', label: { en: 'tried for the sake of learning', 'zh-CN': '为学习而试' } },
  { key: 'best', label: { en: 'best so far', 'zh-CN': '迄今最优' } },
  { key: 'lot', label: { en: 'drawn by lot', 'zh-CN': '随机抽取' } },
  { key: 'fastest', label: { en: 'gained most users in the last year', 'zh-CN': '过去一年用户增长最多' } },
  { key: 'undercut', label: { en: 'undercut by that broker', 'zh-CN': '被该券商压价' } },
  { key: 'unknown', label: { en: 'return not known', 'zh-CN': '回报未知' } },
  { key: 'fashion', label: { en: 'others talk of it', 'zh-CN': '跟风' } },
  { key: 'pays', label: { en: 'return above cost', 'zh-CN': '回报高于成本' } },
  { key: 'loses', label: { en: 'return below cost', 'zh-CN': '回报低于成本' } },
] as const satisfies readonly { key: string; label: Text }[];

export type DecisionReason = (typeof DECISION_REASONS)[number]['key'];

export const DECISION_REASON: Readonly<Record<DecisionReason, number>> = Object.fromEntries(
  DECISION_REASONS.map((reason, code) => [reason.key, code]),
) as Record<DecisionReason, number>;
