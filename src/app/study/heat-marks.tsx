import type { BrokerNumber } from '../../experiment/broker-fields.ts';
import type { Scenario } from '../../experiment/scenario.ts';
import { type Bin, findNearestBin } from '../../experiment/study/bins.ts';
import type { Heat } from '../../experiment/study/summary.ts';
import type { Overrides } from '../store.ts';

/** Where on a map a setting of the model stands. */
export interface HeatMark {
  readonly name: 'A' | 'B';
  readonly column: number;
  /** From the lowest value. */
  readonly row: number;
}

/** The value of a parameter, or of a broker's field, in a scenario. */
function readValue({ values, brokers }: Scenario, key: string): number {
  if (key in values) return (values as Readonly<Record<string, number>>)[key];
  const [, id, field] = key.split('.');
  const broker = brokers.find((candidate) => candidate.id === id);
  return broker?.[field as BrokerNumber] ?? Number.NaN;
}

/**
 * A is the scenario of the study; B is what the tree of the Lab has changed of it, if that is on an axis of the map. A setting
 * beyond the map has no place on it.
 * @param keys of the parameters across and up
 */
export function placeMarks(
  heat: Pick<Heat, 'across' | 'up'>,
  keys: readonly [string, string],
  scenario: Scenario,
  changes: Overrides,
): HeatMark[] {
  const place = (name: HeatMark['name'], read: (key: string) => number): HeatMark[] => {
    const find = (list: readonly Bin[], key: string) => findNearestBin(list, read(key));
    const [column, row] = [find(heat.across, keys[0]), find(heat.up, keys[1])];
    return column === null || row === null ? [] : [{ name, column, row }];
  };
  const isChanged = keys.some((key) => key in changes);
  return [
    ...place('A', (key) => readValue(scenario, key)),
    ...(isChanged ? place('B', (key) => changes[key] ?? readValue(scenario, key)) : []),
  ];
}

interface MarkProps {
  readonly mark: HeatMark;
  /** Marks before it in the same cell: its letter stands beside theirs. */
  readonly before: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const LETTER = 13;

/** A frame round a cell, with its letter: dashed for A, as everywhere. Under it lies the ground, so that it shows on any colour. */
export function Mark({ mark: { name }, before, x, y, width, height }: MarkProps) {
  return (
    <g class="heat-mark" data-testid={`study-heat-mark-${name}`}>
      <rect class="ground" x={x - 0.5} y={y - 0.5} width={width} height={height} />
      <rect class={name === 'A' ? 'frame dashed' : 'frame'} x={x - 0.5} y={y - 0.5} width={width} height={height} />
      <g transform={`translate(${x + 2 + before * (LETTER + 1)} ${y + 2})`}>
        <rect class="letter" width={LETTER} height={LETTER} />
        <text class="m" x={LETTER / 2} y={LETTER - 2.5}>
          {name}
        </text>
      </g>
    </g>
  );
}
