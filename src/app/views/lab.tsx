import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MarketMetric } from '../../model/metrics.ts';
import { pick } from '../i18n/say.ts';
import '../charts/charts.css';
import '../lab/lab.css';
import { FiguresTable } from '../lab/figures-table.tsx';
import { baselineRun, changedRun, followBaseline } from '../lab/lab-runs.ts';
import { MetricChart } from '../lab/metric-chart.tsx';
import { ParameterTree } from '../lab/parameter-tree.tsx';
import { RunBar } from '../lab/run-bar.tsx';
import { WORDS } from '../lab/words.ts';
import { language } from '../preferences.ts';
import { seed } from '../store.ts';
import { pending } from '../store-runs.ts';

const FIRST_CHARTS: readonly MarketMetric[] = ['hhi', 'retention12', 'profit', 'losingShare'];

/** Every parameter of the model at the left; at the right what the changed ones make of the scenario. */
export default function Lab() {
  const treeOpen = useSignal(false);
  const metrics = useSignal(FIRST_CHARTS);
  useEffect(followBaseline, []);
  const [runA, runB] = [baselineRun.value, changedRun.value];
  return (
    <main class="lab" data-testid="lab">
      <ParameterTree
        open={treeOpen.value}
        onClose={() => {
          treeOpen.value = false;
        }}
        onCompare={() => {
          treeOpen.value = false;
          document.getElementById('lab-comparison')?.focus();
        }}
      />
      <div class="lab-work">
        <RunBar
          onOpenTree={() => {
            treeOpen.value = true;
          }}
        />
        <section class="lab-charts" id="lab-comparison" tabIndex={-1} aria-label={pick(WORDS.charts)}>
          {metrics.value.map((metric, place) => (
            <MetricChart
              key={place}
              place={place}
              metric={metric}
              onChoose={(next) => {
                metrics.value = metrics.value.with(place, next);
              }}
              runA={runA}
              runB={runB}
              outdated={pending.a.value}
              language={language.value}
            />
          ))}
        </section>
        <FiguresTable runA={runA} runB={runB} seed={seed.value} language={language.value} />
      </div>
    </main>
  );
}
