import { useSignal } from '@preact/signals';
import { useCallback, useMemo } from 'preact/hooks';
import type { MonthFigures } from '../run-data.ts';
import type { ReadonlyCursor } from './chart-cursor.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type ChartProps, describeProgress } from './chart-props.ts';
import { CHART_TEXTS, DIMENSION_TEXTS } from './chart-texts.ts';
import { findBaseline, listOwn, useGhosts } from './ghosts.ts';
import { createOutcomeDomains, createOutcomeGrid, createOutcomeLayout } from './outcome-layout.ts';
import { OutcomePlot } from './outcome-plot.tsx';
import { computeOutcomeSeries, findDimension, OUTCOME_DIMENSIONS, type OutcomeDimension } from './outcome-series.ts';
import { createOutcomeTable } from './outcome-table.ts';
import { usePlotSize } from './plot-size.ts';
import { Segmented } from './segmented.tsx';
import { writeOutcomeSentence } from './sentences.ts';

/** How investors fared by age, experience or risk tolerance, over the twelve months up to the month on show. */
export function OutcomesChart({ view, shown, baseline, parent, failure, tools }: ChartProps) {
  const { language, playhead } = view;
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal<ReadonlyCursor['value']>(null);
  const by = useSignal<OutcomeDimension>('experience');
  const dimension = by.value;
  const compute = useCallback(
    (months: readonly MonthFigures[]) => computeOutcomeSeries(months, dimension),
    [dimension],
  );
  const series = useMemo(() => compute(shown.months), [shown.months, compute]);
  const ghosts = useGhosts(baseline, parent, compute, language);
  const bands = findDimension(dimension).bands;
  const domains = useMemo(
    () => createOutcomeDomains([series, ...ghosts.map((ghost) => ghost.series)], language),
    [series, ghosts, language],
  );
  const key = ghosts.find(({ kind }) => kind === 'parent')?.name ?? null;
  const layout = useMemo(
    () => (size ? createOutcomeLayout(size, bands, domains, playhead, key, language) : null),
    [size, bands, domains, playhead, key, language],
  );
  const own = series.outcomes[playhead] ?? [];
  const others = listOwn(ghosts, playhead).map(({ name, kind, series: before }) => ({
    name,
    kind,
    outcomes: before.outcomes[playhead],
  }));
  return (
    <ChartFrame
      id="outcomes"
      title={CHART_TEXTS.outcomesTitle[language]}
      sentence={
        describeProgress(shown, playhead, language) ??
        writeOutcomeSentence(series, findBaseline(ghosts), playhead, dimension, language)
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
      table={() => createOutcomeTable(own, others, bands, language)}
      grid={layout && createOutcomeGrid(layout, bands, own, others, language)}
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {layout ? <OutcomePlot {...{ layout, bands, own, others, cursor, language }} /> : null}
    </ChartFrame>
  );
}
