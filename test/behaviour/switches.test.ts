import { expect, test } from 'vitest';
import type { Decision, ModelInputs } from '../../src/model/inputs.ts';
import type { Mechanism } from '../../src/model/mechanism.ts';
import { MECHANISMS, type MechanismKey } from '../../src/model/mechanisms.ts';
import { compareRuns, playRuns, type Run, readBroker, readMarket, sumMonths } from '../support/paired-runs.ts';
import { loadBuiltInputs } from '../support/shipped-inputs.ts';

/*
 * The shipped market with and without one mechanism, all else equal, chance included: what each does to the figure that it is
 * there for. Mechanisms with questions of their own are held by tests of their own.
 */
const MONTHS = 12;
const SEEDS = 8;
const SURE = 3;

// holds: advertising, fastOpening, homeBroker, service, trust, nicheFit, goodwill, furtherAccounts, switchingCost, overconfidence
// holds: behaviourGap, products, noviceComplaints, inspections, priceCompetition, emphasis, networkEffect, aiProgress
// holds: marginalBudgets, fastFollowers, belowCostBan, talent, phases

interface Occasion {
  readonly decisions?: readonly Decision[];
  readonly values?: Mechanism['off'];
}

interface Row {
  readonly key: MechanismKey;
  /** The figure that the mechanism is there for, and how it moves it. */
  readonly figure: string;
  readonly direction: 'raises' | 'lowers';
  readonly read: (run: Run) => number;
  /** What has to happen for it to act, or to act within a year. */
  readonly occasion?: Occasion;
}

const base = loadBuiltInputs('projection-neutral', { agents: 2000, months: MONTHS });
const place = (id: string) => base.brokers.findIndex((broker) => broker.id === id);
const last = ({ records }: Run) => records[MONTHS];

/** A figure of the brokers that qualify, summed over them and the run. */
function sumBrokers(
  metric: Parameters<typeof readBroker>[2],
  accepts: (broker: ModelInputs['brokers'][number]) => boolean,
) {
  return (run: Run) =>
    base.brokers.reduce(
      (sum, broker, b) => sum + (accepts(broker) ? sumMonths(run, (record) => readBroker(record, b, metric)) : 0),
      0,
    );
}

/** A platform with a twentieth of all users charges next to nothing. */
const CUT: Occasion = {
  decisions: [{ month: base.startMonth + 3, broker: place('comet'), lever: 'price', mode: 'set', value: 0.1 }],
};

/** A leader spends four times as much on AI advice, so that it has a larger part of those who can do such things. */
const SPREE: Occasion = {
  decisions: [{ month: base.startMonth + 1, broker: place('huatai'), lever: 'advice', mode: 'scale', value: 4 }],
};

/** Under the calibrated payback the last client is worth its cost nearly everywhere, and budgets grow with and without the mechanism. */
const SHORT_PAYBACK: Occasion = { values: { 'brokers.acquisitionPayback': 1.1 } };

// biome-ignore format: one row a line
const ROWS: readonly Row[] = [
  { key: 'advertising', figure: 'openings', direction: 'raises', read: (run) => sumMonths(run, (record) => readMarket(record, 'openings')) },
  { key: 'fastOpening', figure: 'conversion', direction: 'raises', read: (run) => sumMonths(run, (record) => readMarket(record, 'conversion')) },
  { key: 'homeBroker', figure: 'clients won by arms', direction: 'raises', read: sumBrokers('joined', ({ archetype }) => archetype === 'arm') },
  { key: 'service', figure: 'funded openings', direction: 'raises', read: (run) => sumMonths(run, (record) => readMarket(record, 'fundedOpenings')) },
  { key: 'trust', figure: 'clients won by the reputed', direction: 'raises', read: sumBrokers('joined', ({ reputation }) => reputation > 0.7) },
  { key: 'nicheFit', figure: 'clients won by specialists', direction: 'raises', read: sumBrokers('joined', ({ archetype }) => archetype === 'niche') },
  { key: 'goodwill', figure: 'concentration', direction: 'raises', read: (run) => readMarket(last(run), 'hhi') },
  { key: 'furtherAccounts', figure: 'accounts a user', direction: 'raises', read: (run) => readMarket(last(run), 'accountsPerUser') },
  { key: 'switchingCost', figure: 'switches', direction: 'lowers', read: (run) => sumMonths(run, (record) => readMarket(record, 'switches')) },
  { key: 'overconfidence', figure: 'trades', direction: 'raises', read: (run) => readMarket(last(run), 'tradesPerActive') },
  { key: 'behaviourGap', figure: 'gross return', direction: 'lowers', read: (run) => sumMonths(run, (record) => readMarket(record, 'grossReturn')) },
  { key: 'products', figure: 'revenue a user', direction: 'raises', read: (run) => readMarket(last(run), 'revenuePerUser') },
  { key: 'noviceComplaints', figure: 'complaints', direction: 'lowers', read: (run) => sumMonths(run, (record) => readMarket(record, 'complaints')) },
  { key: 'inspections', figure: 'fines', direction: 'raises', read: (run) => sumMonths(run, (record) => readMarket(record, 'fines')), occasion: { values: { 'regulator.inspection': 3 } } },
  { key: 'priceCompetition', figure: 'commission', direction: 'lowers', read: (run) => readMarket(last(run), 'commissionBp') },
  { key: 'emphasis', figure: 'spending on content where it leads', direction: 'raises', read: sumBrokers('costContent', ({ strategy }) => strategy === 'content') },
  { key: 'networkEffect', figure: 'community of small brokers', direction: 'lowers', read: sumBrokers('communityCapability', ({ archetype }) => archetype === 'small') },
  { key: 'aiProgress', figure: 'AI advice', direction: 'raises', read: sumBrokers('adviceCapability', () => true) },
  { key: 'marginalBudgets', figure: 'advertising', direction: 'lowers', read: sumBrokers('costAdvertising', () => true), occasion: SHORT_PAYBACK },
  { key: 'fastFollowers', figure: 'price of the other platforms after a cut', direction: 'lowers', read: sumBrokers('commissionBp', ({ id }) => id === 'kite' || id === 'lantern'), occasion: CUT },
  { key: 'belowCostBan', figure: 'price of the one that would cut', direction: 'raises', read: sumBrokers('commissionBp', ({ id }) => id === 'comet'), occasion: CUT },
  { key: 'talent', figure: 'service of a broker that spends more on AI advice', direction: 'raises', read: sumBrokers('serviceCapability', ({ id }) => id === 'huatai'), occasion: SPREE },
  { key: 'phases', figure: 'AI advice once the second phase has begun', direction: 'raises', read: sumBrokers('adviceCapability', () => true), occasion: { values: { 'brokers.phaseYear': 2025 } } },
];

function play({ key, occasion = {} }: Row, isOn: boolean): Run[] {
  const { off, on = {} } = MECHANISMS.find((mechanism) => mechanism.key === key) as Mechanism;
  const values = { ...base.values, ...occasion.values, ...(isOn ? on : off) };
  return playRuns({ ...base, decisions: occasion.decisions ?? [], values }, SEEDS);
}

const shipped = playRuns(base, SEEDS);

test.each(ROWS)('$key $direction $figure', { timeout: 20_000 }, (row) => {
  const treated = row.occasion === undefined ? shipped : play(row, true);
  const effect = compareRuns(play(row, false), treated, row.read);
  expect(row.direction === 'raises' ? effect.t : -effect.t).toBeGreaterThan(SURE);
});
