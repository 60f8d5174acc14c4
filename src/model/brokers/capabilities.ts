import { yearFraction } from '../../core/calendar.ts';
import { exp, pow } from '../../core/math.ts';
import { sumOf } from '../../core/sum.ts';
import { convertAgentCentsToBillion, readMonth, type World } from '../world.ts';
import { poolAdviceStock } from './alliances.ts';
import { computeContentYield } from './content-supply.ts';
import { BROKER_STATUS } from './status.ts';
import { buyAdvice } from './vendor-advice.ts';

/** Revenue of the market of 2019, CNY billion: 580 CNY from each of 48.5 million users (S001, S043). Half-saturation is stated for it. */
const REFERENCE_REVENUE_BN = 28;
/** Year for which the half-saturation of AI advice is stated, and before which it does not differ. */
const REFERENCE_YEAR = 2025;
/** Users of a broker without any, as a share of the market: its first capability costs no more than this. */
const LEAST_SHARE = 5e-4;
/** Share of users for which half-saturation is stated. */
const REFERENCE_SHARE = 0.1;

/** A level that a scenario states nearer to its ceiling than this would need next to infinite stock. */
const CLOSE_TO_CEILING = 0.9;

const CAPABILITIES = [
  {
    stock: 'stockContent',
    level: 'content',
    spend: 'spendContent',
    decay: 'brokers.decayContent',
    scale: 'brokers.scaleContent',
  },
  {
    stock: 'stockCommunity',
    level: 'community',
    spend: 'spendCommunity',
    decay: 'brokers.decayCommunity',
    scale: 'brokers.scaleCommunity',
  },
  {
    stock: 'stockAdvice',
    level: 'advice',
    spend: 'spendAdvice',
    decay: 'brokers.decayAdvice',
    scale: 'brokers.scaleAdvice',
  },
  {
    stock: 'stockService',
    level: 'service',
    spend: 'spendService',
    decay: 'brokers.decayService',
    scale: 'brokers.scaleService',
  },
  {
    stock: 'stockCompliance',
    level: 'compliance',
    spend: 'spendCompliance',
    decay: 'brokers.decayCompliance',
    scale: 'brokers.scaleCompliance',
  },
] as const;

type Capability = (typeof CAPABILITIES)[number];

/** A capability of which a scenario states the level. */
export type StatedLevel = Capability['level'];

/** Step 3: spending builds stocks that wear out; stocks give capabilities with decreasing returns. */
export function buildCapabilities(world: World): void {
  const { brokers, values, brokerCount } = world;
  for (const capability of CAPABILITIES) {
    const cheaper = capability.level === 'content' ? computeContentYield(world) : 1;
    const stock = brokers[capability.stock];
    const spend = brokers[capability.spend];
    const build = (cheaper * values['brokers.productivity'] * readPhase(world, capability)) / 12;
    const keep = 1 - values[capability.decay] / 12;
    for (let b = 0; b < brokerCount; b++) {
      if (brokers.status[b] !== BROKER_STATUS.operating) continue;
      stock[b] = keep * stock[b] + build * readYield(world, capability, b) * spend[b];
    }
    computeLevels(world, capability);
  }
  applyNetworkEffect(world);
  computeTeaching(world);
  buyAdvice(world);
}

/**
 * How much more spending on a lever builds in the later of two phases (S012, S014, S344): a schedule of effectiveness, the same for
 * every broker, so that no winner is built in.
 */
function readPhase(world: World, { level }: Capability): number {
  const { values } = world;
  if (yearFraction(readMonth(world)) < values['brokers.phaseYear']) return 1;
  if (level === 'advice') return values['brokers.phaseAdvice'];
  return level === 'community' ? values['brokers.phaseCommunity'] : 1;
}

/** Compliance is bought, not invented: nothing but money keeps a broker from having all of it. */
function readCeiling({ brokers }: World, { level }: Capability, broker: number): number {
  return level === 'compliance' ? 1 : brokers.talent[broker];
}

/** What is copied without fit builds less; compliance is the same for everybody. */
function readYield({ strategies }: World, { level }: Capability, broker: number): number {
  return level === 'compliance' ? 1 : strategies.fit[broker];
}

/** Allies work with one stock of AI advice. */
function readStock(world: World, { stock, level }: Capability, broker: number): number {
  return level === 'advice' ? poolAdviceStock(world, broker) : world.brokers[stock][broker];
}

