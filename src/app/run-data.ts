import type { Language, Text } from '../core/text.ts';
import type { LiveMonth } from '../experiment/live-run.ts';
import type { ModelInputs } from '../model/inputs.ts';
import type { PlayerDecisions } from './player-decisions.ts';

/** One run as far as it is known. Replaced as a whole when months arrive, so `===` tells whether anything changed. */
export interface RunData {
  readonly inputs: ModelInputs;
  readonly seed: string;
  /** Months computed so far, from 0 (the initial state) on, without gaps. */
  readonly months: readonly LiveMonth[];
  readonly status: 'running' | 'done' | 'failed' | 'cancelled';
  /** 64 hexadecimal digits once the run is done. */
  readonly stateHash: string | null;
  /** Why the run failed. */
  readonly message?: string;
  /** What the player decided in it; A has none. */
  readonly made?: PlayerDecisions;
}

/** A month without its investors. */
export type MonthFigures = Pick<LiveMonth, 'record'>;

/** The run from which B was branched, as the charts draw it behind B. */
export interface ParentLine {
  /** Months known of it, from 0 on. */
  readonly months: readonly MonthFigures[];
  /** Months completed where B leaves it: until then they are one. */
  readonly fork: number;
}

/** How a broker is drawn: fixed for the scenario and the chosen broker (DESIGN.md Colour). */
export interface BrokerLook {
  /** Position in `ModelInputs.brokers`. */
  readonly index: number;
  readonly id: string;
  readonly name: Text;
  /** Name of a custom property, as in `--b1` or `--tail-2`. */
  readonly colour: string;
  /** SVG dash pattern; empty for a solid line. */
  readonly dash: string;
  readonly marker: string;
}

/** Investors up to which everybody is a dot of the map; above, the map shows the density of a sample as large. */
export const MOST_DOTS = 50_000;

/** What the colour of an investor's dot stands for. */
export type ColourBy = 'age' | 'experience' | 'riskTolerance' | 'satisfaction';

/** Everything the market and the charts draw from. */
export interface ExploreView {
  /** A: the scenario as it is. */
  readonly runA: RunData;
  /** B: with the player's decisions; `null` while there are none. */
  readonly runB: RunData | null;
  /** B before a lever was moved in its past; `null` where that did not happen or was undone. */
  readonly parent: ParentLine | null;
  /** Position of the player's broker. */
  readonly chosen: number;
  /** Month on show, 0 to `inputs.months`; never beyond what has been computed. */
  readonly playhead: number;
  readonly looks: readonly BrokerLook[];
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly colourBy: ColourBy;
  readonly reducedMotion: boolean;
  /** Months a second while playing. */
  readonly speed: number;
  readonly playing: boolean;
}

/** The run that the market shows: B where there is one, else A. */
export function readShownRun(view: Pick<ExploreView, 'runA' | 'runB'>): RunData {
  return view.runB ?? view.runA;
}
