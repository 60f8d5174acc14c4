import type { BrokerInput } from '../model/inputs.ts';
import type { BrokerLook } from './run-data.ts';

/** Second channels of the six coloured brokers (DESIGN.md Charts): line pattern and marker, in order of colour. */
const DASHES = ['', '6 3', '2 2', '8 3 2 3', '4 2 1 2', '1 3'];
const MARKERS = ['●', '■', '▲', '◆', '▼', '✚'];
const RIVALS = DASHES.length - 1;
const TAIL_GREYS = 3;

/**
 * How each broker is drawn, in the order of `brokers`. The chosen one is b1; b2 to b6 go to the five largest rivals at
 * the start of the run and stay with them; all others alternate between greys, so that neighbours separate.
 */
export function createBrokerLooks(brokers: readonly BrokerInput[], chosen: number): BrokerLook[] {
  const bySize = brokers
    .map((_, index) => index)
    .filter((index) => index !== chosen)
    .sort((a, b) => brokers[b].share - brokers[a].share || a - b);
  const rank = new Map(bySize.map((index, position) => [index, position]));
  return brokers.map(({ id, name }, index) => {
    const position = rank.get(index) ?? -1;
    if (position >= RIVALS) {
      const colour = `--tail-${1 + ((position - RIVALS) % TAIL_GREYS)}`;
      return { index, id, name, colour, dash: '', marker: '○' };
    }
    return { index, id, name, colour: `--b${position + 2}`, dash: DASHES[position + 1], marker: MARKERS[position + 1] };
  });
}
