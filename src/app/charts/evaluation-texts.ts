import type { Language, Text } from '../../core/text.ts';
import { type CompositeIndex, findRiskState } from '../../model/evaluation.ts';
import { formatNumber } from '../format.ts';
import type { EvaluationSeries, EvaluationView } from './evaluation-series.ts';

/** Words of the evaluation chart. */
export const EVALUATION_TEXTS = {
  title: { en: 'Evaluation:', 'zh-CN': '评价：' },
  views: { en: 'Evaluation of', 'zh-CN': '评价对象' },
  toEvaluation: { en: 'Three sides and early warnings', 'zh-CN': '三方评价与预警' },
  toOutcomes: { en: 'Investor outcomes', 'zh-CN': '投资者结果' },
  caption: { en: 'Evaluation, 0–100', 'zh-CN': '评价（0–100）' },
} as const satisfies Readonly<Record<string, Text>>;

export const VIEW_TEXTS: Readonly<Record<EvaluationView, Text>> = {
  market: { en: 'market', 'zh-CN': '市场' },
  broker: { en: 'own broker', 'zh-CN': '所选券商' },
  warnings: { en: 'warnings', 'zh-CN': '预警' },
};

/** Names at the ends of lines. */
export const SHORT_TEXTS: Readonly<Record<CompositeIndex['key'], Text>> = {
  userValue: { en: 'Users', 'zh-CN': '用户' },
  brokerBenefit: { en: 'Brokers', 'zh-CN': '券商' },
  socialContribution: { en: 'Society', 'zh-CN': '社会' },
  marketRisk: { en: 'Market', 'zh-CN': '市场' },
  technologyRisk: { en: 'Technology', 'zh-CN': '技术' },
  complianceRisk: { en: 'Compliance', 'zh-CN': '合规' },
};

/** “Of 100 points users get 46, brokers 63, society 52; 50 is par.” or “Market risk is calm (37), …” */
export function writeEvaluationSentence(
  shown: EvaluationSeries,
  baseline: EvaluationSeries | null,
  month: number,
  show: EvaluationView,
  name: string,
  language: Language,
): string {
  const read = (series: EvaluationSeries) =>
    series.indexes.map(({ key, values }) => ({ name: SHORT_TEXTS[key][language], value: values[month] }));
  const own = read(shown);
  if (!own.some(({ value }) => Number.isFinite(value))) {
    return language === 'en' ? 'The evaluation starts with the first month.' : '评价自第一个月开始。';
  }
  const points = (value: number) => formatNumber(value, language);
  const before = baseline && month < baseline.months ? read(baseline).map(({ value }) => points(value)) : null;
  const isEnglish = language === 'en';
  const tail = before ? (isEnglish ? `; in A ${before.join(', ')}` : `；A 为 ${before.join('、')}`) : '';
  if (show === 'warnings') {
    const parts = own.map(({ name: risk, value }) => {
      const state = findRiskState(value).label[language];
      return isEnglish ? `${risk.toLowerCase()} ${state} (${points(value)})` : `${risk}${state}（${points(value)}）`;
    });
    return isEnglish ? `Risks: ${parts.join(', ')}${tail}.` : `风险：${parts.join('，')}${tail}。`;
  }
  const figures = own.map(({ name: side, value }) =>
    isEnglish ? `${side.toLowerCase()} ${points(value)}` : `${side} ${points(value)}`,
  );
  if (isEnglish) {
    const who = show === 'broker' ? `${name}: ` : '';
    return `${who}${capitalise(figures.join(', '), who === '')} of 100, 50 is par${tail}.`;
  }
  return `${show === 'broker' ? `${name}：` : ''}${figures.join('、')}（满分 100，50 为参照）${tail}。`;
}

function capitalise(text: string, isFirst: boolean): string {
  return isFirst ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
