import { PROGRAMMES, type Programme } from '../inputs.ts';
import { takesNewClients } from '../market/cross-border.ts';
import type { ParameterKey } from '../parameters.ts';
import type { World } from '../world.ts';
import { computeOwnFixedBn } from './fixed-cost.ts';
import { computeShowcaseCostBn } from './showcase.ts';
import { BROKER_STATUS } from './status.ts';

/** What each programme costs at full effort: the parameter that states it, as a share of revenue. */
const COSTS = {
  wakeUp: 'programmes.wakeUpCost',
  personalPrices: 'programmes.personalPricesCost',
  countyPartners: 'programmes.countyCost',
  lifeScene: 'programmes.lifeSceneCost',
  advisers: 'programmes.advisersCost',
  referral: 'programmes.referralCost',
  automation: 'programmes.automationCost',
  care: 'programmes.careCost',
  gamification: 'programmes.gamificationCost',
  tiering: 'programmes.tieringCost',
} as const satisfies Partial<Record<Programme, ParameterKey>>;
type SharedProgramme = keyof typeof COSTS;

/** Programmes whose cost counts as the cost of winning clients: nothing for a broker that may take none. */
const WINS_CLIENTS: readonly SharedProgramme[] = ['countyPartners', 'lifeScene'];

/** Step 2, every month: each operating broker runs its programmes as its scenario says, where no decision holds them. */
export function runProgrammes(world: World): void {
  const { programmes, brokers, inputs, brokerCount } = world;
  for (const programme of PROGRAMMES) {
    for (let b = 0; b < brokerCount; b++) {
      const isOpen = brokers.status[b] === BROKER_STATUS.operating;
      const isVain = WINS_CLIENTS.some((vain) => vain === programme) && !takesNewClients(world, b);
      programmes[programme][b] = isOpen && !isVain ? inputs.brokers[b][programme] : 0;
    }
  }
}

/** What comes of a programme, on [0, 1]: its effort, carried out as well as the broker carries out anything. */
export function readProgramme({ programmes, brokers }: World, b: number, programme: Programme): number {
  return programmes[programme][b] * brokers.talent[b];
}

/** What a programme of a broker costs, as a share of its revenue. */
export function readProgrammeShare({ programmes, values }: World, b: number, programme: SharedProgramme): number {
  return programmes[programme][b] * values[COSTS[programme]];
}

/** What a broker’s programmes cost that go with its revenue, as a share of it. */
export function computeProgrammeShare(world: World, b: number): number {
  let share = 0;
  for (const programme in COSTS) share += readProgrammeShare(world, b, programme as SharedProgramme);
  return share;
}

/** What the others cost a year, CNY billion: branches a part of fixed cost, showcase technology the same for large and small. */
export function computeFixedProgrammesBn(world: World, b: number): number {
  const { programmes, values } = world;
  const branchesBn = programmes.branches[b] * values['programmes.branchesCost'] * computeOwnFixedBn(world, b);
  return branchesBn + programmes.showcase[b] * computeShowcaseCostBn(world);
}

/** Of that, what programmes that win clients cost. */
export function computeChannelShare(world: World, b: number): number {
  return WINS_CLIENTS.reduce((share, programme) => share + readProgrammeShare(world, b, programme), 0);
}
