import { openHelp } from './controls/help-dialog.tsx';
import { redo, undo } from './controls/levers.tsx';
import { openTab, type Tab } from './controls/sheet.tsx';
import { door } from './page.tsx';
import { keysEnabled } from './preferences.ts';
import { readShownRun } from './run-data.ts';
import { followed, playing, view, worldMode } from './store.ts';
import { changeSpeed, stepMonths, togglePlay } from './store-playback.ts';
import { readColumn } from './world/snapshot-columns.ts';

function toggleTable(): void {
  worldMode.value = worldMode.value === 'table' ? 'map' : 'table';
}

function toggleCompare(): void {
  worldMode.value = worldMode.value === 'compare' ? 'map' : 'compare';
}

/** Somebody of the chosen broker is followed: whoever comes first in the picture of the month. */
function toggleFollowing(): void {
  const shown = view.peek();
  if (followed.peek() !== null || shown === null) {
    followed.value = null;
    return;
  }
  const { snapshot } = readShownRun(shown).months[shown.playhead];
  const slot = readColumn(snapshot, 'broker').indexOf(shown.chosen);
  if (slot >= 0) followed.value = { slot, month: shown.playhead };
}

/** Gives the focus to something in a panel, which on a phone may have to come up first. */
function goTo(panel: Tab, target: string): void {
  openTab(panel);
  requestAnimationFrame(() => document.querySelector<HTMLElement>(target)?.focus());
}

/** Any lever that is moved now branches B off in the month on show. */
function startBranch(): void {
  playing.value = false;
  goTo('levers', '#levers input:enabled, #levers:not(:has(input:enabled)) button');
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  ' ': togglePlay,
  ',': () => stepMonths(-1),
  '.': () => stepMonths(1),
  '[': () => changeSpeed(-1),
  ']': () => changeSpeed(1),
  b: startBranch,
  c: toggleCompare,
  w: () => goTo('why', '#why'),
  t: toggleTable,
  f: toggleFollowing,
  '?': openHelp,
};

/** Where a key already means something: writing, and pressing what has the focus. */
const WRITING = 'input:not([type=range], [type=checkbox]), textarea, select, [contenteditable], dialog, [popover]';
const PRESSABLE = 'button, a, summary, input, [role=button]';

/** Undo, or redo by either of its keys. */
function findChange({ key, shiftKey }: KeyboardEvent): (() => void) | null {
  if (key.toLowerCase() === 'z') return shiftKey ? redo : undo;
  return key.toLowerCase() === 'y' ? redo : null;
}

function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || !keysEnabled.peek() || event.altKey) return;
  // The other doors have nothing to play, step or undo here; help is the same everywhere.
  if (door.peek() !== 'explore' && event.key !== '?') return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest(WRITING)) return;
  const isCommand = event.ctrlKey || event.metaKey;
  const change = isCommand ? findChange(event) : null;
  if (change) {
    change();
    event.preventDefault();
    return;
  }
  if (isCommand || (event.key === ' ' && target.closest(PRESSABLE))) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const act = ACTIONS[key];
  if (!act) return;
  event.preventDefault();
  act();
}

/** Single-key shortcuts of Explore, and help on every door. They stand back wherever a key is meant for something else. */
export function followShortcuts(): void {
  document.addEventListener('keydown', handleKey);
}
