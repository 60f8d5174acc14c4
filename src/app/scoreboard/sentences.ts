import type { Language } from '../../core/text.ts';
import type { ScoreboardRow, Verdict } from '../../experiment/scoreboard.ts';
import { formatNumber } from '../format.ts';
import { formatTargetWithUnit, formatWithUnit } from './score-figures.ts';

/** The headline of the page. */
export function describeTally(tally: Readonly<Record<Verdict, number>>, language: Language): string {
  const { hit, near, miss, unjudged } = tally;
  const all = hit + near + miss + unjudged;
  if (language === 'en') {
    const rest = unjudged === 0 ? '' : `; ${unjudged} could not be judged`;
    return `Of ${all} published figures the model hits ${hit}, comes near ${near} and misses ${miss}${rest}`;
  }
  const rest = unjudged === 0 ? '' : `，${unjudged} 个无法判定`;
  return `${all} 个已发表数字中，模型命中 ${hit} 个，接近 ${near} 个，未中 ${miss} 个${rest}`;
}

/** What the seeds say of one target. */
export function describeTarget({ target, spread, verdict, inside }: ScoreboardRow, language: Language): string {
  if (spread === null) {
    return language === 'en' ? 'No run of this model has the figure.' : '本模型的运行中没有这一数值。';
  }
  const mine = formatWithUnit(target, spread.median, language);
  const published = formatTargetWithUnit(target, language);
  const distance = (spread.median - target.value) / target.tolerance;
  const tolerances = formatNumber(Math.abs(distance), language, 1);
  const isBound = target.bound !== undefined;
  if (language === 'en') {
    const first =
      verdict === 'hit'
        ? `In this model the median is ${mine}; ${published} was published.`
        : `In this model the median is ${mine}, not ${published} as published: ${tolerances} tolerances too ${distance > 0 ? 'high' : 'low'}.`;
    const place = isBound ? 'on the right side of the bound' : 'inside the tolerance';
    return `${first} ${inside} of ${spread.runs} seeds ${inside === 1 ? 'falls' : 'fall'} ${place}.`;
  }
  const first =
    verdict === 'hit'
      ? `本模型的中位数为 ${mine}，公布值为 ${published}。`
      : `本模型的中位数为 ${mine}，而非公布的 ${published}：偏${distance > 0 ? '高' : '低'} ${tolerances} 个容差。`;
  return `${first}${spread.runs} 个种子中有 ${inside} 个${isBound ? '符合界限' : '落入容差'}。`;
}
