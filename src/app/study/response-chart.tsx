import { useMemo } from 'preact/hooks';
import type { MetricDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import type { Band } from '../../experiment/study/bands.ts';
import type { ResponseBin, StudySummary } from '../../experiment/study/summary.ts';
import type { DataTable } from '../charts/data-table.ts';
import { formatCount } from '../format.ts';
import { pick } from '../i18n/say.ts';
import { formatFigure } from '../lab/metric-figures.ts';
import { AxisChoice } from './axis-choice.tsx';
import { BandedLine, type BandedPoint } from './banded-line.tsx';
import { declareMeasure, describeSwept, nameMeasure, type SweptWords, sayRange } from './study-formats.ts';
import { askAbout, question, type Study } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

interface ResponseChartProps {
  readonly study: Study;
  readonly summary: StudySummary | null;
  readonly language: Language;
}

/** Stretches of a parameter that have runs, and where the outcome lies in each. */
interface KnownBin extends ResponseBin {
  readonly band: Band;
  readonly middle: number;
}

/** The outcome along one swept parameter. */
export function ResponseChart({ study, summary, language }: ResponseChartProps) {
  const metric = useMemo(() => declareMeasure(study.design, study.focus.outcome), [study]);
  const bins = useMemo(() => listBins(summary), [summary]);
  const axis = question.value.response;
  const key = study.design.points.keys[axis] ?? '';
  const swept = useMemo(() => describeSwept(key, language), [key, language]);
  const { name } = swept;
  const points = useMemo(
    () => bins.map((bin) => placeBin(metric, bin, swept, language)),
    [metric, bins, swept, language],
  );
  const outcome = nameMeasure(study.design, study.focus.outcome, language);
  const title = language === 'en' ? `${outcome} by ${name}` : `${outcome}：随${name}变化`;
  return (
    <BandedLine
      id="study-response"
      title={title}
      sentence={writeSentence(metric, bins, swept, language)}
      metric={metric}
      points={points}
      sayAt={swept.say}
      isDotted
      home="first"
      table={() => createTable(title, swept, metric, bins, language)}
      tools={
        <AxisChoice
          study={study}
          testId="study-response-axis"
          label={pick(WORDS.byParameter)}
          face={pick(WORDS.parameter)}
          value={axis}
          onChoose={(response) => askAbout({ response })}
          language={language}
        />
      }
      language={language}
    />
  );
}

function listBins(summary: StudySummary | null): KnownBin[] {
  return (summary?.response ?? []).flatMap((bin) =>
    bin.band === null ? [] : [{ ...bin, band: bin.band, middle: (bin.from + bin.to) / 2 }],
  );
}

function writeSentence(
  metric: MetricDeclaration,
  bins: readonly KnownBin[],
  { name, say }: SweptWords,
  language: Language,
): string {
  const [first, last] = [bins[0], bins[bins.length - 1]];
  if (first === undefined || last === undefined) return pick(WORDS.waiting);
  const [from, to] = [first.band.median, last.band.median].map((value) => formatFigure(metric, value, language));
  const [low, high] = [say(first.middle), say(last.middle)];
  return language === 'en'
    ? `Median ${from} with ${name} at ${low}, ${to} at ${high}. Bands: 50% and 90% of runs.`
    : `${name}为 ${low} 时中位数 ${from}，为 ${high} 时 ${to}。带为 50% 与 90% 的运行。`;
}

function placeBin(metric: MetricDeclaration, bin: KnownBin, swept: SweptWords, language: Language): BandedPoint {
  const say = (value: number) => formatFigure(metric, value, language);
  const { median, low50, high50, low90, high90, count } = bin.band;
  const entries = [
    { label: pick(WORDS.median), value: say(median) },
    { label: '50%', value: `${say(low50)} – ${say(high50)}` },
    { label: '90%', value: `${say(low90)} – ${say(high90)}` },
    { label: pick(WORDS.count), value: formatCount(count, language) },
  ];
  return {
    at: bin.middle,
    middle: median,
    bands: [
      { look: 'band-90', low: low90, high: high90 },
      { look: 'band-50', low: low50, high: high50 },
    ],
    reading: { heading: sayRange(bin, swept), entries },
  };
}

function createTable(
  caption: string,
  swept: SweptWords,
  metric: MetricDeclaration,
  bins: readonly KnownBin[],
  language: Language,
): DataTable {
  const format = (value: number) => formatFigure(metric, value, language);
  const heads = [WORDS.low90, WORDS.low50, WORDS.median, WORDS.high50, WORDS.high90].map(pick);
  return {
    caption,
    columns: [
      { label: swept.name },
      ...heads.map((label) => ({ label, format })),
      { label: pick(WORDS.count), format: (value) => formatCount(value, language) },
    ],
    rows: bins.map((bin) => {
      const { low90, low50, median, high50, high90, count } = bin.band;
      return [sayRange(bin, swept), low90, low50, median, high50, high90, count];
    }),
  };
}
