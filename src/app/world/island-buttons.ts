import type { Disc } from './arc-path.ts';
import { readNeighbour } from './keyboard.ts';

/** One button per island for those who use no pointer: a single tab stop, arrows go to the next island that way. */
export interface IslandButtons {
  readonly element: HTMLElement;
  /** Names of the islands for screen readers, and where they are on screen. */
  update(labels: readonly string[], discs: readonly Disc[], chosen: number): void;
}

interface ButtonEvents {
  focus(broker: number | null): void;
  pick(broker: number): void;
}

export function createIslandButtons(brokers: number, events: ButtonEvents): IslandButtons {
  const element = document.createElement('div');
  element.className = 'world-buttons';
  let places: readonly Disc[] = [];
  let current = 0;

  const buttons = Array.from({ length: brokers }, (_, broker) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    button.addEventListener('focus', () => {
      makeCurrent(broker);
      if (button.matches(':focus-visible')) events.focus(broker);
    });
    button.addEventListener('blur', () => events.focus(null));
    button.addEventListener('click', () => events.pick(broker));
    return button;
  });
  element.append(...buttons);
  element.addEventListener('keydown', (event) => {
    if (event.shiftKey) return;
    const next = readNeighbour(places, current, event.key);
    if (next === null) return;
    event.preventDefault();
    buttons[next].focus();
  });

  function makeCurrent(broker: number): void {
    buttons[current].tabIndex = -1;
    current = broker;
    buttons[current].tabIndex = 0;
  }

  return {
    element,
    update(labels, discs, chosen) {
      places = discs;
      buttons.forEach((button, broker) => {
        const { x, y, radius } = discs[broker];
        const half = Math.max(12, radius);
        button.hidden = radius < 0.5;
        if (button.getAttribute('aria-label') !== labels[broker]) button.setAttribute('aria-label', labels[broker]);
        button.setAttribute('aria-pressed', String(broker === chosen));
        button.style.transform = `translate(${(x - half).toFixed(1)}px, ${(y - half).toFixed(1)}px)`;
        button.style.width = `${(2 * half).toFixed(1)}px`;
        button.style.height = button.style.width;
      });
      if (!element.contains(document.activeElement)) makeCurrent(chosen);
    },
  };
}
