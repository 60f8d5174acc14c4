import { readMonth, type World } from '../world.ts';

/** Cohorts are read at month 12; twelve of them make the figure, as far as the run has them. */
const COHORT_MONTHS = 12;

/**
 * 12-month retention over the cohorts that completed month 12 within the last year: of first accounts opened, the share
 * funded and unclosed then. NaN while no cohort is old enough. @param broker position, or −1 for the market
 */
export function computeRetention12(world: World, broker: number): number {
  const { cohorts, inputs, brokerCount } = world;
  const elapsed = readMonth(world) - inputs.startMonth;
  const newest = elapsed - 1 - COHORT_MONTHS;
  const first = broker === -1 ? 0 : broker;
  const last = broker === -1 ? brokerCount - 1 : broker;
  let opened = 0;
  let kept = 0;
  for (let row = Math.max(0, newest - 11); row <= newest; row++) {
    for (let b = first; b <= last; b++) {
      opened += cohorts.opened[row * brokerCount + b];
      kept += cohorts.keptAt12[row * brokerCount + b];
    }
  }
  return opened > 0 ? kept / opened : Number.NaN;
}
