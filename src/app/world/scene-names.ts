import type { Language } from '../../core/text.ts';
import type { LiveMonth } from '../../experiment/live-run.ts';
import { formatMonth, formatShare } from '../format.ts';
import { readBroker } from '../readings.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import type { Disc } from './arc-path.ts';
import { computeShoreReach } from './coast.ts';
import type { Layout, Point } from './layout.ts';
import type { Badge, NamedIsland, OverlayScene, PlaceName } from './overlay.ts';
import { describeMarket, formatOthers, WORDS } from './words.ts';

/** Names, figures and badges of a month, for the overlay. */
export function describeOverlay(
  view: ExploreView,
  month: LiveMonth | null,
  layout: Layout | null,
  islands: readonly Disc[],
  badges: readonly Badge[],
): OverlayScene {
  if (!month || !layout) return { islands: [], places: [], badges: [], playing: false };
  const { brokers } = readShownRun(view).inputs;
  const { language, chosen } = view;
  const tail = new Set(layout.tail);
  const named = brokers.map((broker, index): NamedIsland => {
    const share = readBroker(month, index, 'share');
    return {
      broker: index,
      disc: islands[index],
      name: broker.name[language],
      share: formatShare(share, language),
      weight: share,
      chosen: index === chosen,
      tail: tail.has(index),
    };
  });
  return { islands: named, places: namePlaces(layout, named, language), badges, playing: view.playing };
}

function namePlaces(layout: Layout, islands: readonly NamedIsland[], language: ExploreView['language']): PlaceName[] {
  const places: PlaceName[] = [];
  const { shore, tailLabel } = layout;
  if (shore.side === 'left') {
    places.push({
      key: 'ashore',
      x: computeShoreReach(shore, 18) + 12,
      y: 18,
      text: WORDS.ashore[language],
      figure: '',
      anchor: 'start',
    });
  }
  const others = islands.filter(({ tail, chosen, disc }) => tail && !chosen && disc.radius > 0.5);
  if (tailLabel && others.length > 0 && shore.side === 'left') {
    const share = others.reduce((sum, { weight }) => sum + weight, 0);
    places.push({
      key: 'others',
      ...tailLabel,
      text: formatOthers(others.length, language),
      figure: formatShare(share, language),
      anchor: 'middle',
    });
  }
  return places;
}

/** Pixels from the ring's middle to the name beside it. */
const BESIDE_RING = 12;

/** The name beside the ring of whoever is followed. */
export function describeFollowed(slot: number, place: Point, zoom: number, language: Language): PlaceName {
  const text = `${WORDS.followed[language]} ${slot}`;
  return { key: 'followed', x: place.x + BESIDE_RING / zoom, y: place.y, text, figure: '', anchor: 'start' };
}

/** What the picture says to those who cannot see it. */
export function describeScene(view: ExploreView, month: LiveMonth): string {
  const { inputs } = readShownRun(view);
  const { language, chosen } = view;
  const shares = inputs.brokers.map((_, broker) => readBroker(month, broker, 'share'));
  const largest = shares.indexOf(Math.max(...shares));
  const name = (broker: number) => ({
    name: inputs.brokers[broker].name[language],
    share: formatShare(shares[broker], language),
  });
  const open = shares.filter((share) => share > 0).length;
  const when = formatMonth(inputs.startMonth + month.record.month, language);
  return describeMarket(language, when, open, name(largest), name(chosen));
}
