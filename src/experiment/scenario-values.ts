import { type Result, succeed } from '../core/result.ts';
import { overrideScenario } from './model-inputs.ts';
import type { Scenario } from './scenario.ts';

/** Sets values in a scenario and in the history that it starts from: a model that differs, differs in the past as well. */
export function changeChain(scenario: Scenario, set: Readonly<Record<string, number>>): Result<Scenario> {
  const changed = overrideScenario(scenario, { set });
  if (!changed.ok || scenario.startsFrom === null) return changed;
  const past = changeChain(scenario.startsFrom, set);
  return past.ok ? succeed({ ...changed.value, startsFrom: past.value }) : past;
}
