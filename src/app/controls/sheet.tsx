import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { say } from '../i18n/say.ts';

const TABS = ['levers', 'charts', 'why'] as const;
export type Tab = (typeof TABS)[number];

/** How far the sheet is drawn up on a phone. */
const SHEET_HEIGHTS = ['peek', 'half', 'full'] as const;
type SheetHeight = (typeof SHEET_HEIGHTS)[number];

export const tab = signal<Tab>('levers');
/** Each tab keeps its own height. */
const heights = signal<Readonly<Record<Tab, SheetHeight>>>({ levers: 'half', charts: 'half', why: 'half' });

export function readSheetHeight(): SheetHeight {
  return heights.value[tab.value];
}

function setHeight(height: SheetHeight): void {
  heights.value = { ...heights.value, [tab.value]: height };
}

/** Shows a panel, and draws the sheet up where it lies low. */
export function openTab(name: Tab): void {
  tab.value = name;
  if (readSheetHeight() === 'peek') setHeight('half');
}

function changeHeight(steps: number): void {
  const at = SHEET_HEIGHTS.indexOf(readSheetHeight());
  setHeight(SHEET_HEIGHTS[Math.max(0, Math.min(at + steps, SHEET_HEIGHTS.length - 1))]);
}

/** A finger has to travel this far to mean another height. */
const DRAG_PX = 24;

/** The grip of the bottom sheet, which is also a button, and its three tabs. Only phones show it. */
export function SheetTabs() {
  const start = useRef<number | null>(null);
  const dragged = useRef(false);
  const names: Readonly<Record<Tab, string>> = { levers: say('levers'), charts: say('charts'), why: say('why') };
  const move = (step: number) => {
    const next = TABS[(TABS.indexOf(tab.value) + step + TABS.length) % TABS.length];
    tab.value = next;
    document.querySelector<HTMLElement>(`[data-testid=tab-${next}]`)?.focus();
  };
  return (
    <section class="sheet-head" aria-label={say('panels')}>
      <button
        type="button"
        class="grip"
        aria-label={say(readSheetHeight() === 'full' ? 'sheetDown' : 'sheetUp')}
        data-testid="sheet-grip"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          start.current = event.clientY;
          dragged.current = false;
        }}
        onPointerMove={(event) => {
          if (start.current === null || Math.abs(event.clientY - start.current) < DRAG_PX) return;
          changeHeight(event.clientY < start.current ? 1 : -1);
          start.current = null;
          dragged.current = true;
        }}
        onPointerUp={() => {
          start.current = null;
        }}
        onClick={() => {
          if (!dragged.current)
            setHeight(readSheetHeight() === 'full' ? 'half' : readSheetHeight() === 'half' ? 'full' : 'half');
        }}
      />
      <div class="tabs" role="tablist" aria-label={say('panels')}>
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={tab.value === name}
            aria-controls={tab.value === name ? name : undefined}
            tabIndex={tab.value === name ? 0 : -1}
            data-testid={`tab-${name}`}
            onClick={() => openTab(name)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') move(1);
              if (event.key === 'ArrowLeft') move(-1);
            }}
          >
            {names[name]}
          </button>
        ))}
      </div>
    </section>
  );
}
