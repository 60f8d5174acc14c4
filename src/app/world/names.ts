import { formatShare } from '../format.ts';
import { readBroker } from '../readings.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import type { OverlayScene } from './overlay.ts';
import type { Scene } from './scene.ts';

/** Names and figures of a picture, from when it was drawn: until it is shown the market may have gone on. */
export interface Names {
  readonly overlay: OverlayScene;
  readonly month: number;
  /** Of the islands, with their shares, by broker. */
  readonly labels: readonly string[];
  /** The picture in a sentence. */
  readonly sentence: string;
  /** Ways of whoever is followed that are on the map. */
  readonly ways: number;
}

/** @returns `null` while the scene shows no month */
export function readNames(scene: Scene, view: ExploreView): Names | null {
  const month = scene.readMonth();
  if (!month) return null;
  const { language } = view;
  const labels = readShownRun(view).inputs.brokers.map(
    ({ name }, broker) => `${name[language]} ${formatShare(readBroker(month, broker, 'share'), language)}`,
  );
  return {
    overlay: scene.describeOverlay(),
    month: month.record.month,
    labels,
    sentence: scene.describe(),
    ways: scene.countWays(),
  };
}
