import { parameter } from '../parameter-groups.ts';

/** What brokers may run beside their levers: what each programme does at full effort and quality, and what it costs. */
// biome-ignore format: one parameter a few lines, all alike
export const PROGRAMME_PARAMETERS = [
  parameter('programmes.wakeUp', 'log', [0.2, 0, 2], 'S131',
    ['Wake-up campaigns', '唤醒活动'], ['Rise of the log hazard with which dormant clients come back, at full effort: between a tenth and a half of the claimed 58 %, which has no control group. 0 switches it off.', '全力投入时休眠客户回归对数风险率的升幅：取所称 58%（无对照组）的一成至五成之间。取 0 即关闭。']),
  parameter('programmes.wakeUpCost', 'share of revenue', [0.003, 0, 0.2], 'assumption',
    ['Cost of wake-up campaigns', '唤醒活动成本'], ['Yearly cost at full effort: messages and vouchers for the half of clients that sleeps, a few yuan each.', '全力投入的年成本：向半数休眠客户发送消息与礼券，人均数元。']),
  parameter('programmes.personalDiscount', 'share', [0.5, 0, 1], 'M42',
    ['Discount for new clients', '新客折扣'], ['Part of the commission that clients new to a broker are spared for a year, at full effort, where no rule forbids different prices for the same service. What is forbidden is described by no figure: half is an assumption. 0 switches it off.', '全力投入且无规则禁止时，新客户首年少付的佣金比例。被禁行为并无数据，取一半为假设。取 0 即关闭。']),
  parameter('programmes.personalPricesCost', 'share of revenue', [0.002, 0, 0.2], 'assumption',
    ['Cost of personal prices', '差别定价成本'], ['Yearly cost of telling clients apart at full effort, beside the commission forgone: data and tools of one team.', '全力投入时区分客户的年成本（不含少收的佣金）：一个团队的数据与工具。']),
];
