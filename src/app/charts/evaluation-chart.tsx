import { useSignal } from '@preact/signals';
import { useCallback, useMemo } from 'preact/hooks';
import type { MonthFigures } from '../run-data.ts';
import type { ReadonlyCursor } from './chart-cursor.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type ChartProps, describeProgress } from './chart-props.ts';
import {
  createEvaluationGrid,
  createEvaluationLayout,
  EvaluationLabels,
  EvaluationPicture,
} from './evaluation-plot.tsx';
import { computeEvaluationSeries, EVALUATION_VIEWS, type EvaluationView } from './evaluation-series.ts';
import { createEvaluationTable } from './evaluation-table.ts';
import { EVALUATION_TEXTS, VIEW_TEXTS, writeEvaluationSentence } from './evaluation-texts.ts';
import { findBaseline, useGhosts } from './ghosts.ts';
import { usePlotSize } from './plot-size.ts';
import { Segmented } from './segmented.tsx';
import { BranchRule, Crosshair, PlayheadMark, Veil, YearAxis } from './time-axis.tsx';

/** Users, brokers and society, or the early warnings, over time: every index with the parts it is made of. */
export function EvaluationChart({ view, shown, baseline, parent, branchMonth, failure, tools }: ChartProps) {
  const { language, looks, playhead, chosen } = view;
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal<ReadonlyCursor['value']>(null);
  const of = useSignal<EvaluationView>('market');
  const show = of.value;
  const { inputs } = shown.run;
  const compute = useCallback(
    (months: readonly MonthFigures[]) => computeEvaluationSeries(months, show, chosen),
    [show, chosen],
  );
  const series = useMemo(() => compute(shown.months), [shown.months, compute]);
  const ghosts = useGhosts(baseline, parent, compute, language);
  const layout = useMemo(
    () =>
      size ? createEvaluationLayout(size, show, series, ghosts, inputs.startMonth, inputs.months, language) : null,
    [size, show, series, ghosts, inputs, language],
  );
  const picture = useMemo(
    () => layout && <EvaluationPicture {...{ layout, series, ghosts, show, language }} />,
    [layout, series, ghosts, show, language],
  );
  const name = looks[chosen]?.name[language] ?? '';
  return (
    <ChartFrame
      id="evaluation"
      title={EVALUATION_TEXTS.title[language]}
      sentence={
        describeProgress(shown, playhead, language) ??
        writeEvaluationSentence(series, findBaseline(ghosts), playhead, show, name, language)
      }
      language={language}
      choice={
        <Segmented<EvaluationView>
          label={EVALUATION_TEXTS.views[language]}
          testId="chart-evaluation-of"
          value={show}
          options={EVALUATION_VIEWS.map((value) => ({ value, label: VIEW_TEXTS[value][language] }))}
          onChoose={(value) => {
            of.value = value;
          }}
        />
      }
      tools={tools}
      failure={failure}
      faded={shown.run.status === 'failed'}
      table={() => createEvaluationTable(series, ghosts, shown.computed, inputs.startMonth, language)}
      grid={layout && createEvaluationGrid(layout, series, ghosts, shown.computed - 1, playhead, language)}
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {layout ? (
        <>
          {picture}
          <Veil frame={layout.frame} playhead={playhead} computed={shown.computed - 1} />
          <YearAxis frame={layout.frame} />
          <BranchRule frame={layout.frame} month={branchMonth} />
          <PlayheadMark frame={layout.frame} playhead={playhead} />
          <Crosshair frame={layout.frame} cursor={cursor} />
          <EvaluationLabels {...{ layout, series, ghosts, cursor, playhead, language }} />
        </>
      ) : null}
    </ChartFrame>
  );
}
