import type { Language, Text } from '../core/text.ts';
import { countVerdicts, type ScoreboardRow, type Spread, type Verdict } from '../experiment/scoreboard.ts';
import { TARGET_DECIMALS, TARGET_UNITS, TARGET_USES, type Target } from '../experiment/target.ts';

const USES = {
  calibrate: { en: 'Calibrate (fitted: a hit is no proof)', 'zh-CN': '校准（参与拟合，相符不构成证明）' },
  validate: { en: 'Validate (compared only, never fitted)', 'zh-CN': '验证（仅作对照，从不拟合）' },
  forecast: { en: 'Forecast (a claim about 2030, not the truth)', 'zh-CN': '预测（对 2030 年的说法，并非事实）' },
} as const satisfies Record<Target['use'], Text>;

const MARKS: Readonly<Record<Verdict, string>> = { hit: '✓', near: '◐', miss: '✕', unjudged: '–' };

/** The scoreboard for people: a line a target, a second with the likely reason where it is no hit. */
export function formatScoreboard(rows: readonly ScoreboardRow[], language: Language): string {
  const blocks = TARGET_USES.map((use) => {
    const own = rows.filter(({ target }) => target.use === use);
    return [`${USES[use][language]}: ${formatCounts(own, language)}`, ...own.map((row) => formatRow(row, language))];
  });
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function formatCounts(rows: readonly ScoreboardRow[], language: Language): string {
  const { hit, near, miss, unjudged } = countVerdicts(rows);
  return language === 'en'
    ? `${hit} of ${rows.length} hit, ${near} near, ${miss} missed${unjudged > 0 ? `, ${unjudged} not judged` : ''}`
    : `${rows.length} 项中 ${hit} 项相符，${near} 项接近，${miss} 项不符${unjudged > 0 ? `，${unjudged} 项未判` : ''}`;
}

function formatRow(row: ScoreboardRow, language: Language): string {
  const { target, spread, verdict, cause, cloud, structures, seedsNeeded } = row;
  const unit = TARGET_UNITS[target.unit][language];
  const parts = [`  ${MARKS[verdict]} ${target.id}  ${formatAim(target)} ${unit}`];
  if (spread !== null) parts.push(formatSpread(target, spread));
  if (cloud !== null) parts.push(`${language === 'en' ? 'cloud' : '后验'} ${formatSpread(target, cloud)}`);
  for (const { id, spread: own } of structures) if (own !== null) parts.push(`${id} ${formatSpread(target, own)}`);
  if (seedsNeeded !== null) {
    parts.push(language === 'en' ? `${seedsNeeded} seeds suffice` : `${seedsNeeded} 个种子即够`);
  }
  const line = parts.join(' · ');
  if (verdict === 'unjudged') {
    const asks = language === 'en' ? `needs ${target.agents} agents` : `需 ${target.agents} 个智能体`;
    return `${line} · ${asks}`;
  }
  return cause === null ? line : `${line}\n      ${cause[language]}`;
}

function formatAim(target: Target): string {
  const { value, tolerance, bound } = target;
  if (bound === 'above') return `> ${value}`;
  return bound === 'below' ? `< ${value}` : `${value} ± ${tolerance}`;
}

function formatSpread({ unit }: Target, { median, low, high }: Spread): string {
  const show = (value: number) => value.toFixed(TARGET_DECIMALS[unit]);
  return `${show(median)} [${show(low)}, ${show(high)}]`;
}

/** A line of `validate --json`. */
export function describeRow({
  target,
  spread,
  verdict,
  inside,
  seedsNeeded,
  precision,
  ...row
}: ScoreboardRow): object {
  const { id, use, value, tolerance, bound, unit, sources, label } = target;
  return {
    id,
    use,
    metric: nameFigure(target),
    target: value,
    tolerance,
    median: spread?.median ?? null,
    low: spread?.low ?? null,
    high: spread?.high ?? null,
    verdict,
    ...(bound === undefined ? {} : { bound }),
    unit,
    label,
    sources,
    inside,
    seedsNeeded,
    precision,
    cause: row.cause,
    cloud: row.cloud,
    structures: row.structures,
  };
}

/** `leadOpenings / leads`: the metrics that the figure is made of, those after the first stroke dividing. */
function nameFigure(target: Target): string {
  const names = (measures: readonly { readonly metric: string }[]) =>
    [...new Set(measures.map(({ metric }) => metric))].join(' + ');
  const { sum, over, against } = target.figure;
  const quotient = over === undefined ? names(sum) : `${names(sum)} / ${names(over)}`;
  return against === undefined
    ? quotient
    : `(${quotient}) / (the same of ${names(against.sum)} / ${names(against.over ?? [])})`;
}
