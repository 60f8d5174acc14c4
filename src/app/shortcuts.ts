import { openHelp } from './controls/help-dialog.tsx';
import { redo, undo } from './controls/levers.tsx';
import { keysEnabled } from './preferences.ts';
import { readShownRun } from './run-data.ts';
import { followed, view, worldMode } from './store.ts';
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

const ACTIONS: Readonly<Record<string, () => void>> = {
  ' ': togglePlay,
  ',': () => stepMonths(-1),
  '.': () => stepMonths(1),
  '[': () => changeSpeed(-1),
  ']': () => changeSpeed(1),
  t: toggleTable,
  c: toggleCompare,
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

/** Single-key shortcuts for the whole page. They stand back wherever a key is meant for something else. */
export function followShortcuts(): void {
  document.addEventListener('keydown', handleKey);
}
