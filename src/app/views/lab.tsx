import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MarketMetric } from '../../model/metrics.ts';
import { pick } from '../i18n/say.ts';
import '../lab/lab.css';
import '../study/study.css';
import { FiguresTable } from '../lab/figures-table.tsx';
import { FileRefusal, type Refusal } from '../lab/file-refusal.tsx';
import { baselineRun, changedRun, followBaseline } from '../lab/lab-runs.ts';
import { MetricChart } from '../lab/metric-chart.tsx';
import { ParameterTree } from '../lab/parameter-tree.tsx';
import { RunBar } from '../lab/run-bar.tsx';
import { WORDS } from '../lab/words.ts';
import { language } from '../preferences.ts';
import { seed } from '../store.ts';
import { pending } from '../store-runs.ts';
import { CalibrateView } from '../study/calibrate-view.tsx';
import { StudyActions } from '../study/study-actions.tsx';
import { ModeChoice, StudyBuilder } from '../study/study-builder.tsx';
import { MODES, mode } from '../study/study-form.ts';
import { StudyProgress } from '../study/study-progress.tsx';
import { StudyResults } from '../study/study-results.tsx';
import { resumeKept } from '../study/study-work.ts';

const FIRST_CHARTS: readonly MarketMetric[] = ['hhi', 'retention12', 'profit', 'losingShare'];

/** Every parameter of the model at the left; at the right one run with what was changed, or a study of many. */
export default function Lab() {
  const treeOpen = useSignal(false);
  const refusal = useSignal<Refusal | null>(null);
  useEffect(followBaseline, []);
  useEffect(() => void resumeKept(), []);
  const isSingle = mode.value === 'single';
  const closeTree = () => {
    treeOpen.value = false;
  };
  return (
    <main class="lab" data-testid="lab">
      <ParameterTree
        open={treeOpen.value}
        onClose={closeTree}
        onCompare={() => {
          closeTree();
          mode.value = 'single';
          requestAnimationFrame(() => document.getElementById('lab-comparison')?.focus());
        }}
      />
      <div class="lab-work">
        <div class="lab-modes">
          <button
            type="button"
            class="btn line lab-open-tree"
            aria-controls="lab-tree"
            data-testid="lab-tree-open"
            onClick={() => {
              treeOpen.value = true;
            }}
          >
            {pick(WORDS.parameters)}
          </button>
          <ModeChoice modes={MODES} />
          {isSingle || mode.value === 'calibrate' ? null : (
            <StudyActions
              onRefused={(next) => {
                refusal.value = next;
              }}
            />
          )}
        </div>
        {isSingle ? <SingleRun /> : mode.value === 'calibrate' ? <Calibration /> : <Study refusal={refusal} />}
      </div>
    </main>
  );
}

/** The scenario, and beside it the scenario with what was changed. */
function SingleRun() {
  const metrics = useSignal(FIRST_CHARTS);
  const [runA, runB] = [baselineRun.value, changedRun.value];
  return (
    <>
      <RunBar />
      <StudyProgress language={language.value} />
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
    </>
  );
}

/** What was fitted; a study goes on meanwhile. */
function Calibration() {
  return (
    <>
      <StudyProgress language={language.value} />
      <CalibrateView language={language.value} />
    </>
  );
}

function Study({ refusal }: { readonly refusal: Parameters<typeof FileRefusal>[0]['refusal'] }) {
  return (
    <>
      <StudyBuilder language={language.value} />
      <FileRefusal refusal={refusal} />
      <StudyProgress language={language.value} />
      <StudyResults language={language.value} />
    </>
  );
}
