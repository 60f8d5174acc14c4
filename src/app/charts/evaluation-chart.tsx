import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
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
import { usePlotSize } from './plot-size.ts';
import { Segmented } from './segmented.tsx';
import { BranchRule, Crosshair, PlayheadMark, Veil, YearAxis } from './time-axis.tsx';

/** Users, brokers and society, or the early warnings, over time: every index with the parts it is made of. */
export function EvaluationChart({ view, shown, baseline, branchMonth, failure, tools }: ChartProps) {
  const { language, looks, playhead, chosen } = view;
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal<ReadonlyCursor['value']>(null);
  const of = useSignal<EvaluationView>('market');
  const show = of.value;
  const { inputs } = shown.run;
  const series = useMemo(() => computeEvaluationSeries(shown.months, show, chosen), [shown.months, show, chosen]);
  const before = useMemo(
    () => (baseline ? computeEvaluationSeries(baseline.months, show, chosen) : null),
    [baseline?.months, show, chosen],
  );
  const layout = useMemo(
    () =>
      size ? createEvaluationLayout(size, show, series, before, inputs.startMonth, inputs.months, language) : null,
    [size, show, series, before, inputs, language],
  );
  const picture = useMemo(
    () => layout && <EvaluationPicture {...{ layout, series, before, show, language }} />,
    [layout, series, before, show, language],
  );
  const name = looks[chosen]?.name[language] ?? '';
  return (
    <ChartFrame
      id="evaluation"
      title={EVALUATION_TEXTS.title[language]}
      sentence={
        describeProgress(shown, playhead, language) ??
        writeEvaluationSentence(series, before, playhead, show, name, language)
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
      table={() => createEvaluationTable(series, before, shown.computed, inputs.startMonth, language)}
      grid={layout && createEvaluationGrid(layout, series, before, shown.computed - 1, playhead, language)}
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
          <EvaluationLabels {...{ layout, series, cursor, playhead, language }} />
        </>
      ) : null}
    </ChartFrame>
  );
}
