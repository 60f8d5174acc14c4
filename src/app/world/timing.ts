/** Milliseconds in which islands grow and dots settle (token --slow). */
export const SETTLE_MS = 320;
/** Milliseconds of one switcher's flight at one month a second (token --arc-flight). */
const FLIGHT_MS = 900;
/** Above this many months a second nobody flies: only arcs change. */
export const FLIGHT_SPEED_LIMIT = 12;

/** Flights get shorter with the speed of play, but never so short that they flash. */
export function computeFlightMs(monthsPerSecond: number): number {
  return Math.max(240, FLIGHT_MS / Math.sqrt(Math.max(1, monthsPerSecond)));
}

/** Fast start, soft landing; stands in for the token --ease. */
export function easeOut(t: number): number {
  const rest = 1 - Math.min(1, Math.max(0, t));
  return 1 - rest * rest * rest;
}

/** Slow, fast, slow: for things that travel. */
export function easeInOut(t: number): number {
  const clamped = Math.min(1, Math.max(0, t));
  return clamped * clamped * (3 - 2 * clamped);
}
