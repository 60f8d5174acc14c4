import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ReadonlyCursor } from './chart-cursor.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type ChartProps, describeProgress } from './chart-props.ts';
import { CHART_TEXTS, DIMENSION_TEXTS } from './chart-texts.ts';
import { createOutcomeDomains, createOutcomeGrid, createOutcomeLayout } from './outcome-layout.ts';
import { OutcomePlot } from './outcome-plot.tsx';
import { computeOutcomeSeries, findDimension, OUTCOME_DIMENSIONS, type OutcomeDimension } from './outcome-series.ts';
import { createOutcomeTable } from './outcome-table.ts';
import { usePlotSize } from './plot-size.ts';
import { Segmented } from './segmented.tsx';
import { writeOutcomeSentence } from './sentences.ts';

/** How investors fared by age, experience or risk tolerance, over the twelve months up to the month on show. */
export function OutcomesChart({ view, shown, baseline, failure, tools }: ChartProps) {
  const { language, playhead } = view;
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal<ReadonlyCursor['value']>(null);
  const by = useSignal<OutcomeDimension>('experience');
  const dimension = by.value;
  const series = useMemo(() => computeOutcomeSeries(shown.months, dimension), [shown.months, dimension]);
  const before = useMemo(
    () => (baseline ? computeOutcomeSeries(baseline.months, dimension) : null),
    [baseline?.months, dimension],
  );
  const bands = findDimension(dimension).bands;
  const domains = useMemo(() => createOutcomeDomains(series, before, language), [series, before, language]);
  const layout = useMemo(
    () => (size ? createOutcomeLayout(size, bands, domains, playhead, language) : null),
    [size, bands, domains, playhead, language],
  );
  const own = series.outcomes[playhead] ?? [];
  const ghost = before?.outcomes[playhead] ?? null;
  return (
    <ChartFrame
      id="outcomes"
      title={CHART_TEXTS.outcomesTitle[language]}
      sentence={
        describeProgress(shown, playhead, language) ??
        writeOutcomeSentence(series, before, playhead, dimension, language)
      }
      language={language}
      choice={
        <Segmented<OutcomeDimension>
          label={CHART_TEXTS.outcomesBy[language]}
          testId="chart-outcomes-by"
          value={dimension}
          options={OUTCOME_DIMENSIONS.map((value) => ({ value, label: DIMENSION_TEXTS[value][language] }))}
          onChoose={(value) => {
            by.value = value;
          }}
        />
      }
      tools={tools}
      failure={failure}
      faded={shown.run.status === 'failed'}
      table={() => createOutcomeTable(own, ghost, bands, language)}
      grid={layout && createOutcomeGrid(layout, bands, own, ghost, language)}
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {layout ? <OutcomePlot {...{ layout, bands, own, ghost, cursor, language }} /> : null}
    </ChartFrame>
  );
}
