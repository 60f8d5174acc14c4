import { lazy, Suspense } from 'preact/compat';
import { readCommand } from '../controls/copying.ts';
import { Levers } from '../controls/levers.tsx';
import { Market } from '../controls/market.tsx';
import { readSheetHeight, SheetTabs, tab } from '../controls/sheet.tsx';
import { Timeline } from '../controls/timeline.tsx';
import { Transport } from '../controls/transport.tsx';
import { WhyPanel } from '../controls/why-panel.tsx';
import { say } from '../i18n/say.ts';
import { view } from '../store.ts';
import { retryRuns } from '../store-runs.ts';

const Charts = lazy(async () => (await import('../charts/charts.tsx')).Charts);

/** One market, one broker of one's own, four levers. Before the first month, index.html's first screen stands below. */
export function Explore() {
  const shown = view.value;
  if (!shown) return null;
  return (
    <div class="explore" data-tab={tab.value} data-sheet={readSheetHeight()}>
      <Levers view={shown} />
      <Market view={shown} />
      <WhyPanel view={shown} />
      <div id="charts">
        <h2 class="vh">{say('charts')}</h2>
        <Suspense fallback={<p class="empty">{say('loading')}</p>}>
          <Charts view={shown} onRetry={retryRuns} replayLine={readCommand()} />
        </Suspense>
      </div>
      <section id="time" aria-label={say('time')}>
        <Transport view={shown} />
        <Timeline view={shown} />
      </section>
      <SheetTabs />
    </div>
  );
}
