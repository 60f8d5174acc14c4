import { signal } from '@preact/signals';
import { lazy, Suspense } from 'preact/compat';
import { ExperimentStrip } from './controls/experiment-strip.tsx';
import { Guard } from './controls/guard.tsx';
import { type Door, Header } from './controls/header.tsx';
import { HelpDialog } from './controls/help-dialog.tsx';
import { Notices } from './controls/notices.tsx';
import { GlossaryDialog } from './glossary/glossary-dialog.tsx';
import { TermTip } from './glossary/term-tip.tsx';
import { say } from './i18n/say.ts';
import { isLink } from './link.ts';
import { failure, playing, view } from './store.ts';
import { openAddress } from './store-link.ts';
import { Explore } from './views/explore.tsx';

const Lab = lazy(() => import('./views/lab.tsx'));
const Scoreboard = lazy(() => import('./views/scoreboard.tsx'));
const Learn = lazy(() => import('./views/learn.tsx'));

/** The doors that load when they are opened. */
const ROOMS = { lab: Lab, scoreboard: Scoreboard, learn: Learn } as const;

function readDoor(): Door {
  if (location.hash === '#lab') return 'lab';
  if (/^#learn(?:\/|$)/.test(location.hash)) return 'learn';
  return location.hash === '#scoreboard' ? 'scoreboard' : 'explore';
}

export const door = signal<Door>(readDoor());

/** Follows the address: a door, or a share link that was pasted over it. */
export function followAddress(): void {
  addEventListener('hashchange', () => {
    door.value = readDoor();
    if (door.value !== 'explore') playing.value = false;
    if (isLink(location.hash.slice(1))) void openAddress();
  });
}

/** The whole page: header, one of its doors, and what has to be said. */
export function Page() {
  const isOpening = (door.value === 'explore' && view.value === null) || undefined;
  return (
    <div class="page" data-door={door.value} data-opening={isOpening} data-failed={failure.value !== null || undefined}>
      <Header door={door.value} />
      <Notices />
      {door.value === 'explore' ? (
        <>
          <ExperimentStrip />
          <Explore />
        </>
      ) : (
        <Room door={door.value} />
      )}
      <HelpDialog />
      <GlossaryDialog />
      <TermTip />
    </div>
  );
}

function Room({ door: opened }: { readonly door: keyof typeof ROOMS }) {
  const Opened = ROOMS[opened];
  return (
    <Guard>
      <Suspense fallback={<p class="empty">{say('loading')}</p>}>
        <Opened />
      </Suspense>
    </Guard>
  );
}
