import { mechanism } from '../mechanism.ts';

/** What brokers do by themselves, and what makes it work. */
// biome-ignore format: one mechanism a few lines, all alike
export const BROKER_MECHANISMS = [
  mechanism('priceCompetition', ['M1', 'S041', 'S042'], 'switches',
    ['Price competition', '价格竞争'],
    ['Each quarter brokers move their price towards a little below their rivals’.', '券商每季把价格调向略低于对手的水平。'],
    { 'brokers.priceSpeed': 0 }),
  mechanism('emphasis', ['M58', 'S329'], 'switches',
    ['Emphasis of strategies', '策略侧重'],
    ['Brokers with a strategy spend extra on its levers.', '有策略的券商在其手段上追加投入。'],
    { 'brokers.emphasis': 0 }),
  mechanism('imitation', ['M55', 'S077', 'S343'], 'strategies',
    ['Imitation', '模仿'],
    ['Imitators copy the budgets and the stance of the fastest rival each January.', '模仿者每年一月仿效增长最快对手的预算与定价姿态。'],
    { 'brokers.imitation': 0 }),
  mechanism('networkEffect', ['M24', 'S243'], 'switches',
    ['Critical mass of communities', '社区临界规模'],
    ['A community is worth little without people: small brokers’ communities stay weak.', '没有人的社区价值甚微：小券商的社区因而薄弱。'],
    { 'brokers.communityFloor': 1 }),
  mechanism('aiProgress', ['M27', 'S124', 'S025'], 'switches',
    ['Progress of AI', 'AI 进步'],
    ['AI advice gets better each year for the same money.', '同样的投入，智能投顾逐年变好。'],
    { 'brokers.adviceProgress': 0 }),
  mechanism('phases', ['M59', 'S012', 'S014', 'S344'], 'switches',
    ['Two phases', '两个阶段'],
    ['From 2028 on, spending on AI advice and community builds half as much more, for every broker alike.', '自 2028 年起，智能投顾与社区投入的成效提高一半，各券商一视同仁。'],
    { 'brokers.phaseAdvice': 1, 'brokers.phaseCommunity': 1 },
    { 'brokers.phaseAdvice': 1.5, 'brokers.phaseCommunity': 1.5 }),
];
