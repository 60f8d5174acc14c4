import { PROGRAMMES, type Programme } from '../inputs.ts';
import type { ParameterKey } from '../parameters.ts';
import type { World } from '../world.ts';
import { BROKER_STATUS } from './status.ts';

/** What each programme costs at full effort: the parameter that states it, as a share of revenue. */
const COSTS = {
  wakeUp: 'programmes.wakeUpCost',
  personalPrices: 'programmes.personalPricesCost',
} as const satisfies Record<Programme, ParameterKey>;

/** Step 2, every month: each operating broker runs its programmes as its scenario says, where no decision holds them. */
export function runProgrammes({ programmes, brokers, inputs, brokerCount }: World): void {
  for (const programme of PROGRAMMES) {
    for (let b = 0; b < brokerCount; b++) {
      const isOpen = brokers.status[b] === BROKER_STATUS.operating;
      programmes[programme][b] = isOpen ? inputs.brokers[b][programme] : 0;
    }
  }
}

/** What comes of a programme, on [0, 1]: its effort, carried out as well as the broker carries out anything. */
export function readProgramme({ programmes, brokers }: World, b: number, programme: Programme): number {
  return programmes[programme][b] * brokers.talent[b];
}

/** What a broker’s programmes cost, as a share of its revenue. */
export function computeProgrammeShare({ programmes, values }: World, b: number): number {
  let share = 0;
  for (const programme of PROGRAMMES) share += programmes[programme][b] * values[COSTS[programme]];
  return share;
}
