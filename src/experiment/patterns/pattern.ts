import { mean } from 'simple-statistics';
import type { Text } from '../../core/text.ts';
import type { BrokerInput } from '../../model/inputs.ts';
import type { Measure } from '../measure.ts';
import type { NullModelId } from '../null-models.ts';

/** A pattern of the history that no calibration has seen: a sign, an order or a shape (independent.md §7). */
export interface Pattern {
  readonly id: string;
  readonly level: 'market' | 'broker' | 'investor';
  readonly sentence: Text;
  /** What the figure is, and why this is the line to cross. */
  readonly judged: Text;
  readonly sources: readonly string[];
  /** Where the figure has to lie. */
  readonly above?: number;
  readonly below?: number;
  /** The likely reason where it fails. */
  readonly cause?: Text;
  readonly decimals: number;
  readonly listMeasures: (brokers: readonly BrokerInput[]) => readonly Measure[];
  /** The figure of a run. @param values of the measures, each one number or a series */
  readonly compute: (values: readonly (readonly number[])[], brokers: readonly BrokerInput[]) => number;
  /** The null model that loses it; `null` where none of them is about it. */
  readonly lostBy: NullModelId | null;
}

export const WINDOW = { from: '2019-01', to: '2024-12' } as const;

/** The window of one month. */
export function at(month: string): Pick<Measure, 'from' | 'to'> {
  return { from: month, to: month };
}

/** A figure of every broker at the end of a month. */
export function listOfAll(metric: string, brokers: readonly BrokerInput[], month: string): Measure[] {
  return brokers.map(({ id }) => ({ metric, broker: id, ...at(month) }));
}

/** The market’s return of every month, then other figures. */
export function listWithReturns(...metrics: readonly string[]): Measure[] {
  return ['marketReturn', ...metrics].map((metric) => ({ metric, series: 'month', ...WINDOW }));
}

/** Not a number where there is nothing to average. */
export function average(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : mean([...values]);
}

/** A month that people notice, up or down. */
const NOTICED = 0.05;

const MOODS = {
  gain: (value: number) => value >= NOTICED,
  loss: (value: number) => value <= -NOTICED,
  calm: (value: number) => Math.abs(value) < NOTICED,
};

/**
 * Mean of a figure over months of a mood of the market, from the second on.
 * @param returns by month @param read the figure of a month, by its position
 * @param lag months from the mood to the figure
 */
export function averageIn(
  mood: keyof typeof MOODS,
  returns: readonly number[],
  read: (month: number) => number,
  lag = 0,
): number {
  const months = returns.flatMap((value, month) => {
    const later = month + lag;
    return MOODS[mood](value) && later > 0 && later < returns.length ? [later] : [];
  });
  return average(months.map(read));
}
