import type { Text } from '../core/text.ts';
import type { Archetype, BrokerInput, Control, Niche, Rollout, Strategy } from '../model/inputs.ts';
import type { ParameterKey } from '../model/parameters.ts';
import type { BrokerNumber } from './broker-fields.ts';
import type { MechanismSwitches } from './mechanism-switches.ts';

export const RETURNS = ['regimes', 'csi300'] as const;
export type Returns = (typeof RETURNS)[number];

/** What brokers of one archetype have in common unless they state it themselves. */
interface BrokerProfile extends Partial<Pick<BrokerInput, BrokerNumber>> {
  readonly strategy?: Strategy;
  readonly rollout?: Rollout;
  readonly niche?: Niche | null;
  readonly alliance?: string | null;
}

export interface BrokerEntry extends BrokerProfile {
  readonly id: string;
  readonly name?: Text;
  readonly archetype?: Archetype;
  readonly share?: number;
  /** `2022-01`; without it the broker opened ten years before the start. */
  readonly entryMonth?: string;
}

/** Exactly one of `set` and `scale` is given. */
export interface DecisionEntry {
  readonly from: string;
  readonly broker: string;
  readonly lever: Control;
  readonly set?: number;
  readonly scale?: number;
}

/** The scenario from whose end another one starts: a shipped one, or the file itself. Exactly one of the two is given. */
export interface StartEntry {
  readonly scenario?: string;
  readonly file?: ScenarioFile;
}

/** A scenario as it stands in a file (docs/architecture.md, "Scenario file"). */
export interface ScenarioFile {
  readonly $schema?: string;
  readonly formatVersion: number;
  readonly id: string;
  readonly extends?: string;
  readonly title: Text;
  readonly summary?: Text;
  readonly question?: Text;
  readonly start?: string;
  /** `null` for people and brokers made from the parameters, where the scenario extended starts from a history. */
  readonly startsFrom?: StartEntry | null;
  readonly months?: number;
  readonly agents?: number;
  readonly returns?: Returns;
  readonly mechanisms?: MechanismSwitches;
  readonly parameters?: Readonly<Partial<Record<ParameterKey, number>>>;
  readonly archetypes?: Readonly<Partial<Record<Archetype, BrokerProfile>>>;
  readonly brokers?: readonly BrokerEntry[];
  readonly decisions?: readonly DecisionEntry[];
}
