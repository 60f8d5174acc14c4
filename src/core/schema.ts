import { settleLayout } from './layout.ts';
import type { Text } from './text.ts';

/**
 * Where a value comes from: a row of the report (`S041`), a mechanism (`M14`), an independent finding (`E39`),
 * the fit to the targets that calibrate (`calibrated`, by `sim calibrate`), the feasibility trial (`trial`), or an `assumption` whose reason stands in `meaning`.
 */
export type Source = `S${string}` | `M${string}` | `E${string}` | 'calibrated' | 'trial' | 'assumption';

/** Where a calibrated value may lie before any target is looked at: anywhere in the range, equally likely. */
export interface Prior {
  readonly low: number;
  readonly high: number;
  /** What the range rests on. */
  readonly source: Exclude<Source, 'calibrated'>;
}

/** A number of the model, declared once: validation, panel, `--set`, JSON Schema and docs all read this object. */
export interface ParameterDeclaration<Key extends string = string, Group extends string = string> {
  /** Dotted path, group first: `tastes.price`. */
  readonly key: Key;
  readonly group: Group;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** Whole numbers only. */
  readonly integer?: true;
  readonly label: Text;
  readonly meaning: Text;
  readonly source: Source;
  /** Only of a calibrated parameter, and of each. */
  readonly prior?: Prior;
}

/** How the months of a year become one figure. */
export type YearReduction = 'last' | 'sum' | 'mean';

/** A figure that a run reports, declared once: CSV headers, charts, docs and `describe` all read this object. */
export interface MetricDeclaration<Key extends string = string> {
  readonly key: Key;
  /** `people`, `share`, `index`, `cents`, `bp`, `cny`, `cny/year`, `per month`, `per year`, `return`, `score`. */
  readonly unit: string;
  readonly reduce: YearReduction;
  readonly label: Text;
  /** The exact definition, with the source of the definition where there is one. */
  readonly definition: Text;
}

/** Position of each key of a catalogue in a row of figures. */
export function indexByKey<Key extends string>(
  declarations: readonly { readonly key: Key }[],
): Readonly<Record<Key, number>> {
  const positions = {} as Record<Key, number>;
  declarations.forEach((declaration, position) => {
    positions[declaration.key] = position;
  });
  return settleLayout(positions);
}
