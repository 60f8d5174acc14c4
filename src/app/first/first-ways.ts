import { tab } from '../controls/sheet.tsx';
import { isPhone } from '../preferences.ts';
import { playhead, playing, worldMode } from '../store.ts';
import { endAnswer } from './first-answer.ts';
import { stage, visit } from './first-state.ts';

/** What the reader goes on to from the first screen. */
export type Way = 'market' | 'lab' | 'change' | 'follow' | 'compare';

interface Goal {
  /** What gets the focus as soon as it is there. */
  readonly selector: string;
  /** Where it is on a phone. */
  readonly tab: 'levers' | 'charts' | 'why';
}

const GOALS: Readonly<Record<Way, Goal>> = {
  market: { selector: '[data-testid=play]', tab: 'levers' },
  lab: { selector: '[data-testid=door-lab]', tab: 'levers' },
  change: { selector: '[data-testid=lever-price]', tab: 'levers' },
  follow: { selector: '[data-testid=interview-next]', tab: 'why' },
  compare: { selector: '[data-testid=world-compare], [data-testid=world-mode]', tab: 'charts' },
};

/** Long enough for a slow machine to compute a first month. */
const LONGEST_WAIT_MS = 60_000;

/** Opens the page where the reader wants to go on: at the month of the result, or playing from the start. */
export function followWay(way: Way): void {
  const isAnswered = stage.peek() === 'answered';
  endAnswer();
  playing.value = !isAnswered && way === 'market';
  playhead.value = isAnswered ? (visit.peek()?.question.months ?? 0) : 0;
  worldMode.value = way === 'compare' ? 'compare' : 'map';
  if (isPhone.peek()) tab.value = GOALS[way].tab;
  location.hash = way === 'lab' ? 'lab' : 'explore';
  focusWhenThere(GOALS[way].selector);
}

function focusWhenThere(selector: string): void {
  const observer = new MutationObserver(focus);
  const giveUp = setTimeout(() => observer.disconnect(), LONGEST_WAIT_MS);
  function focus(): void {
    const goal = document.querySelector<HTMLElement>(selector);
    if (goal === null) return;
    observer.disconnect();
    clearTimeout(giveUp);
    goal.focus();
  }
  observer.observe(document.body, { childList: true, subtree: true });
  focus();
}
