import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Caret } from './icon.tsx';

interface PopoverProps {
  readonly testId: string;
  /** What the button shows; a caret follows. A `plain` face is a mere glyph and is named by `label`. */
  readonly face: ComponentChildren;
  readonly label: string;
  readonly className?: string;
  readonly plain?: boolean;
  /** Without the caret, because the face brings its own. */
  readonly bare?: boolean;
  /** The panel's content; `close` hides it and gives the focus back. */
  readonly children: (close: () => void) => ComponentChildren;
}

const GAP = 4;
const EDGE = 8;
/** A panel taller than this scrolls rather than cover its button. */
const ROOM = 320;

/** Below the button, inside the window; the browser's own popover dismisses it on Escape or a press elsewhere. */
export function placePanel(button: HTMLElement, panel: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const left = Math.max(EDGE, Math.min(anchor.left, innerWidth - width - EDGE));
  const below = anchor.bottom + GAP;
  const fitsBelow = below + Math.min(height, ROOM) <= innerHeight - EDGE;
  const top = fitsBelow ? below : Math.max(EDGE, anchor.top - GAP - height);
  panel.style.left = `${left}px`;
  panel.style.top = `${top}px`;
  panel.style.maxHeight = `${innerHeight - (fitsBelow ? below : EDGE) - EDGE}px`;
}

/** A button that opens a small panel over the page. The panel has content only while it is open. */
export function Popover({
  testId,
  face,
  label,
  className = 'btn',
  plain = false,
  bare = false,
  children,
}: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    panel.current?.hidePopover();
    button.current?.focus();
  };
  const prepare = (event: Event) => setOpen((event as ToggleEvent).newState === 'open');
  const place = (event: Event) => {
    if ((event as ToggleEvent).newState !== 'open' || !button.current || !panel.current) return;
    placePanel(button.current, panel.current);
    const first = panel.current.querySelector<HTMLElement>('[data-first], [aria-checked=true], input, button, a');
    first?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={className}
        popovertarget={id}
        aria-haspopup="true"
        aria-label={plain ? label : undefined}
        title={label}
        data-testid={testId}
      >
        {face}
        {plain || bare ? null : <Caret />}
      </button>
      <div ref={panel} id={id} popover="auto" class="popover" onBeforeToggle={prepare} onToggle={place}>
        {isOpen ? children(close) : null}
      </div>
    </>
  );
}

/** Up and down move through the choices of a menu. */
export function moveInMenu(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const menu = event.currentTarget as HTMLElement;
  const items = [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]:not([disabled])')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
  event.preventDefault();
}

interface ChoiceMenuProps<Value extends string> {
  readonly testId: string;
  readonly label: string;
  readonly face: ComponentChildren;
  readonly className?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly note?: string }[];
  readonly onChoose: (value: Value) => void;
}

/** A menu of which exactly one entry holds. */
export function ChoiceMenu<Value extends string>(props: ChoiceMenuProps<Value>) {
  const { testId, label, face, className = 'btn', value, options, onChoose } = props;
  return (
    <Popover testId={testId} label={label} face={face} className={className}>
      {(close) => (
        <div role="menu" aria-label={label} class="menu" onKeyDown={moveInMenu}>
          {options.map((option) => (
            <button
              key={option.value}
              type="button"
              role="menuitemradio"
              aria-checked={option.value === value}
              data-testid={`${testId}-${option.value}`}
              onClick={() => {
                close();
                onChoose(option.value);
              }}
            >
              <span>{option.label}</span>
              {option.note ? <small>{option.note}</small> : null}
            </button>
          ))}
        </div>
      )}
    </Popover>
  );
}
