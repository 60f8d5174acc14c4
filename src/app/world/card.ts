import type { Language, Text } from '../../core/text.ts';
import type { LiveMonth } from '../../experiment/live-run.ts';
import type { BrokerInput } from '../../model/inputs.ts';
import { BROKER_METRIC, BROKER_METRICS, type BrokerMetric } from '../../model/metrics.ts';
import { formatBp, formatPeople, formatShare } from '../format.ts';
import { BROKER_STATUS, readBroker } from '../readings.ts';
import type { Disc } from './arc-path.ts';
import { ARCHETYPE_LABELS, WORDS } from './words.ts';

/** The card beside the island under the pointer: who this is and how it stands. */
export interface Card {
  readonly element: HTMLElement;
  show(broker: number, input: BrokerInput, month: LiveMonth, language: Language): void;
  /** Puts the card beside an island, in screen pixels, within the stage. */
  place(disc: Disc, width: number, height: number): void;
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
      const archetype = ARCHETYPE_LABELS[input.archetype][language];
      kind.textContent = ending ? `${archetype} · ${ending[language]}` : archetype;
      ROWS.forEach(({ metric, format }, row) => {
        terms[row].textContent = BROKER_METRICS[BROKER_METRIC[metric]].label[language];
        values[row].textContent = format(readBroker(month, broker, metric), language);
      });
      element.hidden = false;
    },
    place({ x, y, radius }, width, height) {
      const { offsetWidth, offsetHeight } = element;
      const right = x + radius + GAP;
      const left = x - radius - GAP - offsetWidth;
      const fits = right + offsetWidth <= width - 4 || left < 4;
      const across = Math.max(4, Math.min(width - offsetWidth - 4, fits ? right : left));
      const down = Math.max(4, Math.min(height - offsetHeight - 4, y - offsetHeight / 2));
      element.style.transform = `translate(${Math.round(across)}px, ${Math.round(down)}px)`;
    },
    hide() {
      element.hidden = true;
    },
  };
}