/** Level q · K / (K + H), with the broker’s talent q as ceiling. */
function computeLevels(world: World, capability: Capability): void {
  const { brokers, brokerCount } = world;
  const half = computeHalfSaturation(world, capability);
  for (let b = 0; b < brokerCount; b++) {
    const stock = brokers.status[b] === BROKER_STATUS.operating ? readStock(world, capability, b) : 0;
    brokers[capability.level][b] = (readCeiling(world, capability, b) * stock) / (stock + half[b]);
  }
}

/** Compliance teaches clients where it is what the broker is about, not where it is paperwork. */
function computeTeaching({ brokers, strategies, values, brokerCount }: World): void {
  for (let b = 0; b < brokerCount; b++) {
    brokers.teaching[b] = values['brokers.teaching'] * strategies.compliance[b] * brokers.compliance[b];
  }
}

/** A community works through its people: half of the effect of the network at the critical mass of active users. */
function applyNetworkEffect({ brokers, values, brokerCount, peoplePerAgent }: World): void {
  const floor = values['brokers.communityFloor'];
  const criticalMass = (values['brokers.criticalMassMillion'] * 1e6) / peoplePerAgent;
  for (let b = 0; b < brokerCount; b++) {
    const active = brokers.activeUsers[b];
    const network = active > 0 ? active / (active + criticalMass) : 0;
    brokers.community[b] *= floor + (1 - floor) * network;
  }
}

/**
 * Stock at which each broker reaches half of its ceiling, CNY billion: it grows with the market’s revenue and with the
 * broker’s own users. Without both, winners take all and small brokers’ levers are dead (trial.md §1).
 */
function computeHalfSaturation(world: World, { level, scale }: Capability): Float64Array {
  const { brokers, values, brokerCount } = world;
  const market = pow(readMarketRevenueBn(world) / REFERENCE_REVENUE_BN, values['brokers.scaleRevenue']);
  const years = Math.max(0, yearFraction(readMonth(world)) - REFERENCE_YEAR);
  const progress = level === 'advice' ? exp(-values['brokers.adviceProgress'] * years) : 1;
  const base = values['brokers.halfSaturation'] * market * progress;
  const users = sumOf(brokers.users);
  const half = new Float64Array(brokerCount);
  for (let b = 0; b < brokerCount; b++) {
    const share = Math.max(LEAST_SHARE, users > 0 ? brokers.users[b] / users : 0);
    half[b] = base * pow(share / REFERENCE_SHARE, values[scale]);
  }
  return half;
}

/** Revenue of all brokers over the last twelve months, CNY billion. */
export function readMarketRevenueBn(world: World): number {
  return Math.max(1e-3, convertAgentCentsToBillion(world, sumOf(world.ledger.revenueCents)));
}

/** Half-saturation of each capability by broker as things stand, CNY billion. */
export function computeHalfSaturations(world: World): readonly Float64Array[] {
  return CAPABILITIES.map((capability) => computeHalfSaturation(world, capability));
}

/** Brings stocks to what gives, with the users and the ledger of now, the capability that they gave. @param before half-saturations of then */
export function rescaleStocks(world: World, before: readonly Float64Array[]): void {
  CAPABILITIES.forEach(({ stock }, k) => {
    const now = computeHalfSaturation(world, CAPABILITIES[k]);
    for (let b = 0; b < world.brokerCount; b++) world.brokers[stock][b] *= now[b] / before[k][b];
  });
}

/**
 * Fills stocks with what gives the levels that a scenario states, and sets the share of revenue that keeps them there.
 * Needs users and the ledger of the year before.
 * @param revenueBn yearly revenue of each broker that budgets start from, CNY billion, above 0
 * @param isStated which levels these are; the stocks of others stay
 */
export function installCapabilities(
  world: World,
  revenueBn: Float64Array,
  isStated: (broker: number, level: StatedLevel) => boolean = () => true,
): void {
  const { brokers, inputs, values, brokerCount } = world;
  const shares = [
    brokers.shareContent,
    brokers.shareCommunity,
    brokers.shareAdvice,
    brokers.shareService,
    brokers.shareCompliance,
  ];
  CAPABILITIES.forEach((capability, k) => {
    const half = computeHalfSaturation(world, capability);
    for (let b = 0; b < brokerCount; b++) {
      if (!isStated(b, capability.level)) continue;
      const ceiling = readCeiling(world, capability, b);
      const level = Math.min(inputs.brokers[b][capability.level], CLOSE_TO_CEILING * ceiling);
      const stock = (half[b] * level) / (ceiling - level);
      brokers[capability.stock][b] = stock;
      const upkeepBn = (values[capability.decay] * stock) / values['brokers.productivity'];
      shares[k][b] = upkeepBn / revenueBn[b];
    }
    computeLevels(world, capability);
  });
  applyNetworkEffect(world);
  computeTeaching(world);
}
