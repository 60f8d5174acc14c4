import type { Language } from '../../core/text.ts';
import { REASON, REASONS } from '../../model/reasons.ts';
import { formatNumber } from '../format.ts';
import { areAboutEqual, type Flows } from '../why.ts';

/** What one side of the flows says: its total and the counts by reason code. */
interface Side {
  readonly total: number;
  readonly by: readonly number[];
}

/** Fewer than this and no cause is named. */
const FEWEST = 10;
/** Normal quantile of a two-sided 90 % interval. */
const Z90 = 1.645;

/**
 * The leading reasons of a side: one, or two where the 90 % intervals (Wilson 1927) of their shares overlap, or where they are
 * within a tenth of each other.
 * Chance and causes are weighed alike.
 */
export function findLeaders({ total, by }: Side): readonly number[] {
  const order = by.map((_, reason) => reason).sort((a, b) => by[b] - by[a] || a - b);
  const [first, second] = order;
  if (by[first] === 0) return [];
  const low = computeWilson(by[first], total, -1);
  const high = computeWilson(by[second], total, 1);
  const isClose = high >= low || areAboutEqual(by[first], by[second]);
  return by[second] > 0 && isClose ? [first, second] : [first];
}

function computeWilson(count: number, total: number, side: -1 | 1): number {
  const share = count / total;
  const z2 = (Z90 * Z90) / total;
  const spread = Z90 * Math.sqrt((share * (1 - share) + z2 / 4) / total);
  return (share + z2 / 2 + side * spread) / (1 + z2);
}

const FRACTIONS: readonly { readonly from: number; readonly en: string; readonly zh: string }[] = [
  { from: 0.5, en: 'most', zh: '多数' },
  { from: 0.45, en: 'nearly half', zh: '近一半' },
  { from: 0.37, en: 'two fifths', zh: '五分之二' },
  { from: 0.29, en: 'a third', zh: '三分之一' },
  { from: 0.225, en: 'a quarter', zh: '四分之一' },
  { from: 0.17, en: 'a fifth', zh: '五分之一' },
];

/** “Most” only above one half; else the fraction, and below a sixth the per cent. */
export function formatFraction(share: number, language: Language): string {
  const entry = FRACTIONS.find(({ from }) => (from === 0.5 ? share > from : share >= from));
  if (entry) return language === 'en' ? entry.en : entry.zh;
  return `${formatNumber(share * 100, language)}%`;
}

function formatPart(side: Side, reason: number, language: Language): string {
  return `${formatNumber((side.by[reason] / side.total) * 100, language)}%`;
}

/** Chance never stands without its number. */
function nameReason(side: Side, reason: number, language: Language): string {
  const label = REASONS[reason].label[language];
  const name = language === 'en' && label !== 'AI advice' ? label.toLowerCase() : label;
  if (reason !== REASON.chance) return name;
  const part = formatPart(side, reason, language);
  return language === 'en' ? `${name} (${part})` : `${name}（${part}）`;
}

/** Chance put aside, to name what comes after it. */
function withoutChance({ total, by }: Side): Side {
  return { total, by: by.map((count, reason) => (reason === REASON.chance ? 0 : count)) };
}

function describeEnglish(side: Side, isJoined: boolean): string {
  const leaders = findLeaders(side);
  const names = leaders.map((reason) => nameReason(side, reason, 'en'));
  const share = side.by[leaders[0]] / side.total;
  if (leaders[0] === REASON.chance && leaders.length === 1) {
    const next = findLeaders(withoutChance(side)).map((reason) => nameReason(side, reason, 'en'));
    const weight = share > 0.5 ? 'mostly' : 'first of all';
    const act = isJoined ? 'drew them in' : 'moved them out';
    return `${weight} ${names[0]} ${act}${next.length > 0 ? `, then ${next.join(' and ')}` : ''}`;
  }
  if (names.length === 2) return `${names.join(' and ')} ${isJoined ? 'drew in' : 'pushed out'} about equally`;
  const fraction = formatFraction(share, 'en');
  return isJoined ? `${names[0]} drew in ${fraction}` : `${fraction} left mainly for ${names[0]}`;
}

