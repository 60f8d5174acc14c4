import { applySwitches, readSwitch, type SwitchState } from '../../experiment/mechanism-switches.ts';
import type { Mechanism } from '../../model/mechanism.ts';
import { MECHANISMS, type MechanismKey } from '../../model/mechanisms.ts';
import type { ParameterValues } from '../../model/parameters.ts';

export const ALL_MECHANISMS: readonly Mechanism<MechanismKey>[] = MECHANISMS;

type Changes = Readonly<Record<string, number>>;

/** Whether a mechanism acts in B. @param values of the scenario; @param changes what is changed of them */
export function readState(mechanism: Mechanism, values: ParameterValues, changes: Changes): SwitchState {
  return readSwitch(mechanism, { ...values, ...changes });
}

/** Whether it acts in B and not in A, or the other way round. */
export function isSwitched(mechanism: Mechanism, values: ParameterValues, changes: Changes): boolean {
  return readState(mechanism, values, changes) !== readSwitch(mechanism, values);
}

/** Changes with a mechanism in another state; back in the scenario’s own state nothing of it is changed. */
export function changeSwitch(
  mechanism: Mechanism<MechanismKey>,
  state: SwitchState,
  values: ParameterValues,
  changes: Changes,
): Changes {
  const own = new Set([...Object.keys(mechanism.off), ...Object.keys(mechanism.on ?? {})]);
  const others = Object.entries(changes).filter(([key]) => !own.has(key));
  if (readSwitch(mechanism, values) === state) return Object.fromEntries(others);
  const set = Object.entries(applySwitches({ [mechanism.key]: state }, values));
  return Object.fromEntries([
    ...others,
    ...set.filter(([key, value]) => values[key as keyof ParameterValues] !== value),
  ]);
}

/** Whether every word of the query is in its name or effect (of either language), key, sources or parameters. */
export function matchesMechanism({ key, label, effect, sources, off }: Mechanism, query: string): boolean {
  const texts = [key, ...[label, effect].flatMap((text) => [text.en, text['zh-CN']]), ...sources, ...Object.keys(off)];
  const folded = texts.join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
