import { formatMonth } from '../core/calendar.ts';
import type { MetricDeclaration } from '../core/schema.ts';
import type { Language } from '../core/text.ts';
import type { RunSummary } from '../experiment/manifest.ts';
import type { ModelInputs } from '../model/inputs.ts';
import { MARKET_METRICS, type MarketMetric } from '../model/metrics.ts';

/** The figures of the last month that a person looks for first. */
const HEADLINES: readonly MarketMetric[] = [
  'users',
  'hhi',
  'cr10',
  'brokersOperating',
  'retention12',
  'monthlyActive',
  'commissionBp',
  'revenuePerUser',
  'acquisitionCost',
  'losingShare',
  'satisfaction',
];
const BROKERS_SHOWN = 10;

/** What `run` says of its end. Quiet, it is one line that holds seed and hash. */
export function formatSummary(summary: RunSummary, inputs: ModelInputs, language: Language, isQuiet: boolean): string {
  const { scenario, seed, agents, engineVersion, stateHash } = summary;
  if (isQuiet) return `${scenario} seed=${seed} agents=${agents} months=${summary.months} stateHash=${stateHash}\n`;
  const lastMonth = formatMonth(inputs.startMonth + inputs.months - 1);
  const declarations: readonly MetricDeclaration[] = MARKET_METRICS;
  const headlines = HEADLINES.map((key): [string, string] => {
    const declaration = declarations.find((metric) => metric.key === key) as MetricDeclaration;
    return [declaration.label[language], formatFigure(summary.final[key], declaration.unit, language)];
  });
  const largest = summary.brokers
    .map((broker, b) => ({ name: inputs.brokers[b].name[language], share: Number(broker.share) }))
    .sort((a, b) => b.share - a.share)
    .slice(0, BROKERS_SHOWN)
    .map(({ name, share }): [string, string] => [name, formatFigure(share, 'share', language)]);
  const says =
    language === 'en'
      ? { seed: 'seed', agents: 'agents', engine: 'engine', hash: 'state hash' }
      : { seed: '种子', agents: '智能体', engine: '引擎', hash: '状态哈希' };
  return [
    `${scenario} · ${says.seed} ${seed} · ${agents} ${says.agents} · ${says.engine} ${engineVersion}`,
    `${says.hash} ${stateHash}`,
    '',
    lastMonth,
    ...alignPairs(headlines),
    '',
    ...alignPairs(largest),
    '',
  ].join('\n');
}

/** Columns that a terminal gives a text: Chinese characters take two. */
function measureColumns(text: string): number {
  return [...text].reduce((columns, letter) => columns + (letter >= '\u2e80' ? 2 : 1), 0);
}

function alignPairs(pairs: readonly [string, string][]): string[] {
  const left = Math.max(...pairs.map(([label]) => measureColumns(label)));
  const right = Math.max(...pairs.map(([, value]) => measureColumns(value)));
  return pairs.map(
    ([label, value]) =>
      `  ${label}${' '.repeat(left - measureColumns(label))}  ${' '.repeat(right - measureColumns(value))}${value}`,
  );
}

function formatFigure(value: number | null, unit: string, language: Language): string {
  if (value === null) return '–';
  const write = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options).format(value);
  switch (unit) {
    case 'share':
      return write({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
    case 'people':
      return write({ notation: 'compact', maximumFractionDigits: 1 });
    case 'cny':
    case 'cny/year':
      return `${write({ maximumFractionDigits: 0 })} ${language === 'en' ? 'CNY' : '元'}`;
    case 'bp':
      return `${write({ maximumFractionDigits: 2 })} bp`;
    case 'index':
      return write({ maximumFractionDigits: 0 });
    default:
      return write({ maximumFractionDigits: 2 });
  }
}
