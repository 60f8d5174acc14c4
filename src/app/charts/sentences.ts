import type { Language, Text } from '../../core/text.ts';
import { formatMoney, formatNumber, formatShare, formatSigned } from '../format.ts';
import { BAND_PEOPLE } from './chart-texts.ts';
import { COST_KINDS, type MoneySeries, REVENUE_KINDS, readKindLabel, sumTrailing } from './money-series.ts';
import { countWindow, type OutcomeDimension, type OutcomeSeries } from './outcome-series.ts';
import type { ShareSeries } from './share-series.ts';

/** Differences that a single decimal cannot show are none. */
const VISIBLE_SHARE = 0.0005;

/** "The top ten hold 81.5%, up 3.5 points since the start." */
export function writeConcentrationSentence(
  shown: ShareSeries,
  baseline: ShareSeries | null,
  month: number,
  name: string,
  language: Language,
): string {
  const top = formatShare(shown.cr10[month], language);
  if (baseline && month < baseline.months) {
    const own = formatShare(shown.bands[0].shares[month], language);
    const before = formatShare(baseline.bands[0].shares[month], language);
    return language === 'en'
      ? `The top ten hold ${top}; ${name} has ${own}, in A ${before}.`
      : `前十合计 ${top}；${name}占 ${own}，A 为 ${before}。`;
  }
  const change = shown.cr10[month] - shown.cr10[0];
  if (month === 0) return language === 'en' ? `At the start the top ten hold ${top}.` : `期初前十合计 ${top}。`;
  if (Math.abs(change) < VISIBLE_SHARE) {
    return language === 'en' ? `The top ten hold ${top}, as at the start.` : `前十合计 ${top}，与期初持平。`;
  }
  const points = formatNumber(Math.abs(change) * 100, language, 1);
  return language === 'en'
    ? `The top ten hold ${top}, ${change > 0 ? 'up' : 'down'} ${points} points since the start.`
    : `前十合计 ${top}，较期初${change > 0 ? '上升' : '下降'} ${points} 个百分点。`;
}

/** Whom the retention chart is about: the chosen broker, or all brokers because the chosen one has too few newcomers. */
export interface RetentionSubject {
  readonly name: string;
  readonly tooFew: boolean;
}

const YEAR = 12;

/** Shares still there after twelve months (the metric `retention12`), and the months that the oldest cohort has behind it. */
export interface RetentionFigures {
  readonly own: number;
  /** The same in A; NaN without A. */
  readonly before: number;
  readonly survival: readonly number[];
}

/** "After 12 months Willow keeps 68% of newcomers; in A, 62%." */
export function writeRetentionSentence(
  { own, before, survival }: RetentionFigures,
  { name, tooFew }: RetentionSubject,
  language: Language,
): string {
  if (!Number.isFinite(own)) return writeEarlyRetention(survival, { name, tooFew }, language);
  const share = formatShare(own, language, 0);
  const other = Number.isFinite(before) ? formatShare(before, language, 0) : null;
  if (language === 'en') {
    const who = tooFew ? 'all brokers together keep' : `${name} keeps`;
    const against = other ? `; in A, ${other}` : '';
    return `After 12 months ${who} ${share} of newcomers${against}.${tooFew ? ` ${name} alone has too few.` : ''}`;
  }
  const who = tooFew ? '全部券商合计' : name;
  const against = other ? `；A 为 ${other}` : '';
  return `12 个月后，${who}留住 ${share} 的新客户${against}。${tooFew ? `（${name}新客户过少）` : ''}`;
}

function writeEarlyRetention(shown: readonly number[], { name, tooFew }: RetentionSubject, language: Language): string {
  const age = shown.length - 1;
  if (age === 0) {
    return language === 'en'
      ? 'The first newcomers are counted after a quarter.'
      : '满一个季度后才有第一批新客户可统计。';
  }
  const share = formatShare(shown[age], language, 0);
  if (language === 'en') {
    const who = tooFew ? 'all brokers together keep' : `${name} keeps`;
    return `After ${age} ${age === 1 ? 'month' : 'months'} ${who} ${share} of newcomers; no cohort is older yet.`;
  }
  return `${age} 个月后，${tooFew ? '全部券商合计' : name}留住 ${share} 的新客户；尚无更久的批次。`;
}

/** "Willow made ¥14.0 M in the last 12 months; in A, ¥9.1 M." */
export function writeMoneySentence(
  shown: MoneySeries,
  baseline: MoneySeries | null,
  month: number,
  name: string,
  language: Language,
): string {
  const own = sumTrailing(shown.profit, month);
  if (own.months === 0) return language === 'en' ? 'The books open with the first month.' : '账目自第一个月开始。';
  const span = writeSpan(own.months, language);
  const against = baseline && month < baseline.months ? sumTrailing(baseline.profit, month).sum : null;
  if (language === 'en') {
    const verb = (cents: number) => (cents < 0 ? 'lost' : 'made');
    const size = (cents: number) => formatMoney(Math.abs(cents), language);
    const tail =
      against === null
        ? ''
        : sameSign(against, own.sum)
          ? `; in A, ${size(against)}`
          : `; in A it ${verb(against)} ${size(against)}`;
    return `${name} ${verb(own.sum)} ${size(own.sum)} ${span}${tail}.`;
  }
  const verb = (cents: number) => `${cents < 0 ? '亏损' : '盈利'} ${formatMoney(Math.abs(cents), language)}`;
  return `${span}${name}${verb(own.sum)}${against === null ? '' : `；A 为${verb(against)}`}。`;
}

