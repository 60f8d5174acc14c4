import { PROGRAMMES, type Programme } from '../inputs.ts';
import { takesNewClients } from '../market/cross-border.ts';
import type { ParameterKey } from '../parameters.ts';
import type { World } from '../world.ts';
import { BROKER_STATUS } from './status.ts';

/** What each programme costs at full effort: the parameter that states it, as a share of revenue. */
const COSTS = {
  wakeUp: 'programmes.wakeUpCost',
  personalPrices: 'programmes.personalPricesCost',
  countyPartners: 'programmes.countyCost',
  lifeScene: 'programmes.lifeSceneCost',
  advisers: 'programmes.advisersCost',
} as const satisfies Record<Programme, ParameterKey>;

/** Programmes whose cost counts as the cost of winning clients: nothing for a broker that may take none. */
const WINS_CLIENTS: readonly Programme[] = ['countyPartners', 'lifeScene'];

/** Step 2, every month: each operating broker runs its programmes as its scenario says, where no decision holds them. */
export function runProgrammes(world: World): void {
  const { programmes, brokers, inputs, brokerCount } = world;
  for (const programme of PROGRAMMES) {
    for (let b = 0; b < brokerCount; b++) {
      const isOpen = brokers.status[b] === BROKER_STATUS.operating;
      const isVain = WINS_CLIENTS.includes(programme) && !takesNewClients(world, b);
      programmes[programme][b] = isOpen && !isVain ? inputs.brokers[b][programme] : 0;
    }
  }
}

/** What comes of a programme, on [0, 1]: its effort, carried out as well as the broker carries out anything. */
export function readProgramme({ programmes, brokers }: World, b: number, programme: Programme): number {
  return programmes[programme][b] * brokers.talent[b];
}

/** What a programme of a broker costs, as a share of its revenue. */
export function readProgrammeShare({ programmes, values }: World, b: number, programme: Programme): number {
  return programmes[programme][b] * values[COSTS[programme]];
}

/** What a broker’s programmes cost, as a share of its revenue. */
export function computeProgrammeShare(world: World, b: number): number {
  let share = 0;
  for (const programme of PROGRAMMES) share += readProgrammeShare(world, b, programme);
  return share;
}

/** Of that, what programmes that win clients cost. */
export function computeChannelShare(world: World, b: number): number {
  return WINS_CLIENTS.reduce((share, programme) => share + readProgrammeShare(world, b, programme), 0);
}
