import type { MetricDeclaration, ParameterDeclaration } from '../core/schema.ts';
import type { Text } from '../core/text.ts';
import { type Part, RISKS, SIDES } from '../model/evaluation.ts';
import { BROKER_METRICS, MARKET_METRICS, SEGMENT_METRICS } from '../model/metrics.ts';
import { PARAMETER_GROUPS } from '../model/parameter-groups.ts';
import { PARAMETERS } from '../model/parameters.ts';
import { readStartRole, START_ROLE_MEANINGS } from '../model/start/parameters.ts';
import { BROKER_FIELDS } from './broker-fields.ts';

export const GENERATED =
  '<!-- Generated from the declarations in src/model by `node tools/pages.mjs`. Do not edit. -->';

/** `docs/parameters.md`: every number that a scenario may change. */
export function formatParametersPage(): string {
  const groups = PARAMETER_GROUPS.flatMap(({ key, label }) => [
    `## ${joinNames(label)}`,
    formatTable(
      ['key', 'name', 'default', 'range', 'unit', 'source', 'prior', 'start', 'meaning'],
      (PARAMETERS as readonly ParameterDeclaration[]).filter(({ group }) => group === key).map(listParameterCells),
    ),
  ]);
  return joinBlocks([
    '# Parameters · 参数',
    GENERATED,
    'A scenario sets them under `parameters`, a command with `--set key=value`. Sources: `S…` the report, `M…` a mechanism, `E…` an independent finding (all in `public/data`), `trial` a feasibility study, `calibrated` fitted to the targets within its prior, which rests on the source in brackets, `assumption` with its reason in the meaning.',
    'Start, in a scenario that starts from a history, which has values of its own:',
    Object.entries(START_ROLE_MEANINGS)
      .map(([role, text]) => `- \`${role}\`: ${joinTexts(text)}`)
      .join('\n'),
    'All others act from the first month of each scenario. 其余参数自各情景首月起作用。',
    ...groups,
    '## One broker · 单家券商',
    'Set in a scenario for a broker or its archetype, or with `--set brokers.<id>.<field>=value`.',
    formatTable(
      ['field', 'default', 'range', 'unit', 'meaning'],
      BROKER_FIELDS.map(({ key, min, max, unit, integer, meaning, default: byDefault }) => [
        `\`${key}\``,
        byDefault === undefined ? '–' : String(byDefault),
        `${min} – ${max}${integer === true ? ', whole' : ''}`,
        unit,
        joinTexts(meaning),
      ]),
    ),
  ]);
}

function listParameterCells(declaration: ParameterDeclaration): string[] {
  const { key, label, min, max, unit, source, prior, meaning, integer } = declaration;
  const range = `${min} – ${max}${integer === true ? ', whole' : ''}`;
  return [
    `\`${key}\``,
    joinNames(label),
    String(declaration.default),
    range,
    unit,
    source,
    prior === undefined ? '' : `${prior.low} – ${prior.high} (${prior.source})`,
    readStartRole(key) ?? '',
    joinTexts(meaning),
  ];
}

/** `docs/metrics.md`: every figure that a run reports. */
export function formatMetricsPage(): string {
  return joinBlocks([
    '# Metrics · 指标',
    GENERATED,
    'One row a month; money in cents (分). “Year” says how the months of a year become one figure. Each definition is stated here and nowhere else.',
    ...formatCatalogue('Market (`metrics.csv`) · 市场', MARKET_METRICS),
    ...formatCatalogue('Broker (`brokers.csv`) · 券商', BROKER_METRICS),
    ...formatCatalogue('Segment (`segments.csv`) · 人群', SEGMENT_METRICS),
    '## Indexes · 指数',
    'The evaluation and the early warnings are weighted means of the scores of their parts. A part scores 0, 50 and 100 at the three figures given, on straight lines between; parts that are absent are left out. Weights are value judgements, equal by default. 各指数为分项得分的加权平均；分项在所列三个数值处得 0、50、100 分，其间线性；缺失分项不计。权重属价值判断，默认相等。',
    formatTable(['index', 'part', 'of', '0 at', '50 at', '100 at', 'weight', 'reference from'], listPartCells()),
  ]);
}

function listPartCells(): string[][] {
  return [...SIDES, ...RISKS].flatMap(({ label, market, broker }) => {
    const cells = (of: string, { metric, none, reference, full, weight, source }: Part<string>) => [
      joinNames(label),
      `\`${metric}\``,
      of,
      ...[none, reference, full, weight].map(String),
      source,
    ];
    const ofBroker: readonly Part<string>[] = broker;
    const ofMarket: readonly Part<string>[] = market;
    return [
      ...ofMarket.map((part) => cells(ofBroker.includes(part) ? 'market, broker' : 'market', part)),
      ...ofBroker.filter((part) => !ofMarket.includes(part)).map((part) => cells('broker', part)),
    ];
  });
}

function formatCatalogue(title: string, metrics: readonly MetricDeclaration[]): string[] {
  const rows = metrics.map(({ key, label, unit, reduce, definition }) => [
    `\`${key}\``,
    joinNames(label),
    unit,
    reduce,
    joinTexts(definition),
  ]);
  return [`## ${title}`, formatTable(['key', 'name', 'unit', 'year', 'definition'], rows)];
}

export function joinNames({ en, 'zh-CN': zh }: Text): string {
  return en === zh ? en : `${en} · ${zh}`;
}

export function joinTexts({ en, 'zh-CN': zh }: Text): string {
  return `${en} ${zh}`;
}

export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => '---'), ...rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function joinBlocks(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