function describeChinese(side: Side, isJoined: boolean): string {
  const who = isJoined ? '加入者' : '离开者';
  const leaders = findLeaders(side);
  const names = leaders.map((reason) => nameReason(side, reason, 'zh-CN'));
  const share = side.by[leaders[0]] / side.total;
  if (leaders[0] === REASON.chance && leaders.length === 1) {
    const next = findLeaders(withoutChance(side)).map((reason) => nameReason(side, reason, 'zh-CN'));
    return `${who}${share > 0.5 ? '多半出于' : '首先是'}${names[0]}${next.length > 0 ? `，其次是${next.join('与')}` : ''}`;
  }
  if (names.length === 2) return `${who}的原因，${names.join('与')}相差无几`;
  return `${who}中${formatFraction(share, 'zh-CN')}主要因${names[0]}`;
}

function isLedByChance(side: Side): boolean {
  const leaders = findLeaders(side);
  return leaders.length === 1 && leaders[0] === REASON.chance;
}

function nameNext(side: Side, language: Language): string {
  const names = findLeaders(withoutChance(side)).map((reason) => nameReason(side, reason, language));
  return names.join(language === 'en' ? ' and ' : '与');
}

/** Chance leads on both sides: said once, with both numbers, before what comes after it. */
function describeChanceEnglish(joined: Side, left: Side): string {
  const parts = [joined, left].map((side) => side.by[REASON.chance] / side.total);
  const weight = Math.min(...parts) > 0.5 ? 'mostly' : 'first of all';
  const figures = [joined, left].map((side) => formatPart(side, REASON.chance, 'en')).join(' in, ');
  const [drew, pushed] = [nameNext(joined, 'en'), nameNext(left, 'en')];
  const next = [drew && `${drew} drew in`, pushed && `${pushed} pushed out`].filter(Boolean).join(', ');
  return `${weight} chance (${figures} out)${next === '' ? '' : `; then ${next}`}`;
}

function describeChanceChinese(joined: Side, left: Side): string {
  const parts = [joined, left].map((side) => side.by[REASON.chance] / side.total);
  const weight = Math.min(...parts) > 0.5 ? '多半出于偶然' : '首先是偶然';
  const [came, went] = [joined, left].map((side) => formatPart(side, REASON.chance, 'zh-CN'));
  const [drew, pushed] = [nameNext(joined, 'zh-CN'), nameNext(left, 'zh-CN')];
  const next = [drew && `加入因${drew}`, pushed && `离开因${pushed}`].filter(Boolean).join('，');
  return `${weight}（加入 ${came}，离开 ${went}）${next === '' ? '' : `；其次，${next}`}`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * The headline of Why: who came, who went, and what drew or pushed them, from the same counts as the bars.
 * `name` is the broker, or `null` for all brokers together.
 */
export function describeFlows(flows: Flows, name: string | null, language: Language): string {
  const { joined, left } = flows;
  const count = (value: number) => formatNumber(value, language);
  const sides: [side: Side, isJoined: boolean][] = [
    [{ total: joined, by: flows.joinedBy }, true],
    [{ total: left, by: flows.leftBy }, false],
  ];
  const told = sides.filter(([side]) => side.total >= FEWEST);
  const isAllChance = told.length === 2 && told.every(([side]) => isLedByChance(side));
  if (language === 'en') {
    const market = name ?? 'the market';
    if (joined === 0 && left === 0) return `In this model nobody has joined or left ${market} in this period.`;
    const opening =
      left === 0
        ? `In this model ${count(joined)} joined. Nobody left ${market} in this period.`
        : `In this model ${joined === 0 ? 'nobody' : count(joined)} joined and ${count(left)} left.`;
    const causes = isAllChance
      ? describeChanceEnglish(told[0][0], told[1][0])
      : told.map(([side, isJoined]) => describeEnglish(side, isJoined)).join('; ');
    return causes === '' ? opening : `${opening} ${capitalise(causes)}.`;
  }
  const market = name ?? '市场';
  if (joined === 0 && left === 0) return `在这个模型里，这段时间无人加入或离开${market}。`;
  const opening =
    left === 0
      ? `在这个模型里，${count(joined)} 人加入，这段时间无人离开${market}。`
      : `在这个模型里，${joined === 0 ? '无人加入' : `${count(joined)} 人加入`}，${count(left)} 人离开。`;
  const causes = isAllChance
    ? describeChanceChinese(told[0][0], told[1][0])
    : told.map(([side, isJoined]) => describeChinese(side, isJoined)).join('；');
  return causes === '' ? opening : `${opening}${causes}。`;
}