/** "Commission brings 62% of revenue; fixed is the largest cost, 48%." */
export function writeMoneyKindsSentence(shown: MoneySeries, month: number, language: Language): string {
  const revenue = findLargest(REVENUE_KINDS.map(readKindLabel), shown.revenueKinds, month);
  const cost = findLargest(COST_KINDS.map(readKindLabel), shown.costKinds, month);
  if (!revenue || !cost) return writeMoneySentence(shown, null, 0, '', language);
  const shares = [revenue, cost].map(({ share }) => formatShare(share, language, 0));
  return language === 'en'
    ? `${revenue.label.en} brings ${shares[0]} of revenue; the largest cost is ${cost.label.en.toLowerCase()}, ${shares[1]}.`
    : `${revenue.label['zh-CN']}占收入 ${shares[0]}；最大的成本是${cost.label['zh-CN']}，占 ${shares[1]}。`;
}

function findLargest(labels: readonly Text[], kinds: readonly Float64Array[], month: number) {
  const sums = kinds.map((kind) => sumTrailing(kind, month).sum);
  const total = sums.reduce((sum, kind) => sum + kind, 0);
  const largest = sums.indexOf(Math.max(...sums));
  return total > 0 ? { label: labels[largest], share: sums[largest] / total } : null;
}

/** "After costs novices made −1.2%, experts +3.9% in the last 12 months." */
export function writeOutcomeSentence(
  shown: OutcomeSeries,
  baseline: OutcomeSeries | null,
  month: number,
  dimension: OutcomeDimension,
  language: Language,
): string {
  const own = shown.outcomes[month]?.map((outcome) => outcome.netReturn) ?? [];
  const lowest = findExtreme(own, -1);
  const highest = findExtreme(own, 1);
  if (lowest < 0) return language === 'en' ? 'Outcomes start with the first month.' : '投资者结果自第一个月开始统计。';
  const people = BAND_PEOPLE[dimension].map((text) => text[language]);
  const before = baseline?.outcomes[month]?.map((outcome) => outcome.netReturn);
  if (before) return writeOutcomeDifference(own, before, people, language);
  const percent = (band: number) => `${formatSigned(own[band] * 100, language, 1)}%`;
  const span = writeSpan(countWindow(month), language);
  return language === 'en'
    ? `After costs ${people[lowest]} made ${percent(lowest)}, ${people[highest]} ${percent(highest)} ${span}.`
    : `${span}扣除成本后，${people[lowest]} ${percent(lowest)}，${people[highest]} ${percent(highest)}。`;
}

function writeOutcomeDifference(
  own: readonly number[],
  before: readonly number[],
  people: readonly string[],
  language: Language,
): string {
  const differences = own.map((value, band) => value - before[band]);
  const largest = findExtreme(differences.map(Math.abs), 1);
  const difference = largest < 0 ? 0 : differences[largest];
  if (Math.abs(difference) < VISIBLE_SHARE) {
    return language === 'en'
      ? 'Net returns differ from A by less than a tenth of a point.'
      : '净收益率与 A 相差不到 0.1 个百分点。';
  }
  const points = formatSigned(difference * 100, language, 1);
  if (language === 'en') {
    return `In this model B changes net returns most for ${people[largest]}: ${points} points.`;
  }
  return `在这个模型里，B 对${people[largest]}的净收益影响最大：${points} 个百分点。`;
}

/** Position of the largest (`sign` 1) or smallest (−1) figure; −1 when none is a number. */
function findExtreme(values: readonly number[], sign: 1 | -1): number {
  let best = -1;
  values.forEach((value, position) => {
    if (Number.isFinite(value) && (best < 0 || sign * value > sign * values[best])) best = position;
  });
  return best;
}

function sameSign(a: number, b: number): boolean {
  return a < 0 === b < 0;
}

function writeSpan(months: number, language: Language): string {
  if (months >= YEAR) return language === 'en' ? 'in the last 12 months' : '近 12 个月';
  if (months === 1) return language === 'en' ? 'in the first month' : '首月';
  return language === 'en' ? `in the first ${months} months` : `前 ${months} 个月`;
}

/** While a run goes on: "Computing month 18 of 72." */
export function writeProgress(month: number, months: number, language: Language): string {
  return language === 'en' ? `Computing month ${month} of ${months}.` : `正在计算第 ${month} / ${months} 个月。`;
}
