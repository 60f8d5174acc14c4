import type { Niche } from '../inputs.ts';
import { readMonth, type World } from '../world.ts';

/** Wealth scores above which somebody is of interest to a broker for the wealthy, and to a cross-border one. */
const WEALTHY_SCORE = 1;
const CROSS_BORDER_SCORE = 0.3;
const CROSS_BORDER_AGE = 50;
const NOVICE_EXPERIENCE = 0.3;
const TRADER_EXPERIENCE = 0.5;

/** Whether a niche is made for the person in a slot: 1 or 0. */
export function matchesNiche(world: World, slot: number, niche: Niche): number {
  const { investors } = world;
  switch (niche) {
    case 'county':
      return investors.tier[slot] >= 3 ? 1 : 0;
    case 'wealthy':
      return investors.wealthScore[slot] > WEALTHY_SCORE ? 1 : 0;
    case 'crossBorder': {
      const isYoung = readMonth(world) - investors.birthMonth[slot] < CROSS_BORDER_AGE * 12;
      return isYoung && investors.tier[slot] <= 2 && investors.wealthScore[slot] > CROSS_BORDER_SCORE ? 1 : 0;
    }
    case 'novice':
      return investors.experience[slot] < NOVICE_EXPERIENCE ? 1 : 0;
    case 'trader':
      return investors.shortHorizon[slot] === 1 && investors.experience[slot] > TRADER_EXPERIENCE ? 1 : 0;
  }
}
