import { effect } from '@preact/signals';
import { render } from 'preact';
import { FirstAnswers, FirstHeader, FirstMapPanel } from './first/first-screen.tsx';
import { isFirstVisit, mapMonth, mapMonths, mapPlaying, stage, visit } from './first/first-state.ts';
import type { Way } from './first/first-ways.ts';
import { listShippedMonths } from './first/map-months.ts';
import { readVisit } from './first/read-visit.ts';
import { followPreferences, visited } from './preferences.ts';

followPreferences();

/** Everything but the first screen. Its module starts the engine and draws the page once the first screen is left. */
const openPage = () => import('./main.tsx');
const loadAnswer = () => import('./first/first-answer.ts');

/** Milliseconds after which the words are on their way to the screen, also where a graphics process still starts. */
const PAINT_MS = 100;

/** Resolves when what stands in the page has been handed over to be painted: words come before anything that takes long. */
function waitForPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, PAINT_MS);
  });
}

async function openFirstVisit(): Promise<void> {
  const [read] = await Promise.all([readVisit(), waitForPaint()]);
  if (read === null) {
    // Without the picture the market itself is the next best thing to see.
    skipFirstVisit();
    return;
  }
  visit.value = read;
  mapMonths.value = listShippedMonths(read.run);
  const host = document.querySelector('#app > .top');
  const [panel, still] = [document.getElementById('first-answers'), document.getElementById('first-map')];
  if (!host || !panel || !still) return skipFirstVisit();
  still.replaceChildren();
  render(<FirstMapPanel />, still);
  render(<FirstAnswers onAnswer={answer} onStop={stop} onLeave={leave} />, panel);
  const ways = document.createElement('span');
  ways.className = 'first-ways';
  host.append(ways);
  render(<FirstHeader onLeave={leave} />, ways);
}

function skipFirstVisit(): void {
  document.documentElement.dataset.visit = 'again';
  isFirstVisit.value = false;
}

async function answer(): Promise<void> {
  stage.value = 'running';
  (await loadAnswer()).runAnswer();
}

async function stop(): Promise<void> {
  (await loadAnswer()).stopAnswer();
  mapMonths.value = listShippedMonths(visit.peek()!.run);
  mapMonth.value = 0;
  mapPlaying.value = true;
  stage.value = 'ask';
}

/** To the page, with what was found still on screen. */
async function leave(way: Way): Promise<void> {
  if (stage.peek() === 'running' || stage.peek() === 'failed') await stop();
  const { followWay } = await import('./first/first-ways.ts');
  for (const id of ['first-map', 'first-answers']) {
    const host = document.getElementById(id);
    if (host) render(null, host);
  }
  visited.value = true;
  skipFirstVisit();
  followWay(way);
}

/** Resolves when the map has moved or nobody waits for it: what the page itself needs must not hold the first frames up. */
function waitForMove(): Promise<void> {
  return new Promise((resolve) => {
    const stopWaiting = effect(() => {
      const isWaiting = isFirstVisit.value && stage.value === 'ask' && mapPlaying.value && mapMonth.value === 0;
      if (isWaiting) return;
      resolve();
      queueMicrotask(() => stopWaiting());
    });
  });
}

if (isFirstVisit.peek()) void openFirstVisit().then(waitForMove).then(openPage);
else void openPage();

/** Somebody who opens another address on the first screen has answered the question of where to go. */
effect(() => {
  const first = document.getElementById('first');
  if (first) first.dataset.stage = stage.value;
});

effect(() => {
  if (!isFirstVisit.value) return;
  const follow = () => {
    visited.value = true;
    skipFirstVisit();
  };
  addEventListener('hashchange', follow, { once: true });
  return () => removeEventListener('hashchange', follow);
});
