import { signal } from '@preact/signals';
import type { Language } from '../../core/text.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';
import { findBranchMonth } from '../charts/branch-month.ts';
import type { ExploreView } from '../run-data.ts';
import { followed, foreignEngine } from '../store.ts';
import { people } from '../store-people.ts';
import { seedStudy } from '../store-seeds.ts';
import { COMPARE_TEXTS } from './compare-texts.ts';
import { DifferenceChart } from './difference-chart.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { PeopleTable } from './people-table.tsx';
import { SeedsPanel } from './seeds-panel.tsx';
import './compare.css';

/** Position in `OUTCOMES` of the figure that is drawn. */
const outcome = signal(0);

function chooseOutcome(position: number): void {
  outcome.value = position;
}

/** A and B of two engines are no pair: what differs may be the engine. */
function Refusal({ engine, language }: { readonly engine: string; readonly language: Language }) {
  return (
    <div class="empty" data-testid="engine-refused">
      <p>{writeRefusal(engine, language)}</p>
      <button
        type="button"
        class="btn line"
        data-testid="compare-anyway"
        onClick={() => {
          foreignEngine.value = null;
        }}
      >
        {COMPARE_TEXTS.anyway[language]}
      </button>
    </div>
  );
}

function writeRefusal(engine: string, language: Language): string {
  if (language === 'en') {
    return `Expected a link of engine ${ENGINE_VERSION}, got one of engine ${engine}. What its sender saw as A or B is not what this page computes, so the two are not compared.`;
  }
  return `需要引擎 ${ENGINE_VERSION} 的链接，得到的是引擎 ${engine} 的链接。发送者看到的 A 或 B 与本页面计算的并不相同，因此不作对比。`;
}

/** A and B side by side: the difference over time, seed by seed, figure by figure, person by person. */
export function CompareView({ view }: { readonly view: ExploreView }) {
  const { language } = view;
  if (!view.runB) return <p class="empty">{COMPARE_TEXTS.needsB[language]}</p>;
  if (foreignEngine.value !== null) return <Refusal engine={foreignEngine.value} language={language} />;
  if (view.playhead >= view.runB.months.length || view.playhead >= view.runA.months.length) return null;
  const study = seedStudy.value;
  const pairs = study?.pairs ?? [];
  const known = people.value;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="compare" aria-label={COMPARE_TEXTS.compare[language]} tabIndex={0} data-testid="compare">
      <DifferenceChart
        view={view}
        outcome={outcome.value}
        onChoose={chooseOutcome}
        pairs={pairs}
        branchMonth={findBranchMonth(view.runA, view.runB)}
      />
      <SeedsPanel view={view} study={study} outcome={outcome.value} />
      <DifferenceTable view={view} pairs={pairs} onChoose={chooseOutcome} />
      {known ? (
        <PeopleTable
          view={view}
          comparison={known.comparison}
          onFollow={(slot) => {
            followed.value = { slot, month: known.comparison.month };
          }}
        />
      ) : (
        <p class="empty">{COMPARE_TEXTS.peopleWait[language]}</p>
      )}
    </section>
  );
}
