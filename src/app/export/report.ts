import type { Language } from '../../core/text.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';
import { describeOutcome, nameOutcome, OUTCOMES, readOutcome } from '../compare/outcomes.ts';
import { countSeeds, listDifferences } from '../compare/seed-counts.ts';
import { describeSeedCount } from '../compare/seed-sentences.ts';
import { formatDifference, formatFigure } from '../lab/metric-figures.ts';
import { nameRecord } from '../month-names.ts';
import type { ExploreView } from '../run-data.ts';
import type { SeedStudy } from '../store-seeds.ts';

/** What a report is made of beside the view. */
export interface ReportParts {
  readonly title: string;
  readonly command: string;
  readonly compareCommand: string;
  readonly study: SeedStudy | null;
  /** Pictures on screen: title, sentence and standalone SVG. */
  readonly pictures: readonly { readonly title: string; readonly sentence: string; readonly svg: string }[];
}

const STYLE =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#14181d;background:#fff}' +
  'table{border-collapse:collapse}th,td{padding:.25rem .75rem .25rem 0;border-bottom:1px solid #cfd0ca;text-align:left}' +
  'td.r,th.r{text-align:right;font-variant-numeric:tabular-nums}pre{overflow:auto;padding:.75rem;background:#f6f6f4}' +
  'figure{margin:1.5rem 0}svg{max-width:100%;height:auto}dt{color:#616a74}dd{margin:0 0 .5rem}code{overflow-wrap:anywhere}';

/** Text as it stands in HTML: nothing that anybody wrote is executed. */
function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (letter) => entities[letter]);
}

/** One HTML file that says all that is needed to compute it again: no script, no other file, no other host. */
export function createReport(view: ExploreView, parts: ReportParts): string {
  const { language } = view;
  const en = language === 'en';
  const body = [
    `<h1>${escapeHtml(parts.title)}</h1>`,
    `<p>${en ? 'A report of Brokerscape: simulated figures of a model, not of any firm.' : 'Brokerscape 报告：模型的模拟数字，不指任何公司。'}</p>`,
    writeProvenance(view),
    view.runB ? `<h2>${en ? 'Differences' : '差异'}</h2>${writeDifferences(view, parts.study)}` : writeFigures(view),
    ...parts.pictures.map(
      ({ title, sentence, svg }) =>
        `<figure><figcaption><b>${escapeHtml(title)}</b><br>${escapeHtml(sentence)}</figcaption>${svg}</figure>`,
    ),
    `<h2>${en ? 'Compute it again' : '重新计算'}</h2><pre>${escapeHtml(parts.command)}</pre>`,
    view.runB ? `<pre>${escapeHtml(parts.compareCommand)}</pre>` : '',
  ];
  return `<!doctype html>\n<html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(parts.title)}</title><style>${STYLE}</style>\n${body.join('\n')}\n</html>\n`;
}

function writeProvenance(view: ExploreView): string {
  const { runA, runB, language, playhead } = view;
  const en = language === 'en';
  const rows: readonly (readonly [string, string])[] = [
    [en ? 'Seed' : '种子', runA.seed],
    [en ? 'Engine version' : '引擎版本', ENGINE_VERSION],
    [en ? 'Investors' : '投资者', String(runA.inputs.agents)],
    [en ? 'Month' : '月份', nameRecord(runA.inputs, playhead, language)],
    [en ? 'State hash of A' : 'A 的状态哈希', runA.stateHash ?? '–'],
    ...(runB ? ([[en ? 'State hash of B' : 'B 的状态哈希', runB.stateHash ?? '–']] as const) : []),
  ];
  return `<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd><code>${escapeHtml(value)}</code></dd>`).join('')}</dl>`;
}

function writeDifferences(view: ExploreView, study: SeedStudy | null): string {
  const { runA, runB, chosen, playhead, language } = view;
  const en = language === 'en';
  const heads = [en ? 'Figure' : '指标', 'A', 'B', 'B − A', en ? 'Seeds' : '种子'];
  const rows = OUTCOMES.map((outcome, position) => {
    const metric = describeOutcome(outcome);
    const [a, b] = [runA, runB ?? runA].map((run) => readOutcome(run.months[playhead], outcome, chosen));
    const differences = listDifferences(study?.pairs ?? [], position, playhead);
    const seeds = describeSeedCount(countSeeds(differences), outcome.sense, language) || '–';
    return [
      nameScoped(position, view),
      formatFigure(metric, a, language),
      formatFigure(metric, b, language),
      formatDifference(metric, a, b, language),
      seeds,
    ];
  });
  return writeTable(heads, rows);
}

function writeFigures(view: ExploreView): string {
  const { runA, chosen, playhead, language } = view;
  const rows = OUTCOMES.map((outcome, position) => [
    nameScoped(position, view),
    formatFigure(describeOutcome(outcome), readOutcome(runA.months[playhead], outcome, chosen), language),
  ]);
  return writeTable([language === 'en' ? 'Figure' : '指标', 'A'], rows);
}

function nameScoped(position: number, { runA, chosen, language }: ExploreView): string {
  const outcome = OUTCOMES[position];
  const whose = outcome.scope === 'broker' ? runA.inputs.brokers[chosen].name[language] : marketName(language);
  return language === 'en'
    ? `${nameOutcome(outcome, language)}, ${whose}`
    : `${whose}：${nameOutcome(outcome, language)}`;
}

function marketName(language: Language): string {
  return language === 'en' ? 'market' : '市场';
}

function writeTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (tag: 'th' | 'td') => (text: string, column: number) =>
    `<${tag}${column > 0 && column < 4 ? ' class="r"' : ''}>${escapeHtml(text)}</${tag}>`;
  const line = (tag: 'th' | 'td', cells: readonly string[]) => `<tr>${cells.map(cell(tag)).join('')}</tr>`;
  return `<table>${line('th', heads)}${rows.map((row) => line('td', row)).join('')}</table>`;
}
