import { lazy, memo, Suspense } from 'preact/compat';
import { Guard } from '../controls/guard.tsx';
import { Levers } from '../controls/levers.tsx';
import { Market } from '../controls/market.tsx';
import { readSheetHeight, SheetTabs, type Tab, tab } from '../controls/sheet.tsx';
import { Timeline } from '../controls/timeline.tsx';
import { Transport } from '../controls/transport.tsx';
import { WhyPanel } from '../controls/why-panel.tsx';
import { say } from '../i18n/say.ts';
import { isPhone } from '../preferences.ts';
import { readCommand } from '../shown-command.ts';
import { view } from '../store.ts';
import { chartView } from '../store-charts.ts';
import { resumeRuns } from '../store-runs.ts';

const Charts = lazy(async () => (await import('../charts/charts.tsx')).Charts);

const ChartRow = memo(() => {
  const shown = chartView.value;
  return (
    <div id="charts">
      <Guard>
        <Suspense fallback={<p class="empty">{say('loading')}</p>}>
          {shown ? <Charts view={shown} onRetry={resumeRuns} replayLine={readCommand()} /> : null}
        </Suspense>
      </Guard>
    </div>
  );
});

/** One market, one broker of one's own, four levers. Before the first month, index.html's first screen stands below. */
export function Explore() {
  const shown = view.value;
  if (!shown) return null;
  const has = (panel: Tab) => !isPhone.value || tab.value === panel;
  return (
    <div class="explore" data-tab={tab.value} data-sheet={readSheetHeight()}>
      {has('levers') ? <Levers view={shown} /> : null}
      <Market view={shown} />
      {has('why') ? <WhyPanel view={shown} /> : null}
      {has('charts') ? <ChartRow /> : null}
      <section id="time" aria-label={say('time')}>
        <Transport view={shown} />
        <Timeline view={shown} />
      </section>
      {isPhone.value ? <SheetTabs /> : null}
    </div>
  );
}
