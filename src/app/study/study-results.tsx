import type { Language } from '../../core/text.ts';
import { readAnalysis } from '../../experiment/study/summary.ts';
import { pick } from '../i18n/say.ts';
import { BarsChart } from './bars-chart.tsx';
import { FanChart } from './fan-chart.tsx';
import { HeatChart } from './heat-chart.tsx';
import { PrecisionChart } from './precision-chart.tsx';
import { ResponseChart } from './response-chart.tsx';
import { RunsTable } from './runs-table.tsx';
import { study, summary } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

/** What the runs of the study show so far, and the runs themselves. */
export function StudyResults({ language }: { readonly language: Language }) {
  const shown = study.value;
  if (shown === null) {
    return (
      <p class="empty study-empty" data-testid="study-empty">
        {pick(WORDS.empty)}
      </p>
    );
  }
  const { kind } = readAnalysis(shown.design);
  const parameters = shown.design.points.keys.length;
  const hasBars = kind === 'sobol' || kind === 'morris';
  const props = { study: shown, summary: summary.value, language };
  return (
    <>
      <section class="study-charts" aria-label={pick(WORDS.results)}>
        <FanChart {...props} />
        {kind === 'replicates' ? <PrecisionChart {...props} /> : null}
        {hasBars ? <BarsChart {...props} /> : null}
        {parameters === 1 || (parameters > 1 && !hasBars) ? <ResponseChart {...props} /> : null}
        {parameters > 1 ? <HeatChart {...props} /> : null}
      </section>
      <RunsTable study={shown} language={language} />
    </>
  );
}
