import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import './styles/why.css';
import './styles/timeline.css';
import './styles/explore.css';
import './styles/market-key.css';
import { isFirstVisit } from './first/first-state.ts';
import { door, followAddress, Page } from './page.tsx';
import { followShortcuts } from './shortcuts.ts';
import { playing, view } from './store.ts';
import { followCharts } from './store-charts.ts';
import { followEffects } from './store-effects.ts';
import { followLife } from './store-follow.ts';
import { openAddress } from './store-link.ts';
import { followPeople } from './store-people.ts';
import { followPlayback } from './store-playback.ts';
import { followRest } from './store-ready.ts';
import { followRuns, historyMissing } from './store-runs.ts';
import { followSeeds } from './store-seeds.ts';

followRuns();
followCharts();
followEffects();
followLife();
followPeople();
followRest();
followSeeds();
followPlayback();
followShortcuts();
followAddress();
void openAddress().then(() => {
  // Time starts when there is somebody to see it.
  if (isFirstVisit.peek()) playing.value = false;
});

/** The first screen stands until there is something better to see. */
effect(() => {
  if (isFirstVisit.value) return;
  if (!view.value && door.value === 'explore') return;
  const map = document.getElementById('first-map');
  if (map) render(null, map); // stops what moves there
  document.getElementById('first')?.remove();
});

/** What the first screen waits for: nobody should take a long history for a page that hangs. */
effect(() => {
  const missing = historyMissing.value;
  if (missing === 0) return;
  const texts = {
    en: `Building the market… history, ${missing} months left`,
    'zh-CN': `正在搭建市场……历史阶段还有 ${missing} 个月`,
  };
  for (const [lang, text] of Object.entries(texts)) {
    const note = document.querySelector(`#first [lang="${lang}"] .building`);
    if (note) note.textContent = text;
  }
});

/** A history shorter than this is over before a picture of it could be had. */
const LONG_WAIT_MS = 600;

const isWaiting = computed(() => !isFirstVisit.value && historyMissing.value > 0);

/** Who waits longer sees the shipped run move meanwhile. */
effect(() => {
  if (!isWaiting.value) return;
  const late = setTimeout(async () => (await import('./first/waiting-map.tsx')).playWhileWaiting(), LONG_WAIT_MS);
  return () => clearTimeout(late);
});

const stopWaiting = effect(() => {
  if (isFirstVisit.value) return;
  const host = document.getElementById('app')!;
  host.replaceChildren();
  render(<Page />, host);
  queueMicrotask(() => stopWaiting());
});

if (new URLSearchParams(location.search).has('test')) void import('./test-api.ts');
