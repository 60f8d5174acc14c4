import { formatMonth, parseMonth } from '../core/calendar.ts';
import type { Problem } from '../core/result.ts';
import { type BrokerInput, type Control, type Decision, PROGRAMMES } from '../model/inputs.ts';
import { readDefaults } from '../model/parameters.ts';
import { BROKER_FIELDS, type BrokerNumber } from './broker-fields.ts';
import type { Scenario } from './scenario.ts';
import type { MergedScenario, Placed } from './scenario-chain.ts';
import type { BrokerEntry, DecisionEntry } from './scenario-file.ts';
import { findMisfits, inheritValues } from './scenario-history.ts';
import { describeUnknown, formatGot, MONTHS_RANGE } from './scenario-schema.ts';

/** Shares are written with a few decimals, so their sum may miss 1 by this much. */
const SHARE_TOLERANCE = 1e-6;

/** A broker of which no entry month is stated has been there so long before the start that it is no entrant. */
const INCUMBENT_MONTHS = 120;

/** Collects problems; each method answers with a stand-in, so that the search goes on. */
interface Complaints {
  readonly problems: Problem[];
  add(path: string, en: string, zh: string, got: unknown): void;
}

function createComplaints(): Complaints {
  const problems: Problem[] = [];
  return {
    problems,
    add(path, en, zh, got) {
      problems.push({ path, expected: { en, 'zh-CN': zh }, got: formatGot(got) });
    },
  };
}

/**
 * Completes a merged scenario: parameters from its history and their defaults, brokers from their archetypes. Tells everything that is
 * missing and everything whose parts do not fit together; the scenario is of use only without problems.
 */
export function resolveScenario(
  merged: MergedScenario,
  history: Scenario | null,
): { scenario: Scenario; problems: Problem[] } {
  const complaints = createComplaints();
  function take<Value>(key: keyof MergedScenario, value: Value | undefined, standIn: Value): Value {
    if (value === undefined)
      complaints.add(key, 'a value, here or in the scenario extended', '在此或所基于的情景中给出的值', value);
    return value ?? standIn;
  }
  const startMonth = parseMonth(take('start', merged.start, '2025-01')) ?? 0;
  const months = take('months', merged.months, Number.POSITIVE_INFINITY);
  const blank = { en: '', 'zh-CN': '' };
  const brokers = merged.brokers.map((placed) => resolveBroker(placed, merged, startMonth, complaints));
  checkBrokers(merged, startMonth, complaints);
  if (history !== null) {
    const entryMonths = brokers.map(({ entryMonth }) => entryMonth);
    complaints.problems.push(...findMisfits(history, merged, startMonth, entryMonths));
  }
  const scenario: Scenario = {
    id: merged.id ?? '',
    title: merged.title ?? blank,
    summary: take('summary', merged.summary, blank),
    question: merged.question ?? null,
    startMonth,
    startsFrom: history,
    months,
    agents: take('agents', merged.agents, 0),
    returns: take('returns', merged.returns, 'regimes'),
    values: { ...readDefaults(), ...inheritValues(history), ...merged.parameters },
    brokers,
    decisions: merged.decisions.map((placed) => resolveDecision(placed, brokers, startMonth, months, complaints)),
  };
  return { scenario, problems: complaints.problems };
}

function resolveBroker(
  { entry, path }: Placed<BrokerEntry>,
  { archetypes }: MergedScenario,
  startMonth: number,
  complaints: Complaints,
): BrokerInput {
  const { archetype } = entry;
  const known = { ...(archetype === undefined ? {} : archetypes?.[archetype]), ...entry };
  for (const key of ['name', 'archetype', 'share'] as const) {
    if (entry[key] === undefined) complaints.add(`${path}.${key}`, 'a value', '一个值', undefined);
  }
  const numbers = {} as Record<BrokerNumber, number>;
  for (const { key, default: byDefault } of BROKER_FIELDS) {
    const value = known[key] ?? byDefault;
    const profile = `archetypes.${archetype ?? '…'}`;
    if (value === undefined)
      complaints.add(`${path}.${key}`, `a number, here or in ${profile}`, `在此或在 ${profile} 中给出的数`, value);
    numbers[key] = value ?? 0;
  }
  return {
    id: entry.id ?? '',
    name: entry.name ?? { en: '', 'zh-CN': '' },
    archetype: archetype ?? 'small',
    share: entry.share ?? 0,
    entryMonth: readEntryMonth(entry, startMonth),
    ...numbers,
    strategy: known.strategy ?? 'plan',
    rollout: known.rollout ?? 'plan',
    niche: known.niche ?? null,
    alliance: known.alliance ?? null,
  };
}

