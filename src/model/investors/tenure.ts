import type { World } from '../world.ts';

/** Months with the main broker below which each band of tenure ends, the last one open: the hazard of leaving falls with tenure (E39). */
export const TENURE_BOUNDS: readonly number[] = [12, 24, 36, 60];
export const TENURE_BANDS = TENURE_BOUNDS.length + 1;

const LAST_BOUND = 60;
const BAND_OF_MONTHS = Uint8Array.from(
  { length: LAST_BOUND + 1 },
  (_, months) => TENURE_BOUNDS.filter((bound) => months >= bound).length,
);

/** Band of tenure of somebody who came to the broker in a month. */
export function findTenureBand(month: number, since: number): number {
  return BAND_OF_MONTHS[Math.min(LAST_BOUND, month - since)];
}

/** Counts a client that a broker loses, by tenure. Called while the person is still its client. */
export function countDeparture({ investors, departures, market }: World, i: number): void {
  const band = findTenureBand(market.month[0], investors.mainSince[i]);
  departures.clients[investors.main[i] * TENURE_BANDS + band]++;
}
