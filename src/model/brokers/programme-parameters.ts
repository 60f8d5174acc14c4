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
  parameter('programmes.countyPartners', 'contacts', [20, 0, 200], 'S289',
    ['County partners', '县域合伙人'], ['Contacts, in units of half-saturating attention, that partners at full effort make a year with somebody in tier 3–4 whose friends are all clients. Set so that a broker with them gains a tenth to a half of the claimed growth of 48 % a year. 0 switches it off.', '全力投入时，合伙人每年对好友全为其客户的三四线居民的触达（以注意力半饱和为单位）。使券商由此的增长为所称年增 48% 的一成至五成。取 0 即关闭。']),
  parameter('programmes.countyRewardCny', 'CNY', [60, 0, 2000], 'assumption',
    ['Partner’s commission', '合伙人佣金'], ['Paid to the partner for each client who funds an account: between the newcomer’s and the referral reward.', '每个入金客户支付给合伙人的佣金：介于新客奖励与推荐奖励之间。']),
  parameter('programmes.countyCost', 'share of revenue', [0.005, 0, 0.2], 'assumption',
    ['Cost of county points', '县域网点成本'], ['Yearly cost at full effort of service points in shops, beside the commission: a thousand points at some thousand yuan on a small broker.', '全力投入时佣金之外的服务点年成本：小型券商约千个网点、每点数千元。']),
  parameter('programmes.lifeSceneCost', 'share of revenue', [0.01, 0, 0.2], 'assumption',
    ['Spending on life scenes', '生活场景投入'], ['Paid a year at full effort to platforms that show the broker where people shop, pay fees or charge cars; a yuan buys as many contacts as in advertising. 0 switches it off.', '全力投入时每年付给购物、缴费、充电等场景平台的费用；每元触达与广告相同。取 0 即关闭。']),
  parameter('programmes.lifeSceneConversion', 'log odds', [0.1, 0, 3], 'S176',
    ['Conversion in life scenes', '场景转化'], ['Rise of the log odds that somebody met in a scene opens an account: the claimed 35 % against 28 % is 0.33, of which a tenth to a half.', '场景中触达者开户对数几率的升幅：所称 35% 对 28% 即 0.33，取其一成至五成。']),
  parameter('programmes.lifeSceneSeason', 'factor', [1, 0, 10], 'S179',
    ['Season of life scenes', '场景季节性'], ['By how much contacts in January, February and September exceed those of other months; the claim of five times the speed is 4, of which a tenth to a half.', '一、二、九月触达超出其他月份的倍数；所称五倍速度即 4，取其一成至五成。']),
  parameter('programmes.advisersCost', 'share of revenue', [0.01, 0, 0.2], 'assumption',
    ['Human advisers', '人工投顾'], ['Yearly pay of human advisers at full effort: as many hours as it buys take over cases from the AI. Enough for a broker where one client in six follows advice.', '全力投入时人工投顾的年薪酬：所购工时用于接手 AI 转交的咨询。足以覆盖六分之一客户采用投顾的券商。']),
];
