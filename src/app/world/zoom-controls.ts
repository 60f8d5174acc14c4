import type { Language, Text } from '../../core/text.ts';
import { WORDS } from './words.ts';

/** Zooming and panning without a wheel, two fingers or a drag: buttons and keys. */
export interface ZoomControls {
  readonly element: HTMLElement;
  setLanguage(language: Language): void;
  setZoom(zoom: number, largest: number): void;
}

interface ZoomTarget {
  /** About the middle of the picture. */
  zoomBy(factor: number): void;
  panBy(dx: number, dy: number): void;
  showAll(): void;
}

const STEP = 1.5;
const PAN_PX = 80;
const PANS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [PAN_PX, 0],
  ArrowRight: [-PAN_PX, 0],
  ArrowUp: [0, PAN_PX],
  ArrowDown: [0, -PAN_PX],
};

/** @param area listens for keys: + and − zoom, 0 shows all, Shift with an arrow pans */
export function createZoomControls(area: HTMLElement, target: ZoomTarget): ZoomControls {
  const element = document.createElement('div');
  element.className = 'world-zoom';
  const create = (face: string, testId: string, act: () => void) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = face;
    button.dataset.testid = testId;
    button.addEventListener('click', act);
    element.append(button);
    return button;
  };
  const whole = create('', 'zoom-all', () => target.showAll());
  const closer = create('+', 'zoom-in', () => target.zoomBy(STEP));
  const further = create('−', 'zoom-out', () => target.zoomBy(1 / STEP));
  whole.hidden = true;
  further.disabled = true;
  // A press on a button is none on the market below it.
  element.addEventListener('pointerdown', (event) => event.stopPropagation());

  const acts: Readonly<Record<string, () => void>> = {
    '+': () => target.zoomBy(STEP),
    '=': () => target.zoomBy(STEP),
    '-': () => target.zoomBy(1 / STEP),
    '0': () => target.showAll(),
  };
  area.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pan = event.shiftKey ? PANS[event.key] : undefined;
    const act = pan ? () => target.panBy(...pan) : acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });

  return {
    element,
    setLanguage(language) {
      const name = (button: HTMLButtonElement, label: Text) => {
        button.setAttribute('aria-label', label[language]);
        button.title = label[language];
      };
      name(closer, WORDS.zoomIn);
      name(further, WORDS.zoomOut);
      whole.textContent = WORDS.reset[language];
    },
    setZoom(zoom, largest) {
      const hadFocus = document.activeElement === whole;
      whole.hidden = zoom === 1;
      if (hadFocus && whole.hidden) closer.focus();
      further.disabled = zoom === 1;
      closer.disabled = zoom >= largest;
    },
  };
}
