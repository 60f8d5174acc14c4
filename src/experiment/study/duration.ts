import { ORIGIN_PARAMETERS } from '../../model/start/parameters.ts';
import type { Design } from '../design/design.ts';

/** Milliseconds that one run takes: with the history that it starts from, and without, since runs of one seed share it. */
export interface RunDuration {
  readonly coldMs: number;
  readonly warmMs: number;
}

/**
 * Milliseconds that a design takes on some workers, seed by seed: each of them plays the history of each seed once, unless the
 * history depends on what is swept.
 */
export function predictDuration(
  {
    points,
    stop,
    scenario,
  }: Pick<Design, 'stop' | 'scenario'> & { readonly points: Pick<Design['points'], 'keys' | 'count'> },
  { coldMs, warmMs }: RunDuration,
  workers: number,
): number {
  const runs = points.count * stop.most;
  const atOnce = Math.min(workers, runs);
  const isShared = points.keys.every((key) => !(ORIGIN_PARAMETERS as readonly string[]).includes(key));
  if (!isShared || scenario.startsFrom === null) return (runs * coldMs) / atOnce;
  const histories = stop.most * Math.min(atOnce, points.count);
  return (runs * warmMs + histories * Math.max(0, coldMs - warmMs)) / atOnce;
}
