import type { ExploreView, RunData } from '../run-data.ts';
import { findBranchMonth } from './branch-month.ts';
import type { ChartFailure } from './chart-frame.tsx';
import { CHART_TEXTS } from './chart-texts.ts';
import { ConcentrationChart } from './concentration-chart.tsx';
import { MoneyChart } from './money-chart.tsx';
import { OutcomesChart } from './outcomes-chart.tsx';
import { usePictureRun } from './picture-run.ts';
import { RetentionChart } from './retention-chart.tsx';
import './charts.css';

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
  const props = { view, shown, baseline, branchMonth, failure };
  return (
    <section class="charts" aria-label={CHART_TEXTS.charts[view.language]}>
      <h2 class="vh">{CHART_TEXTS.charts[view.language]}</h2>
      <div class="charts-row">
        <ConcentrationChart {...props} />
        <RetentionChart {...props} />
        <MoneyChart {...props} />
        <OutcomesChart {...props} />
      </div>
    </section>
  );
}

function describeFailure(run: RunData, onRetry?: () => void, replayLine?: string): ChartFailure | null {
  return run.status === 'failed' ? { message: run.message ?? '', onRetry, replayLine } : null;
}