function readEntryMonth({ entryMonth = '' }: BrokerEntry, startMonth: number): number {
  return parseMonth(entryMonth) ?? startMonth - INCUMBENT_MONTHS;
}

function checkBrokers({ brokers }: MergedScenario, startMonth: number, complaints: Complaints): void {
  if (brokers.length === 0) complaints.add('brokers', 'at least one broker', '至少一家券商', []);
  for (const { entry, path } of brokers) {
    const entryMonth = readEntryMonth(entry, startMonth);
    if (entryMonth > startMonth && (entry.share ?? 0) > 0) {
      complaints.add(`${path}.share`, 'share 0 of a broker that opens later', '开业前份额为 0', entry.share);
    }
    // Not the last month of this run: a scenario that is run for fewer months keeps the brokers that open after them.
    if (entryMonth >= startMonth + MONTHS_RANGE.max) {
      const last = formatMonth(startMonth + MONTHS_RANGE.max - 1);
      complaints.add(
        `${path}.entryMonth`,
        `a month up to ${last}, the last that a run can have`,
        `不晚于 ${last} 的月份，即运行可及的末月`,
        entry.entryMonth,
      );
    }
  }
  // Not a number, and so not judged, where a share is missing: that is told by itself.
  const sum = brokers.reduce((total, { entry }) => total + (entry.share ?? Number.NaN), 0);
  if (brokers.length > 0 && Math.abs(sum - 1) > SHARE_TOLERANCE) {
    complaints.add('brokers', 'shares that sum to 1', '份额合计为 1', Number(sum.toFixed(9)));
  }
}

function isProgramme(control: Control): boolean {
  return (PROGRAMMES as readonly Control[]).includes(control);
}

function resolveDecision(
  { entry, path }: Placed<DecisionEntry>,
  brokers: readonly BrokerInput[],
  startMonth: number,
  months: number,
  complaints: Complaints,
): Decision {
  const { from = '', broker = '', lever = 'price', set, scale } = entry;
  const month = parseMonth(from) ?? startMonth;
  if (month < startMonth || month >= startMonth + months) {
    const span = [formatMonth(startMonth), formatMonth(startMonth + months - 1)];
    complaints.add(
      `${path}.from`,
      `a month of the run, ${span.join(' to ')}`,
      `运行期内的月份，${span.join(' 至 ')}`,
      from,
    );
  }
  const position = brokers.findIndex(({ id }) => id === broker);
  if (position < 0) {
    const expected = describeUnknown(
      broker,
      brokers.map(({ id }) => id),
      'the id of a broker',
      '券商标识',
    );
    complaints.add(`${path}.broker`, expected.en, expected['zh-CN'], broker);
  }
  if ((set === undefined) === (scale === undefined)) {
    complaints.add(
      path,
      'either set or scale',
      'set 与 scale 二者之一',
      set === undefined ? undefined : { set, scale },
    );
  }
  const priceMost = BROKER_FIELDS[0].max;
  if (lever === 'price' && set !== undefined && set > priceMost) {
    complaints.add(`${path}.set`, `0 to ${priceMost} bp`, ` 0 至 ${priceMost} bp`, set);
  }
  if (isProgramme(lever) && set !== undefined && set > 1) {
    complaints.add(`${path}.set`, 'an effort, 0 to 1', '力度，0 至 1', set);
  }
  return { month, broker: position, lever, mode: set === undefined ? 'scale' : 'set', value: set ?? scale ?? 0 };
}
