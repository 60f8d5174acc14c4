import { BROKER_METRIC, BROKER_METRICS, MARKET_METRIC } from '../../model/metrics.ts';
import type { MonthFigures } from '../run-data.ts';

const QUARTER = 3;
const YEAR = 12;

/** Position of the opening counts of a broker's cohort; the accounts still alive stand one further (records.ts). */
function findCohort(quarter: number, brokerCount: number, broker: number): number {
  return (quarter * brokerCount + broker) * 2;
}

/** One broker, or all of them together. */
export type CohortSubject = number | 'market';

/**
 * First accounts by opening quarter. Cell (quarter, age) is the share of the accounts opened in the quarter that are
 * funded and unclosed `age` quarters later, at the end of quarter + age; NaN where that is not computed or nobody opened.
 */
export interface CohortTriangle {
  /** Quarters completed. */
  readonly quarters: number;
  /** Accounts opened in each quarter. */
  readonly opened: Float64Array;
  /** Row per opening quarter, column per age in quarters. */
  readonly retained: Float64Array;
}

export function computeCohortTriangle(
  months: readonly MonthFigures[],
  brokerCount: number,
  subject: CohortSubject,
): CohortTriangle {
  const quarters = Math.floor(Math.max(0, months.length - 1) / QUARTER);
  const opened = new Float64Array(quarters);
  const retained = new Float64Array(quarters * quarters).fill(Number.NaN);
  for (let quarter = 0; quarter < quarters; quarter++) {
    opened[quarter] = readCohort(months[(quarter + 1) * QUARTER], brokerCount, subject, quarter, 0);
    if (opened[quarter] === 0) continue;
    for (let age = 0; quarter + age < quarters; age++) {
      const alive = readCohort(months[(quarter + age + 1) * QUARTER], brokerCount, subject, quarter, 1);
      retained[quarter * quarters + age] = alive / opened[quarter];
    }
  }
  return { quarters, opened, retained };
}

/**
 * Survival of new accounts by age in months, known at the end of month `through`: the product of monthly survivals
 * (Kaplan and Meier 1958). Up to twelve months it follows the four youngest quarters that have got there, the clients
 * whom the metric `retention12` counts; beyond, all cohorts old enough. Entry 0 is 1, the moment of opening; entry a is
 * the mean age a of a cohort, a − 1 months after its quarter has ended.
 */
export function computeSurvival(
  months: readonly MonthFigures[],
  brokerCount: number,
  subject: CohortSubject,
  through: number,
): number[] {
  const survival = [1];
  const last = Math.min(through, months.length - 1);
  const reached = (age: number) => Math.floor((last - age - 2) / QUARTER) + 1;
  const yearOld = Math.max(0, reached(YEAR));
  for (let age = 1; ; age++) {
    const isFirstYear = age <= YEAR && yearOld > 0;
    const end = isFirstYear ? yearOld : reached(age);
    let before = 0;
    let after = 0;
    for (let quarter = isFirstYear ? Math.max(0, yearOld - 4) : 0; quarter < end; quarter++) {
      const month = quarter * QUARTER + age + 2;
      const earlier = age === 1 ? months[month] : months[month - 1];
      before += readCohort(earlier, brokerCount, subject, quarter, age === 1 ? 0 : 1);
      after += readCohort(months[month], brokerCount, subject, quarter, 1);
    }
    if (before === 0) return survival;
    survival.push((survival[age - 1] * after) / before);
  }
}

/** The metric `retention12` of the subject in a month; NaN before there is one. */
export function readYearRetention(months: readonly MonthFigures[], subject: CohortSubject, month: number): number {
  const record = months[month]?.record;
  if (!record) return Number.NaN;
  return subject === 'market'
    ? record.market[MARKET_METRIC.retention12]
    : record.brokers[subject * BROKER_METRICS.length + BROKER_METRIC.retention12];
}

/** Accounts of a cohort as of a month: opened (`column` 0) or alive (`column` 1). */
function readCohort(
  month: MonthFigures,
  brokerCount: number,
  subject: CohortSubject,
  quarter: number,
  column: 0 | 1,
): number {
  const { cohorts } = month.record;
  if (subject !== 'market') return cohorts[findCohort(quarter, brokerCount, subject) + column];
  let sum = 0;
  const first = findCohort(quarter, brokerCount, 0) + column;
  for (let broker = 0; broker < brokerCount; broker++) sum += cohorts[first + broker * 2];
  return sum;
}

/** Accounts that must have been opened in a quarter, on average, for a broker to have a triangle of its own. */
const FEWEST_OPENED = 12;

/** The chosen broker, or the market where the broker's cohorts hold too few simulated investors to say anything. */
export function chooseSubject(
  months: readonly MonthFigures[],
  brokerCount: number,
  broker: number,
  accountsPerAgent: number,
): CohortSubject {
  const last = months.length - 1;
  const quarters = Math.floor(last / QUARTER);
  if (quarters < 1) return broker;
  let opened = 0;
  for (let quarter = 0; quarter < quarters; quarter++) {
    opened += readCohort(months[last], brokerCount, broker, quarter, 0);
  }
  return opened >= FEWEST_OPENED * quarters * accountsPerAgent ? broker : 'market';
}
