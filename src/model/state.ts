import { allocateTables, type Tables } from '../core/columns.ts';
import { FOCUSES, type ModelInputs, PROGRAMMES, type Programme } from './inputs.ts';
import { TENURE_BANDS } from './investors/tenure.ts';

/**
 * One row a person slot. Months are calendar months; brokers are positions, NONE for none; scores are on [0, 1].
 * Money is whole cents of one person: an agent stands for many, and figures are scaled when they are read.
 */
const INVESTOR_COLUMNS = {
  assetsCents: 'f64',
  monthTurnoverCents: 'f64',
  risk: 'f32',
  experience: 'f32',
  /** Personal factor of entry: digital affinity and city tier. */
  affinity: 'f32',
  /** Personal factor of all leaving hazards, mean 1. */
  restless: 'f32',
  /** Personal factor of trading: horizon, risk tolerance and an individual draw. */
  intensity: 'f32',
  /** Standard normal score of wealth among people of the same age. */
  wealthScore: 'f32',
  satisfaction: 'f32',
  expectation: 'f32',
  engagement: 'f32',
  /** How well the person judges the risk that they take: accuracy. */
  riskPerception: 'f32',
  /** Net return over about the last year: a sum with a memory of twelve months. */
  return12: 'f32',
  yearNet: 'f32',
  /** Value traded over assets since January, and in the calendar year before. */
  yearTurnover: 'f32',
  lastYearTurnover: 'f32',
  monthGross: 'f32',
  monthNet: 'f32',
  /** Contacts by brokers that a person remembers, and the calls of managers to expect this month. */
  fatigue: 'f32',
  cared: 'f32',
  /** Rank among people by what a call does to them, on (0, 1): from those whom it drives away to those whom it holds most. */
  sway: 'f32',
  /** Growth values held at the main broker, on [0, 1]. */
  growth: 'f32',
  /** Referral rewards earned and not yet paid. */
  owedCents: 'i32',
  generation: 'u16',
  monthTrades: 'u16',
  birthMonth: 'i16',
  userSince: 'i16',
  mainSince: 'i16',
  cohortMonth: 'i16',
  /** Month in which a dormant person fell asleep. */
  asleepSince: 'i16',
  tier: 'u8',
  shortHorizon: 'u8',
  willing: 'u8',
  /** 1 for whoever holds jointly with their first friend. */
  family: 'u8',
  /** 1 for who lets brokers use their data, else 0. */
  consent: 'u8',
  status: 'u8',
  home: 'u8',
  main: 'u8',
  second: 'u8',
  third: 'u8',
  /** Main broker at the end of last month: what friends see. */
  shown: 'u8',
  /** How they felt about it then, by code: `MOOD`. */
  mood: 'u8',
  products: 'u8',
  advised: 'u8',
  cohortBroker: 'u8',
  cohortKept: 'u8',
  complained: 'u8',
  /** Months left in which trading is held to the grade after a retest, and in which nothing is pushed (cooling-off). */
  retested: 'u8',
  cooling: 'u8',
} as const;

/** One row a broker. Stocks in CNY billion, spending in CNY billion a year of the whole market, money in agent cents. */
const BROKER_COLUMNS = {
  status: 'f64',
  cashCents: 'f64',
  monthsWithoutCash: 'f64',
  planBp: 'f64',
  commissionBp: 'f64',
  stockContent: 'f64',
  stockCommunity: 'f64',
  stockAdvice: 'f64',
  stockService: 'f64',
  stockCompliance: 'f64',
  content: 'f64',
  community: 'f64',
  advice: 'f64',
  service: 'f64',
  compliance: 'f64',
  /** What it teaches its clients, on the scale of content. */
  teaching: 'f64',
  shareContent: 'f64',
  shareCommunity: 'f64',
  shareAdvice: 'f64',
  shareService: 'f64',
  shareCompliance: 'f64',
  shareAdvertising: 'f64',
  spendContent: 'f64',
  spendCommunity: 'f64',
  spendAdvice: 'f64',
  spendService: 'f64',
  spendCompliance: 'f64',
  spendAdvertising: 'f64',
  fixedBn: 'f64',
  goodwill: 'f64',
  reputation: 'f64',
  users: 'f64',
  activeUsers: 'f64',
  accounts: 'f64',
  adviceUsers: 'f64',
  /** Of these, those awake. */
  activeAdviceUsers: 'f64',
  /** Clients whose hazard of leaving was high last month, and wealthy ones. */
  atRisk: 'f64',
  wealthy: 'f64',
  paidSpendMemory: 'f64',
  paidFundedMemory: 'f64',
  /** Clients lost: a sum with a memory of a year. */
  lostMemory: 'f64',
  /** Reputation lost to fines that is not forgotten yet: what friends tell of. */
  scandal: 'f64',
  /** Execution quality at present, on [0, 1], and its part in all skilled spending when it began; 0 before. */
  talent: 'f64',
  skilledPart: 'f64',
} as const;

