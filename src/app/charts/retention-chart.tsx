import { useSignal } from '@preact/signals';
import { useCallback, useMemo } from 'preact/hooks';
import { computePeoplePerAgent } from '../../experiment/flows.ts';
import { NO_FIGURE } from '../format.ts';
import type { MonthFigures } from '../run-data.ts';
import type { ReadonlyCursor } from './chart-cursor.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type ChartProps, describeProgress } from './chart-props.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import { CohortMarks, CohortRuler, createCohortLayout } from './cohort-plot.tsx';
import { listOwn, useGhosts } from './ghosts.ts';
import { type PlotSize, usePlotSize } from './plot-size.ts';
import { createRetentionGrid } from './retention-grid.ts';
import { chooseSubject, computeCohortTriangle, computeSurvival, readYearRetention } from './retention-series.ts';
import { createRetentionTable } from './retention-table.ts';
import { writeRetentionSentence } from './sentences.ts';
import { createSurvivalLayout, SurvivalCurves } from './survival-plot.tsx';

/** How many of its new clients a broker keeps: by opening quarter in cells, by age in a curve. */
export function RetentionChart({ view, shown, baseline, parent, branchMonth, failure }: ChartProps) {
  const { language, looks, playhead, chosen } = view;
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal<ReadonlyCursor['value']>(null);
  const { inputs } = shown.run;
  const brokers = inputs.brokers.length;
  const subject = useMemo(
    () => chooseSubject(shown.months, brokers, chosen, computePeoplePerAgent(inputs)),
    [shown.months, brokers, chosen, inputs],
  );
  const triangle = useMemo(
    () => computeCohortTriangle(shown.months, brokers, subject),
    [shown.months, brokers, subject],
  );
  const compute = useCallback(
    (months: readonly MonthFigures[]) => computeSurvival(months, brokers, subject, playhead),
    [brokers, subject, playhead],
  );
  const survival = useMemo(() => compute(shown.months), [shown.months, compute]);
  const whole = useMemo(
    () => computeSurvival(shown.months, brokers, subject, inputs.months),
    [shown.months, brokers, subject, inputs],
  );
  const all = useGhosts(baseline, parent, compute, language);
  const ghosts = useMemo(() => listOwn(all, playhead), [all, playhead]);
  const cohorts = useMemo(
    () => (size ? createCohortLayout(divide(size).cohorts, triangle, inputs.startMonth, inputs.months) : null),
    [size, triangle, inputs],
  );
  const curves = size ? createSurvivalLayout(divide(size).curves, inputs.months, whole, ghosts) : null;
  const marks = useMemo(
    () => cohorts && <CohortMarks layout={cohorts} triangle={triangle} language={language} />,
    [cohorts, triangle, language],
  );
  const own = readYearRetention(shown.months, subject, playhead);
  const other = baseline ? readYearRetention(baseline.months, subject, playhead) : Number.NaN;
  const who = { name: looks[chosen]?.name[language] ?? NO_FIGURE, tooFew: subject === 'market' };
  return (
    <ChartFrame
      id="retention"
      title={CHART_TEXTS.retention[language]}
      sentence={
        describeProgress(shown, playhead, language) ??
        writeRetentionSentence({ own, before: other, survival }, who, language)
      }
      language={language}
      failure={failure}
      faded={shown.run.status === 'failed'}
      table={() => createRetentionTable(triangle, survival, ghosts, inputs.startMonth, language)}
      grid={
        cohorts && curves && createRetentionGrid({ cohorts, curves, triangle, survival, ghosts, language, playhead })
      }
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {cohorts && curves ? (
        <>
          {marks}
          <CohortRuler {...{ layout: cohorts, cursor, playhead, branchMonth, computed: shown.computed - 1 }} />
          <SurvivalCurves {...{ layout: curves, survival, whole, ghosts, own, other, language }} />
        </>
      ) : null}
    </ChartFrame>
  );
}

const BETWEEN = 12;

/** Cells on the left, curves on the right. */
function divide({ width, height }: PlotSize) {
  const share = Math.round(width * 0.54);
  return {
    cohorts: { left: 0, top: 0, width: share - BETWEEN / 2, height },
    curves: { left: share + BETWEEN / 2, top: 0, width: width - share - BETWEEN / 2, height },
  };
}
