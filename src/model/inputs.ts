import type { Text } from '../core/text.ts';
import type { ParameterValues } from './parameters.ts';

export const ARCHETYPES = ['leader', 'portal', 'platform', 'arm', 'niche', 'small', 'entrant'] as const;
export type Archetype = (typeof ARCHETYPES)[number];

/** What a broker may turn: the commission, or the money it spends. The four of Explore come first. */
export const LEVERS = ['price', 'content', 'community', 'advice', 'service', 'compliance', 'advertising'] as const;
export type Lever = (typeof LEVERS)[number];

/** What a broker may run beside its levers, each with an effort from 0, not at all, to 1. */
export const PROGRAMMES = [
  'wakeUp',
  'personalPrices',
  'countyPartners',
  'lifeScene',
  'advisers',
  'branches',
  'showcase',
  'referral',
  'automation',
  'care',
  'gamification',
  'tiering',
  'vendorAdvice',
  'promotion',
] as const;
export type Programme = (typeof PROGRAMMES)[number];

/** Everything that a decision can hold. */
export const CONTROLS = [...LEVERS, ...PROGRAMMES] as const;
export type Control = Lever | Programme;

/**
 * How a broker sets its levers where no decision says otherwise. A player is a broker of any kind, mostly `plan`, whose
 * levers a person’s decisions hold. `random` is the null against which `adaptive` is judged.
 */
export const STRATEGIES = [
  'plan',
  'price',
  'content',
  'community',
  'advice',
  'niche',
  'compliance',
  'imitator',
  'adaptive',
  'random',
] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** Levers on one of which an adaptive or random broker puts the money of `brokers.emphasis`, by code: the position. */
export const FOCUSES = [
  'price',
  'content',
  'community',
  'advice',
  'service',
  'advertising',
] as const satisfies readonly Lever[];

/**
 * How a broker takes up a programme whose return it cannot know: at once and as planned, after a pilot on a small part of its
 * clients (M52), or at once because others do, with a look at the return each year.
 */
export const ROLLOUTS = ['plan', 'gate', 'herd'] as const;
export type Rollout = (typeof ROLLOUTS)[number];

/** One broker as it stands when the run starts. Capabilities, reputation and the efforts of programmes are on [0, 1]. */
export interface BrokerInput extends Readonly<Record<Programme, number>> {
  readonly id: string;
  readonly name: Text;
  readonly archetype: Archetype;
  /** Share of all users at the start (by main broker), on [0, 1]; 0 for a broker that enters later. */
  readonly share: number;
  /** Calendar month in which it opens; before that it does not exist. */
  readonly entryMonth: number;
  readonly commissionBp: number;
  readonly content: number;
  readonly community: number;
  readonly advice: number;
  readonly service: number;
  readonly compliance: number;
  readonly reputation: number;
  /** Execution quality q in (0, 1]: the ceiling of every capability (mechanisms.md §0). */
  readonly quality: number;
  /** Months between two revisions of its prices, budgets and learning (M53): 3 for the quarter. */
  readonly revisionMonths: number;
  /** Factor on `brokers.explore`: how much more than others it tries for the sake of learning (M53). */
  readonly exploration: number;
  /** Share of everybody that its own platform meets, whoever they invest with: 0 for a broker that is only a broker (M13). */
  readonly reach: number;
  /** Name of the alliance whose platform it shares (M63), or `null`. */
  readonly alliance: string | null;
  readonly strategy: Strategy;
  readonly rollout: Rollout;
  /** Whom a niche serves, or `null`: utility added for people who match (M60, M61, M65). */
  readonly niche: Niche | null;
}

export const NICHES = ['county', 'wealthy', 'crossBorder', 'novice', 'trader'] as const;
export type Niche = (typeof NICHES)[number];

/** A broker's lever held at a value from a calendar month on. `price` in bp, all others in CNY million a quarter. */
export interface Decision {
  readonly month: number;
  readonly broker: number;
  readonly lever: Control;
  /** `set` holds the value; `scale` multiplies what the broker would have done by itself. */
  readonly mode: 'set' | 'scale';
  readonly value: number;
}

/** Monthly simple returns of the market that are prescribed, from the first month on; the regime chain draws the rest. */
export type RealisedReturns = readonly number[];

/** Everything that fixes a run apart from its seed. Months are calendar months: year × 12 + (month − 1). */
export interface ModelInputs {
  readonly agents: number;
  readonly startMonth: number;
  readonly months: number;
  readonly values: ParameterValues;
  readonly brokers: readonly BrokerInput[];
  readonly decisions: readonly Decision[];
  readonly realisedReturns: RealisedReturns;
  /**
   * The run at whose end this one starts; `null` for one whose people and brokers are made from its own parameters. It ends in
   * the month before `startMonth`, has as many agents and friends, and its brokers come first here, in the same order.
   */
  readonly prologue: ModelInputs | null;
}