/** One row a broker: how it uses its money and price at present, what it remembers, and what it decided last and why. */
const STRATEGY_COLUMNS = {
  /** Where its price aims to lie from its rivals’, in units of `brokers.priceAggression`. */
  stance: 'f64',
  /** Part of the money of `brokers.emphasis` that goes to each lever. */
  price: 'f64',
  content: 'f64',
  community: 'f64',
  advice: 'f64',
  service: 'f64',
  compliance: 'f64',
  advertising: 'f64',
  /** Part of revenue that is commission: a mean with a memory of a year. */
  commissionPart: 'f64',
  /** Lever on which most money lies now, a position in `FOCUSES`; −1 before the first. Adaptive and random brokers only. */
  focus: 'f64',
  /** Own users and the market’s at the last revision, in agents; 0 before the first. */
  usersAtRevision: 'f64',
  marketAtRevision: 'f64',
  /** Of adaptive brokers: results weighed so far, the usual reward a quarter, and how far rewards usually lie from it. */
  revisions: 'f64',
  usualReward: 'f64',
  usualSurprise: 'f64',
  usersYearAgo: 'f64',
  /** What rivals remember of its price, bp: a mean with a memory of about two quarters. */
  rememberedBp: 'f64',
  /** How much of a strategy that is not its own it can carry out, on [0, 1]; 1 for its own. */
  fit: 'f64',
  /** The last decision: its calendar month, then as in `DECISION_COLUMNS`. */
  decidedMonth: 'f64',
  decision: 'f64',
  subject: 'f64',
  reason: 'f64',
  value: 'f64',
  other: 'f64',
} as const;

/** One row a broker: the effort of each programme this month, on [0, 1]. */
const PROGRAMME_COLUMNS = Object.fromEntries(PROGRAMMES.map((programme) => [programme, 'f64'])) as Record<
  Programme,
  'f64'
>;

/** One row a broker: its advice this month. Cases are those of people, not of agents. */
const ADVISORY_COLUMNS = {
  cases: 'f64',
  /** Handed to human advisers, and answered by them; the difference waits. */
  handed: 'f64',
  served: 'f64',
  /** Not answered this month, and of these the ones that wait on for the next. */
  unanswered: 'f64',
  queue: 'f64',
  /** Share of the new and the waiting that got an answer. */
  answered: 'f64',
  /** Probability a month that a follower is hit by an error of the AI. */
  errorHazard: 'f64',
  /** Effort with which it works with a vendor’s AI advice; 0 where its own is at least as good. */
  bought: 'f64',
} as const;

/** One row a broker and focus: what an adaptive broker learned of it. */
const FOCUS_COLUMNS = {
  /** Its parts of the money are proportional to e to the power of this. */
  preference: 'f64',
  /** By how much it had more of the money than its weight says: lately, with a trace of quarters past. */
  credit: 'f64',
} as const;

/** One row a broker: what happened in the month, counted in agents and agent cents. */
const TALLY_COLUMNS = {
  accountsBefore: 'f64',
  cashBeforeCents: 'f64',
  openingsOrganic: 'f64',
  openingsAdvertising: 'f64',
  openingsContent: 'f64',
  openingsReferral: 'f64',
  openingsCounty: 'f64',
  openingsLifeScene: 'f64',
  openingsFurther: 'f64',
  funded: 'f64',
  fundedAdvertising: 'f64',
  fundedReferral: 'f64',
  fundedCounty: 'f64',
  fundedLifeScene: 'f64',
  /** Accounts taken over from a failed broker. */
  transferred: 'f64',
  closings: 'f64',
  joined: 'f64',
  lost: 'f64',
  trades: 'f64',
  turnoverCents: 'f64',
  commissionCents: 'f64',
  marginCents: 'f64',
  fundsCents: 'f64',
  adviceCents: 'f64',
  crossBorderCents: 'f64',
  rewardCents: 'f64',
  /** The part of rewards that friends’ recommendations cost. */
  referralCents: 'f64',
  complaints: 'f64',
  /** Followers hit by an error of AI advice. */
  adviceErrors: 'f64',
  atRisk: 'f64',
  wealthy: 'f64',
  /** Calls of managers to expect, in units of `CONTACT_UNITS` to one. */
  careContacts: 'f64',
  costAdvertisingCents: 'f64',
  costContentCents: 'f64',
  costCommunityCents: 'f64',
  costAdviceCents: 'f64',
  costServiceCents: 'f64',
  costComplianceCents: 'f64',
  costProgrammesCents: 'f64',
  /** Of programmes, those that win clients: life scenes and county partners. */
  costChannelsCents: 'f64',
  costFixedCents: 'f64',
  costFinesCents: 'f64',
} as const;

