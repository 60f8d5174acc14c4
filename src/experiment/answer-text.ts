import type { Language, Text } from '../core/text.ts';
import { formatAmount, formatBound, formatChange } from './amounts.ts';
import type { Answer } from './answers.ts';
import type { ExperimentFile, OutcomeEntry } from './experiment-file.ts';
import { findMetric } from './measure.ts';
import { averageSeeds, comparePaired, type PairedDifference } from './paired.ts';

/** What an arm does to an outcome, against the baseline. */
interface ArmEffect {
  readonly title: Text;
  readonly mean: number | null;
  readonly difference: PairedDifference;
}

/** Effects of all arms but the baseline on one outcome. */
function listEffects({ arms }: ExperimentFile, { values }: Answer, outcome: number): ArmEffect[] {
  const [baseline, ...others] = values[outcome];
  return others.map((figures, k) => ({
    title: arms[k + 1].title,
    mean: averageSeeds(figures),
    difference: comparePaired(baseline, figures),
  }));
}

/** Unit of an outcome: a quotient of segment figures is a share unless its sum has another unit to give. */
export function readUnit(outcome: OutcomeEntry): string {
  const { unit } = findMetric(outcome);
  if (outcome.per === undefined) return unit;
  return unit === 'people' || unit.startsWith('return') ? 'share' : unit;
}

/**
 * What the runs say, in one paragraph made of the figures: the first outcome decides the first sentence, and nothing is called a
 * difference whose interval holds 0.
 * @param names of brokers, by id
 */
export function composeAnswer(
  experiment: ExperimentFile,
  answer: Answer,
  names: ReadonlyMap<string, Text>,
  language: Language,
): string {
  const sentences = experiment.outcomes.map((_, k) => describeOutcome(experiment, answer, k, names, language));
  const basis =
    language === 'en'
      ? `Differences from “${experiment.arms[0].title.en}” with 95 % intervals over ${answer.seeds} seeds of ${formatCount(answer.agents, language)} agents.`
      : `均为与“${experiment.arms[0].title['zh-CN']}”之差，括号内为 95% 区间；${answer.seeds} 个种子，每次 ${formatCount(answer.agents, language)} 个智能体。`;
  return [describeFirst(experiment, answer, names, language), ...sentences, basis].join(language === 'en' ? ' ' : '');
}

function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(language).format(count);
}

/** `Share of users of Willow`. */
export function nameOutcome(outcome: OutcomeEntry, names: ReadonlyMap<string, Text>, language: Language): string {
  const label = (outcome.label ?? findMetric(outcome).label)[language];
  const owner = outcome.broker === undefined ? null : (names.get(outcome.broker)?.[language] ?? outcome.broker);
  if (owner === null || outcome.label !== undefined) return label;
  return language === 'en' ? `${label} of ${owner}` : `${owner}的${label}`;
}

/** The first outcome in words: who ends highest, or that nobody does. */
function describeFirst(
  { arms, outcomes }: ExperimentFile,
  { values }: Answer,
  names: ReadonlyMap<string, Text>,
  language: Language,
): string {
  const figure = nameOutcome(outcomes[0], names, language);
  const baseline = values[0][0];
  const clear = values[0].slice(1).some((own) => comparePaired(baseline, own).isClear);
  if (!clear) {
    return language === 'en'
      ? `In this model none of them makes a clear difference to this: ${lowerFirst(figure)}.`
      : `在本模型中，各组对“${figure}”均无明显差别。`;
  }
  const ranked = arms
    .map(({ title }, k) => ({ title: title[language], own: values[0][k], mean: averageSeeds(values[0][k]) ?? 0 }))
    .sort((a, b) => b.mean - a.mean);
  const [top, bottom] = [listEquals(ranked, 0), listEquals(ranked, ranked.length - 1)];
  // Where arms in between are no different from either end, only the ends are known to differ.
  const isMixed = top.some((own) => bottom.includes(own));
  const [highest, lowest] = isMixed ? [[ranked[0]], [ranked[ranked.length - 1]]] : [top, bottom];
  const quote = (list: readonly Ranked[]) =>
    joinTitles(
      list.map(({ title }) => title),
      language,
    );
  if (language === 'en') {
    return `In this model, by ${lowerFirst(figure)}: highest with ${quote(highest)}, lowest with ${quote(lowest)}.`;
  }
  return `在本模型中，按${figure}：${quote(highest)}最高，${quote(lowest)}最低。`;
}

interface Ranked {
  readonly title: string;
  readonly own: readonly (number | null)[];
}

/** Arms that are not clearly different from the one at a place, that one included. */
function listEquals<Arm extends Ranked>(ranked: readonly Arm[], place: number): Arm[] {
  return ranked.filter(({ own }, k) => k === place || !comparePaired(ranked[place].own, own).isClear);
}

function joinTitles(titles: readonly string[], language: Language): string {
  const quoted = titles.map((title) => `“${title}”`);
  if (language === 'zh-CN') return titles.length > 1 ? `${quoted.join('、')}（不相上下）` : quoted[0];
  if (quoted.length < 2) return quoted[0];
  return `${quoted.slice(0, -1).join(', ')} and ${quoted[quoted.length - 1]}, about equally`;
}

/** Every arm on one outcome: differences that are clear with their interval, then those that are not by name. */
function describeOutcome(
  experiment: ExperimentFile,
  answer: Answer,
  position: number,
  names: ReadonlyMap<string, Text>,
  language: Language,
): string {
  const outcome = experiment.outcomes[position];
  const unit = readUnit(outcome);
  const effects = listEffects(experiment, answer, position);
  const clear = effects.filter(({ difference }) => difference.isClear);
  const unclear = effects.filter(({ difference }) => !difference.isClear);
  const baseline = formatAmount(averageSeeds(answer.values[position][0]), unit, language);
  const parts = clear.map((effect) => describeEffect(effect, unit, language));
  if (clear.length === 0) parts.push(language === 'en' ? 'no clear difference with any' : '各组均无明显差别');
  else if (unclear.length > 0) {
    const titles = unclear.map(({ title }) => title[language]).join(language === 'en' ? ', ' : '、');
    parts.push(language === 'en' ? `no clear difference with ${titles}` : `${titles}无明显差别`);
  }
  const name = nameOutcome(outcome, names, language);
  return language === 'en'
    ? `${name}: ${baseline}; ${parts.join('; ')}.`
    : `${name}：${baseline}；${parts.join('；')}。`;
}

function describeEffect({ title, difference }: ArmEffect, unit: string, language: Language): string {
  const { mean, low, high, agreeing, seeds } = difference;
  const change = formatChange(mean, unit, language);
  const [from, to] = [low, high].map((value) => formatBound(value, unit, language));
  return language === 'en'
    ? `${title.en} ${change} (${from} to ${to}; ${agreeing} of ${seeds} seeds)`
    : `${title['zh-CN']} ${change}（${from} 至 ${to}；${seeds} 个种子中 ${agreeing} 个同向）`;
}

/** A label goes on in a sentence, an abbreviation such as HHI stays as it is. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}
