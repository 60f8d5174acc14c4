import type { Language, Text } from '../../core/text.ts';
import type { LiveMonth } from '../../experiment/live-run.ts';
import type { BrokerInput } from '../../model/inputs.ts';
import { BROKER_METRIC, BROKER_METRICS, type BrokerMetric } from '../../model/metrics.ts';
import { formatBp, formatPeople, formatShare } from '../format.ts';
import { say } from '../i18n/say.ts';
import { BROKER_STATUS, readBroker } from '../readings.ts';
import type { Disc } from './arc-path.ts';
import { WORDS } from './words.ts';

/** The card beside the island under the pointer: who this is and how it stands. */
export interface Card {
  readonly element: HTMLElement;
  show(broker: number, input: BrokerInput, month: LiveMonth, language: Language): void;
  /** Puts the card beside an island, in screen pixels, within the stage. */
  place(disc: Disc, islands: readonly Disc[], width: number, height: number): void;
  hide(): void;
}

const ROWS: readonly {
  readonly metric: BrokerMetric;
  readonly format: (value: number, language: Language) => string;
}[] = [
  { metric: 'share', format: (value, language) => formatShare(value, language) },
  { metric: 'users', format: formatPeople },
  { metric: 'commissionBp', format: formatBp },
  { metric: 'retention12', format: (value, language) => formatShare(value, language, 0) },
];

const ENDINGS: Readonly<Record<number, Text>> = {
  [BROKER_STATUS.notOpen]: WORDS.noOneYet,
  [BROKER_STATUS.takenOver]: WORDS.takenOver,
  [BROKER_STATUS.closed]: WORDS.closed,
};

const GAP = 10;
const MARGIN = 4;

export function createCard(): Card {
  const element = document.createElement('div');
  element.className = 'world-card';
  element.hidden = true;
  const title = document.createElement('strong');
  const kind = document.createElement('span');
  const list = document.createElement('dl');
  const terms = ROWS.map(() => document.createElement('dt'));
  const values = ROWS.map(() => document.createElement('dd'));
  ROWS.forEach((_, row) => {
    list.append(terms[row], values[row]);
  });
  element.append(title, kind, list);

  return {
    element,
    show(broker, input, month, language) {
      title.textContent = input.name[language];
      const ending = ENDINGS[readBroker(month, broker, 'status')];
      const archetype = say(`archetype-${input.archetype}`);
      kind.textContent = ending ? `${archetype} · ${ending[language]}` : archetype;
      ROWS.forEach(({ metric, format }, row) => {
        terms[row].textContent = BROKER_METRICS[BROKER_METRIC[metric]].label[language];
        values[row].textContent = format(readBroker(month, broker, metric), language);
      });
      element.hidden = false;
    },
    place(disc, islands, width, height) {
      const { left, top } = chooseCorner(disc, islands, element.offsetWidth, element.offsetHeight, width, height);
      element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    },
    hide() {
      element.hidden = true;
    },
  };
}

/** The side of an island where a card of that size hides least of this island and of the others. */
function chooseCorner(
  { x, y, radius }: Disc,
  islands: readonly Disc[],
  cardWidth: number,
  cardHeight: number,
  width: number,
  height: number,
): { left: number; top: number } {
  const aside = radius + GAP;
  const sides = [
    [x + aside, y - cardHeight / 2],
    [x - aside - cardWidth, y - cardHeight / 2],
    [x - cardWidth / 2, y - aside - cardHeight],
    [x - cardWidth / 2, y + aside],
  ];
  let best = { left: 0, top: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const [wantedLeft, wantedTop] of sides) {
    const left = Math.max(MARGIN, Math.min(width - cardWidth - MARGIN, wantedLeft));
    const top = Math.max(MARGIN, Math.min(height - cardHeight - MARGIN, wantedTop));
    let hidden = 0;
    for (const island of islands) {
      const across = Math.min(left + cardWidth, island.x + island.radius) - Math.max(left, island.x - island.radius);
      const down = Math.min(top + cardHeight, island.y + island.radius) - Math.max(top, island.y - island.radius);
      if (across > 0 && down > 0) hidden += across * down;
    }
    if (hidden < least) {
      least = hidden;
      best = { left, top };
    }
  }
  return best;
}
