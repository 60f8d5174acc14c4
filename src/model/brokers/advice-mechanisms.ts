import { mechanism } from '../mechanism.ts';

/** What advice does to those who follow it, and to brokers. */
// biome-ignore format: one mechanism a few lines, all alike
export const ADVICE_MECHANISMS = [
  mechanism('adviceDiversifies', ['M26', 'E47', 'E48', 'S122'], 'advice',
    ['Advice diversifies', '投顾分散风险'],
    ['Followers of AI advice lose less by timing, bear less risk of their own and trade less: much for undiversified novices, nothing for the diversified.', '采用智能投顾者择时损失更少、个股风险更低、交易更少：对未分散的新手作用大，对已分散者无作用。'],
    { 'advice.gap': 0, 'advice.risk': 0, 'advice.calm': 0 }),
  mechanism('humanBoundary', ['M29', 'S224', 'S225'], 'advice',
    ['Human–AI boundary', '人机边界'],
    ['Below a confidence of 70 % a human adviser takes a case over: fewer errors of the AI, at a cost and with a queue.', 'AI 置信度低于 70% 时由人工投顾接手：AI 差错更少，但有成本且需排队。'],
    { 'advice.boundary': 0 }),
  mechanism('adviceErrors', ['M30', 'E49', 'S225'], 'advice',
    ['Errors of AI advice', '智能投顾差错'],
    ['Errors of the AI cost followers money and satisfaction, and many give advice up.', 'AI 差错使采用者损失资金与满意度，许多人因此放弃。'],
    { 'advice.errors': 0 }),
  mechanism('vendorAdvice', ['M64', 'M27', 'S315'], 'vendor-advice',
    ['Bought-in AI advice', '外购智能投顾'],
    ['A broker may buy AI advice of .6 of the best level at a price for each follower: good advice without the fixed cost, at twenty times the running cost.', '券商可按采用者付费外购相当于最优水平六成的智能投顾：无固定成本，但运行成本为自建的二十倍。'],
    { 'advice.vendorLevel': 0 }),
];
