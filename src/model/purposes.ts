/**
 * What a random draw is for: the last part of its key, so that two uses never share a number. Below 256.
 * Draws about who a person is are keyed with month 0, draws about what happens with the calendar month.
 */
export const PURPOSE = {
  // Who a person is
  status: 0,
  ageAndTier: 1,
  traits: 2,
  horizonAndWealth: 3,
  restlessness: 4,
  intensity: 5,
  brokers: 6,
  holdings: 7,
  tasteFirst: 8,
  tasteSecond: 9,
  tasteThird: 10,
  position: 11,
  willingness: 12,
  sway: 13,
  /** One purpose per tie, so up to 16 ties. */
  tieFirst: 16,
  // What happens in a month
  lead: 40,
  channel: 41,
  opening: 42,
  consideration: 43,
  /** Up to four purposes: two more brokers each. */
  considerationMore: 44,
  trade: 50,
  judge: 51,
  move: 52,
  account: 53,
  renewal: 54,
  takeover: 55,
  reach: 56,
  regime: 60,
  inspection: 61,
  focus: 62,
  showcase: 64,
  pilot: 65,
  sandbox: 63,
  // What the end of a history is raked with, in the first month after it
  rakeUsers: 110,
  rakeStatus: 111,
  rakeProducts: 112,
  /** One purpose per broker, so up to 128 brokers. */
  chanceFirst: 128,
} as const;

/** Most brokers a run may hold: bounded by the purposes kept for their random terms of utility. */
export const MOST_BROKERS = 127;

/** Broker position that stands for none in byte columns. */
export const NONE = 255;

/** Month that stands for never in month columns. */
export const NEVER = -32768;
