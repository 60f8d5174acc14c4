import type { FiguresByTarget } from '../../experiment/scoreboard.ts';

/** Figures of runs made here, beside those that were shipped. */
export interface Comparison {
  readonly same: number;
  readonly different: number;
}

/** Counts the figures of the first seeds that are the same in both, to the last digit kept. */
export function compareFigures(shipped: FiguresByTarget, here: FiguresByTarget, seeds: number): Comparison {
  let same = 0;
  let different = 0;
  for (const [id, figures] of Object.entries(here)) {
    for (let seed = 0; seed < Math.min(seeds, shipped[id]?.length ?? 0); seed++) {
      if (figures[seed] === shipped[id][seed]) same++;
      else different++;
    }
  }
  return { same, different };
}
