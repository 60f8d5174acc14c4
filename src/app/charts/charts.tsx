import { useSignal } from '@preact/signals';
import { Icon } from '../controls/icon.tsx';
import type { ExploreView, RunData } from '../run-data.ts';
import { findBranchMonth } from './branch-month.ts';
import type { ChartFailure } from './chart-frame.tsx';
import type { ChartProps } from './chart-props.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import { ConcentrationChart } from './concentration-chart.tsx';
import { EvaluationChart } from './evaluation-chart.tsx';
import { EVALUATION_TEXTS } from './evaluation-texts.ts';
import { MoneyChart } from './money-chart.tsx';
import { OutcomesChart } from './outcomes-chart.tsx';
import { usePictureRun } from './picture-run.ts';
import { RetentionChart } from './retention-chart.tsx';

interface ChartsProps {
  readonly view: ExploreView;
  /** Starts the failed run again. */
  readonly onRetry?: () => void;
  /** The command line that replays the run on show. */
  readonly replayLine?: string;
}

/** The four charts of Explore. They grow with their container: one, two or four in a row. */
export function Charts({ view, onRetry, replayLine }: ChartsProps) {
  const shown = usePictureRun(view.runB ?? view.runA);
  const baseline = usePictureRun(view.runB ? view.runA : null);
  if (!shown) return null;
  const branchMonth = findBranchMonth(view.runA, view.runB);
  const failure = describeFailure(shown.run, onRetry, replayLine);
  const props = { view, shown, baseline, parent: view.parent, branchMonth, failure };
  return (
    <section class="charts" aria-label={CHART_TEXTS.charts[view.language]}>
      <h2 class="vh">{CHART_TEXTS.charts[view.language]}</h2>
      <div class="charts-row">
        <ConcentrationChart {...props} />
        <RetentionChart {...props} />
        <MoneyChart {...props} />
        <OutcomesOrEvaluation {...props} />
      </div>
    </section>
  );
}

/** How investors fared and how everybody fared share one place: a button in the head leads from one to the other. */
function OutcomesOrEvaluation(props: ChartProps) {
  const evaluates = useSignal(false);
  const { language } = props.view;
  const label = EVALUATION_TEXTS[evaluates.value ? 'toOutcomes' : 'toEvaluation'][language];
  const Chart = evaluates.value ? EvaluationChart : OutcomesChart;
  const tools = (
    <button
      type="button"
      class="btn icon"
      aria-pressed={evaluates.value}
      aria-label={label}
      title={label}
      data-testid="chart-to-evaluation"
      onClick={() => {
        evaluates.value = !evaluates.value;
      }}
    >
      <Icon name="scales" />
    </button>
  );
  return <Chart {...props} tools={tools} />;
}

function describeFailure(run: RunData, onRetry?: () => void, replayLine?: string): ChartFailure | null {
  return run.status === 'failed' ? { message: run.message ?? '', onRetry, replayLine } : null;
}
