import type { MetricDeclaration } from '../core/schema.ts';
import { metric } from './metric.ts';

/** How advice is given and followed, in the market and at each broker. Cases are those that awake followers bring in the month. */
// biome-ignore format: one metric a line, all alike
export const ADVICE_METRICS = [
  metric('adviceShare', 'share', 'last', 'Users advised', '投顾采用率', 'Share of users who follow AI advice.', '采用智能投顾的用户比例。'),
  metric('adviceCases', 'count', 'sum', 'Advice cases', '投顾咨询量', 'Cases that followers brought to AI advice in the month.', '当月采用者提出的投顾咨询。'),
  metric('adviceByHumans', 'share', 'mean', 'Handed to humans', '转人工比例', 'Share of the cases of the month in which the AI was not sure enough, so that a human adviser was to take over.', '当月因 AI 置信度不足而转由人工投顾处理的咨询比例。'),
  metric('adviceAnswered', 'share', 'mean', 'Cases answered', '咨询答复率', 'Share of the cases of the month, and of those waiting before it, that were answered in it.', '当月新增与此前等待的咨询中当月得到答复的比例。'),
  metric('adviceWait', 'months', 'last', 'Wait for a human adviser', '人工投顾等待', 'Cases waiting at month end over cases handed to human advisers in the month.', '月末等待中的咨询与当月转人工的咨询之比。'),
  metric('adviceErrorRate', 'per case', 'mean', 'Errors of AI advice', '智能投顾差错率', 'Followers hit by an error in the month over the cases that the AI kept.', '当月遭遇差错的采用者与 AI 自行处理的咨询之比。'),
] as const satisfies readonly MetricDeclaration[];
