import type { Text } from '../../core/text.ts';
import { BROKER_FIELDS } from '../../experiment/broker-fields.ts';
import type { Decision, ModelInputs } from '../../model/inputs.ts';
import { PARAMETERS } from '../../model/parameters.ts';

/** One input in A and in B. A value that only one of them has is `null` in the other. */
export type InputRow =
  | { readonly kind: 'decision'; readonly a: Decision | null; readonly b: Decision | null }
  | { readonly kind: 'value'; readonly label: Text; readonly unit: string; readonly a: number; readonly b: number }
  | {
      readonly kind: 'broker';
      readonly broker: Text;
      readonly label: Text;
      readonly unit: string;
      readonly a: number;
      readonly b: number;
    };

/** Inputs that differ, and how many are the same. */
export interface InputDifferences {
  readonly rows: readonly InputRow[];
  readonly equal: number;
}

function isSameDecision(one: Decision, other: Decision): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Everything by which B differs from A before it starts: decisions, parameters, brokers. */
export function findInputDifferences(a: ModelInputs, b: ModelInputs): InputDifferences {
  const onlyIn = (mine: readonly Decision[], other: readonly Decision[]) =>
    mine.filter((decision) => !other.some((known) => isSameDecision(known, decision)));
  const decisions = [
    ...onlyIn(a.decisions, b.decisions).map((decision): InputRow => ({ kind: 'decision', a: decision, b: null })),
    ...onlyIn(b.decisions, a.decisions).map((decision): InputRow => ({ kind: 'decision', a: null, b: decision })),
  ];
  const values = PARAMETERS.filter(({ key }) => a.values[key] !== b.values[key]).map(
    ({ key, label, unit }): InputRow => ({ kind: 'value', label, unit, a: a.values[key], b: b.values[key] }),
  );
  const brokers = a.brokers.flatMap((broker, position) => {
    const other = b.brokers[position];
    if (other === undefined) return [];
    return BROKER_FIELDS.filter(({ key }) => broker[key] !== other[key]).map(
      ({ key, meaning, unit }): InputRow => ({
        kind: 'broker',
        broker: broker.name,
        label: meaning,
        unit,
        a: broker[key],
        b: other[key],
      }),
    );
  });
  const shared = a.decisions.length - decisions.filter((row) => row.a !== null).length;
  const compared = PARAMETERS.length + a.brokers.length * BROKER_FIELDS.length;
  return {
    rows: [...decisions, ...values, ...brokers],
    equal: compared - values.length - brokers.length + shared,
  };
}
