import type { Decision } from '../../model/inputs.ts';
import type { RunData } from '../run-data.ts';

/**
 * Where B leaves A: months completed when the first decision that only B has takes effect, so that the rule stands on
 * the last common state. `null` when there is no B or it differs in no decision.
 */
export function findBranchMonth(runA: RunData, runB: RunData | null): number | null {
  if (!runB) return null;
  const inA = new Set(runA.inputs.decisions.map(describeDecision));
  const own = runB.inputs.decisions.filter((decision) => !inA.has(describeDecision(decision)));
  if (own.length === 0) return null;
  return Math.max(0, Math.min(...own.map((decision) => decision.month)) - runB.inputs.startMonth);
}

function describeDecision({ month, broker, lever, mode, value }: Decision): string {
  return [month, broker, lever, mode, value].join(' ');
}