/** One row: what happened in the month in the whole market, in agents and agent cents. */
const FLOW_COLUMNS = {
  assetsBeforeCents: 'f64',
  leads: 'f64',
  leadOpenings: 'f64',
  firstOpenings: 'f64',
  youngFirstOpenings: 'f64',
  switches: 'f64',
  furtherAccounts: 'f64',
  dormancies: 'f64',
  wakings: 'f64',
  leavers: 'f64',
  renewals: 'f64',
  traditionalOpenings: 'f64',
  traditionalTurnoverCents: 'f64',
  depositCents: 'f64',
  withdrawalCents: 'f64',
  gainCents: 'f64',
  otherCostCents: 'f64',
  /** Experience of users, in units of `EXPERIENCE_UNITS` so that sums are exact: before the month, and what changed it. */
  usersBefore: 'f64',
  usersJoined: 'f64',
  experienceBefore: 'f64',
  experienceJoined: 'f64',
  experienceLeft: 'f64',
  experienceByDoing: 'f64',
  experienceByEducation: 'f64',
  experienceForgotten: 'f64',
  /** Sum of the weights with which people leave the pool next month. */
  renewalWeight: 'f64',
} as const;

/** One row: the market as a whole. */
const MARKET_COLUMNS = {
  month: 'f64',
  regime: 'f64',
  marketReturn: 'f64',
  return3: 'f64',
  return12: 'f64',
  attention: 'f64',
  /** People who invest nowhere, in agents: whom life scenes are made for. */
  outsiders: 'f64',
  assetsCents: 'f64',
  /** Experience of all users in units of `EXPERIENCE_UNITS`. */
  experience: 'f64',
} as const;

/** One row a broker and band of tenure: clients lost in the month. */
const DEPARTURE_COLUMNS = { clients: 'f64' } as const;

/** One row a broker and band of tenure, with a memory of a year: months that clients stayed to the end of, and clients lost. */
const TENURE_COLUMNS = { stayed: 'f64', lost: 'f64' } as const;

/** One row a month and broker, in agents and agent cents: what figures over a year are made of. The model never reads it. */
const HISTORY_COLUMNS = {
  users: 'f64',
  accounts: 'f64',
  openings: 'f64',
  openingsReferral: 'f64',
  funded: 'f64',
  complaints: 'f64',
  revenueCents: 'f64',
  costCents: 'f64',
  fixedCents: 'f64',
  acquisitionCents: 'f64',
  referralCents: 'f64',
  /** Advertising and rewards. */
  pressureCents: 'f64',
  adviceCents: 'f64',
} as const;

export type HistoryColumn = keyof typeof HISTORY_COLUMNS;

/** One row a broker and programme: how far it has come in taking it up. */
const PILOT_COLUMNS = {
  /** A code of `PILOT_STAGE`. */
  stage: 'f64',
  /** Calendar month in which the stage began. */
  since: 'f64',
} as const;

export const MONTHS_REMEMBERED = 12;

/** A year, and the month before it to compare with. */
export const HISTORY_MONTHS = 13;

/** All tables of the state, in their order in memory. */
export function describeTables(inputs: ModelInputs) {
  const brokers = inputs.brokers.length;
  return {
    market: { rows: 1, columns: MARKET_COLUMNS },
    returns: { rows: MONTHS_REMEMBERED, columns: { simple: 'f64' } },
    brokers: { rows: brokers, columns: BROKER_COLUMNS },
    strategies: { rows: brokers, columns: STRATEGY_COLUMNS },
    programmes: { rows: brokers, columns: PROGRAMME_COLUMNS },
    advisory: { rows: brokers, columns: ADVISORY_COLUMNS },
    /** Row broker × `PROGRAMMES.length` + programme. */
    pilots: { rows: brokers * PROGRAMMES.length, columns: PILOT_COLUMNS },
    /** Row broker × `FOCUSES.length` + focus. */
    focuses: { rows: brokers * FOCUSES.length, columns: FOCUS_COLUMNS },
    tally: { rows: brokers, columns: TALLY_COLUMNS },
    flow: { rows: 1, columns: FLOW_COLUMNS },
    /** Ring of the last twelve months by broker: row (month mod 12) × brokers + broker. */
    ledger: { rows: MONTHS_REMEMBERED * brokers, columns: { revenueCents: 'f64', profitCents: 'f64' } },
    /** Row broker × `TENURE_BANDS` + band. */
    departures: { rows: brokers * TENURE_BANDS, columns: DEPARTURE_COLUMNS },
    tenure: { rows: brokers * TENURE_BANDS, columns: TENURE_COLUMNS },
    /** Ring of months by broker: row (month mod `HISTORY_MONTHS`) × brokers + broker. */
    history: { rows: HISTORY_MONTHS * brokers, columns: HISTORY_COLUMNS },
    /** First accounts by opening month and broker: row month × brokers + broker. */
    cohorts: { rows: Math.max(1, inputs.months) * brokers, columns: { opened: 'i32', keptAt12: 'i32' } },
    investors: { rows: inputs.agents, columns: INVESTOR_COLUMNS },
    /** Ties of each person: rows of `network.friends` positions. */
    ties: { rows: inputs.agents * inputs.values['network.friends'], columns: { friend: 'i32' } },
  } as const;
}

export type StateTables = Tables<ReturnType<typeof describeTables>>;
export type InvestorTable = StateTables['investors'];

export function allocateState(inputs: ModelInputs, buffer?: ArrayBufferLike) {
  return allocateTables(describeTables(inputs), buffer);
}
