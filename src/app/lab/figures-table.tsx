import { useSignal } from '@preact/signals';
import { yearOf } from '../../core/calendar.ts';
import type { Language } from '../../core/text.ts';
import { MARKET_METRICS, type MarketMetric } from '../../model/metrics.ts';
import { pick } from '../i18n/say.ts';
import type { RunData } from '../run-data.ts';
import {
  formatDifference,
  formatFigure,
  getMetric,
  HEADLINE_METRICS,
  readSeries,
  reduceYear,
} from './metric-figures.ts';
import { WORDS } from './words.ts';

const ALL_METRICS: readonly MarketMetric[] = MARKET_METRICS.map(({ key }) => key);

interface FiguresTableProps {
  readonly runA: RunData | null;
  readonly runB: RunData | null;
  readonly seed: string;
  readonly language: Language;
}

/** First and last year of the run, each figure as the catalogue reduces it, and what the changes made of it. */
export function FiguresTable({ runA, runB, seed, language }: FiguresTableProps) {
  const all = useSignal(false);
  const inputs = (runB ?? runA)?.inputs;
  const startYear = inputs ? yearOf(inputs.startMonth) : 0;
  const endYear = inputs ? yearOf(inputs.startMonth + inputs.months - 1) : 0;
  return (
    <div class="lab-figures">
      <div class="bar-of">
        <h2 class="title">{pick(WORDS.figures)}</h2>
        <div class="seg">
          {[false, true].map((whole) => (
            <button
              key={String(whole)}
              type="button"
              aria-pressed={all.value === whole}
              data-testid={whole ? 'lab-figures-all' : 'lab-figures-headline'}
              onClick={() => {
                all.value = whole;
              }}
            >
              {pick(whole ? WORDS.allFigures : WORDS.headline)} {whole ? ALL_METRICS.length : HEADLINE_METRICS.length}
            </button>
          ))}
        </div>
        <span class="note">{language === 'en' ? `One run each, seed ${seed}.` : `各运行一次，种子 ${seed}。`}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section class="lab-scroll" tabIndex={0} aria-label={pick(WORDS.figures)}>
        <table data-testid="lab-figures">
          <thead>
            <tr>
              <th scope="col">{pick(WORDS.figure)}</th>
              <th scope="col" class="r">{`A ${startYear || ''}`}</th>
              <th scope="col" class="r">{`A ${endYear || ''}`}</th>
              {runB ? <th scope="col" class="r">{`B ${endYear || ''}`}</th> : null}
              {runB ? (
                <th scope="col" class="r">
                  {pick(WORDS.difference)}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {(all.value ? ALL_METRICS : HEADLINE_METRICS).map((key) => (
              <FigureRow key={key} metric={key} runA={runA} runB={runB} language={language} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

type FigureRowProps = Omit<FiguresTableProps, 'seed'> & { readonly metric: MarketMetric };

function FigureRow({ metric: key, runA, runB, language }: FigureRowProps) {
  const metric = getMetric(key);
  const horizon = (runB ?? runA)?.inputs.months ?? 0;
  const [a, b] = [runA, runB].map((run) => (run ? readSeries(run.months, key) : []));
  const first = reduceYear(a, Math.min(12, horizon), metric.reduce);
  const [endA, endB] = [a, b].map((series) => reduceYear(series, horizon, metric.reduce));
  const figure = (value: number) => formatFigure(metric, value, language);
  return (
    <tr data-testid={`lab-figure-${key}`}>
      <th scope="row" title={pick(metric.definition)}>
        {pick(metric.label)}
      </th>
      <td class="r">{figure(first)}</td>
      <td class="r">{figure(endA)}</td>
      {runB ? <td class="r">{figure(endB)}</td> : null}
      {runB ? (
        <td class="r" data-testid={`lab-difference-${key}`}>
          {Number.isFinite(endB - endA) ? formatDifference(metric, endA, endB, language) : ''}
        </td>
      ) : null}
    </tr>
  );
}
