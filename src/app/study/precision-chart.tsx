import { useMemo } from 'preact/hooks';
import type { MetricDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import type { Precision, StudySummary } from '../../experiment/study/summary.ts';
import type { DataTable } from '../charts/data-table.ts';
import { formatCount, formatShare } from '../format.ts';
import { pick } from '../i18n/say.ts';
import { formatFigure } from '../lab/metric-figures.ts';
import { BandedLine, type BandedPoint } from './banded-line.tsx';
import { declareMeasure, nameMeasure } from './study-formats.ts';
import type { Study } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

interface PrecisionChartProps {
  readonly study: Study;
  readonly summary: StudySummary | null;
  readonly language: Language;
}

/** Intervals of the first few seeds would flatten all that comes after. */
const SCALED_FROM = 4;

/** How close the mean is known as seeds are added: how many are enough. */
export function PrecisionChart({ study, summary, language }: PrecisionChartProps) {
  const metric = useMemo(() => declareMeasure(study.design, study.focus.outcome), [study]);
  const steps = summary?.precision ?? NONE;
  const points = useMemo(() => steps.map((step) => placeStep(metric, step, language)), [metric, steps, language]);
  const outcome = nameMeasure(study.design, study.focus.outcome, language);
  const title = language === 'en' ? `Mean of ${outcome} by seeds` : `${outcome}的均值：随种子数变化`;
  return (
    <BandedLine
      id="study-precision"
      title={title}
      sentence={writeSentence(metric, steps, language)}
      metric={metric}
      points={points}
      fitFrom={steps.length > SCALED_FROM ? SCALED_FROM - 2 : 0}
      isCounted
      home="last"
      table={() => createTable(title, metric, steps, language)}
      language={language}
    />
  );
}

const NONE: readonly Precision[] = [];

/** An interval shrinks with the root of the number of seeds: so many make it 1 % to either side. */
function writeSentence(metric: MetricDeclaration, steps: readonly Precision[], language: Language): string {
  const last = steps.at(-1);
  if (last === undefined) return pick(WORDS.waiting);
  const { count, mean, low, high } = last;
  const half = (high - low) / 2 / Math.abs(mean);
  const [value, share, seeds] = [
    formatFigure(metric, mean, language),
    formatShare(half, language),
    formatCount(count, language),
  ];
  const wanted = formatCount(Math.max(2, Math.ceil(count * (half / 0.01) ** 2)), language);
  if (language === 'en') {
    const said = `After ${seeds} seeds the mean is ${value} ± ${share} (95%).`;
    return half <= 0.01 ? `${said} That is within 1%.` : `${said} About ${wanted} make it 1%.`;
  }
  const said = `${seeds} 个种子后均值为 ${value} ± ${share}（95%）。`;
  return half <= 0.01 ? `${said}已在 1% 以内。` : `${said}约 ${wanted} 个可达 1%。`;
}

function placeStep(metric: MetricDeclaration, { count, mean, low, high }: Precision, language: Language): BandedPoint {
  const say = (value: number) => formatFigure(metric, value, language);
  const entries = [
    { label: pick(WORDS.mean), value: say(mean) },
    { label: '95%', value: `${say(low)} – ${say(high)}` },
  ];
  const heading = `${pick(WORDS.seeds)} ${formatCount(count, language)}`;
  return { at: count, middle: mean, bands: [{ look: 'band-50', low, high }], reading: { heading, entries } };
}

function createTable(
  caption: string,
  metric: MetricDeclaration,
  steps: readonly Precision[],
  language: Language,
): DataTable {
  const format = (value: number) => formatFigure(metric, value, language);
  const heads = [WORDS.mean, WORDS.low, WORDS.high].map(pick);
  return {
    caption,
    columns: [
      { label: pick(WORDS.seeds), format: (value) => formatCount(value, language) },
      ...heads.map((label) => ({ label, format })),
    ],
    rows: steps.map(({ count, mean, low, high }) => [count, mean, low, high]),
  };
}
