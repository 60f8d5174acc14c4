import type { Problem } from '../core/result.ts';
import type { Mechanism } from '../model/mechanism.ts';
import { MECHANISMS, type MechanismKey } from '../model/mechanisms.ts';
import { type ParameterKey, type ParameterValues, readDefaults } from '../model/parameters.ts';

export const SWITCH_STATES = ['on', 'off'] as const;
export type SwitchState = (typeof SWITCH_STATES)[number];

/** Mechanisms that a file or a command switches, by key. */
export type MechanismSwitches = Readonly<Partial<Record<MechanismKey, SwitchState>>>;

type Values = Readonly<Partial<ParameterValues>>;

/** Whether a mechanism does anything at these values. */
export function readSwitch({ off }: Mechanism, values: Values): SwitchState {
  return Object.entries(off).some(([key, value]) => values[key as ParameterKey] !== value) ? 'on' : 'off';
}

/**
 * Values of parameters that bring a mechanism into a state.
 * @param values what holds without the switch: one that is on already keeps the strength that it has
 */
function switchMechanism(mechanism: Mechanism, state: SwitchState, values: Values): Values {
  if (state === 'off') return mechanism.off;
  if (readSwitch(mechanism, values) === 'on') return {};
  const defaults = readDefaults();
  const usual = Object.fromEntries(Object.keys(mechanism.off).map((key) => [key, defaults[key as ParameterKey]]));
  return { ...usual, ...mechanism.on };
}

/** Values that several switches set together, on top of those that hold without them. */
export function applySwitches(switches: MechanismSwitches, values: Values): Values {
  // No two mechanisms share a parameter (a test sees to it), so their order says nothing.
  return Object.assign(
    {},
    ...listSwitched(switches).map(([mechanism, state]) => switchMechanism(mechanism, state, values)),
  );
}

/**
 * Switches that parameters stated beside them contradict: `off` with a value at which the mechanism acts, `on` with values at
 * which it does not. Neither wins; who wrote them has to say which is meant. Parameters that only say how strong it is are no
 * contradiction.
 */
export function findContradictions(switches: MechanismSwitches, stated: Values, values: Values): Problem[] {
  const switched = { ...values, ...applySwitches(switches, values), ...stated };
  return listSwitched(switches)
    .filter(([mechanism, state]) => readSwitch(mechanism, switched) !== state)
    .map(([mechanism, state]) => {
      const keys = Object.keys(mechanism.off)
        .filter((key) => key in stated)
        .join(', ');
      const expected = {
        en: `a switch that agrees with ${keys} beside it`,
        'zh-CN': `与同处所列 ${keys} 一致的开关`,
      };
      return { path: mechanism.key, expected, got: state };
    });
}

function listSwitched(switches: MechanismSwitches): (readonly [Mechanism, SwitchState])[] {
  return (MECHANISMS as readonly Mechanism<MechanismKey>[]).flatMap((mechanism) => {
    const state = switches[mechanism.key];
    return state === undefined ? [] : [[mechanism, state] as const];
  });
}
