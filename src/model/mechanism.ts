import type { Text } from '../core/text.ts';
import type { ParameterValues } from './parameters.ts';

/**
 * A mechanism as the evidence names it, with its switch: a run with and one without it, under the same luck, show what it
 * does. Most are on in the shipped market; scenario switches are off until a scenario turns them on.
 */
export interface Mechanism<Key extends string = string> {
  readonly key: Key;
  /** Rows of public/data it stands on: `M33`, `S131`, `E36`. */
  readonly sources: readonly string[];
  /** The behaviour test that holds it: `test/behaviour/<test>.test.ts`, which names it in a line `// holds: <key>, …`. */
  readonly test: string;
  readonly label: Text;
  /** Which state it moves and which way, in a sentence. */
  readonly effect: Text;
  /** Values of parameters at which it does nothing. */
  readonly off: Partial<ParameterValues>;
  /** Values that turn it on, for one that is off by default. */
  readonly on?: Partial<ParameterValues>;
}

type Pair = readonly [en: string, zh: string];

/** Declares a mechanism: one that is off by default says how it is turned on. */
export function mechanism<Key extends string>(
  key: Key,
  sources: readonly string[],
  test: string,
  label: Pair,
  effect: Pair,
  off: Partial<ParameterValues>,
  on?: Partial<ParameterValues>,
): Mechanism<Key> {
  return {
    key,
    sources,
    test,
    label: { en: label[0], 'zh-CN': label[1] },
    effect: { en: effect[0], 'zh-CN': effect[1] },
    off,
    ...(on === undefined ? {} : { on }),
  };
}
