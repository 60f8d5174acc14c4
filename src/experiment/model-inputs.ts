import { formatMonth } from '../core/calendar.ts';
import { fail, type Problem, type Result, succeed } from '../core/result.ts';
import type { ParameterDeclaration } from '../core/schema.ts';
import type { BrokerInput, ModelInputs } from '../model/inputs.ts';
import { PARAMETERS, type ParameterValues } from '../model/parameters.ts';
import { ORIGIN_PARAMETERS } from '../model/start/parameters.ts';
import { BROKER_FIELDS } from './broker-fields.ts';
import { type MarketPath, selectReturns } from './market-path.ts';
import { applySwitches, findContradictions, type MechanismSwitches } from './mechanism-switches.ts';
import type { Scenario } from './scenario.ts';
import { AGENTS_RANGE, describeUnknown, formatGot, MONTHS_RANGE } from './scenario-schema.ts';

/** What a command or a panel changes of a scenario without writing a file. */
export interface Overrides {
  readonly agents?: number;
  readonly months?: number;
  /** By parameter key (`tastes.price`) or broker field (`brokers.huatai.commissionBp`). */
  readonly set?: Readonly<Record<string, number>>;
  /** Mechanisms switched; values of `set` may not contradict. */
  readonly mechanisms?: MechanismSwitches;
}

/** Values that a number of the model may take. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

/**
 * Applies overrides. Decisions after the end of a shortened run fall away.
 * Problems carry `agents`, `months`, `set.<key>` or `mechanisms.<key>` as path, all of them at once.
 */
export function overrideScenario(scenario: Scenario, overrides: Overrides): Result<Scenario> {
  const { agents = scenario.agents, months = scenario.months, set = {}, mechanisms = {} } = overrides;
  const problems: Problem[] = [];
  checkNumber('agents', agents, { ...AGENTS_RANGE, integer: true }, problems);
  checkNumber('months', months, { ...MONTHS_RANGE, integer: true }, problems);
  const ranges = listSettable(scenario.brokers);
  for (const [key, value] of Object.entries(set)) {
    const range = ranges.get(key);
    if (range !== undefined) checkNumber(`set.${key}`, value, range, problems);
    else problems.push(describeUnknownKey(key, value, ranges));
  }
  const stated = pickParameters(set, scenario.values);
  const contradictions = findContradictions(mechanisms, stated, scenario.values);
  problems.push(...contradictions.map((problem) => ({ ...problem, path: `mechanisms.${problem.path}` })));
  if (problems.length > 0) return fail(problems);
  return succeed({
    ...scenario,
    agents,
    months,
    values: { ...scenario.values, ...applySwitches(mechanisms, scenario.values), ...stated },
    brokers: scenario.brokers.map((broker) => overrideBroker(broker, set)),
    decisions: scenario.decisions.filter(({ month }) => month < scenario.startMonth + months),
  });
}

/** Everything a simulation needs. @param path the realised market, for scenarios whose returns are prescribed. */
export function createInputs(scenario: Scenario, overrides: Overrides, path: MarketPath): Result<ModelInputs> {
  const overridden = overrideScenario(scenario, overrides);
  if (!overridden.ok) return overridden;
  const { agents, startMonth, months, values, brokers, decisions, returns } = overridden.value;
  const prologue = createPrologue(overridden.value, path);
  if (!prologue.ok) return prologue;
  const realisedReturns = returns === 'regimes' ? [] : selectReturns(path, startMonth, months);
  if (realisedReturns === null) {
    const span = [formatMonth(path.firstMonth), formatMonth(path.firstMonth + path.returns.length - 1)];
    const expected = {
      en: `a month of the realised path, ${span.join(' to ')}`,
      'zh-CN': `实际行情内的月份，${span.join(' 至 ')}`,
    };
    return fail([{ path: 'start', expected, got: formatMonth(startMonth) }]);
  }
  return succeed({
    agents,
    startMonth,
    months,
    values,
    brokers,
    decisions,
    realisedReturns,
    prologue: prologue.value,
  });
}

/** The history with the people of the scenario: as many agents, made with its values. Everything else is the history’s own. */
function createPrologue({ startsFrom, agents, values }: Scenario, path: MarketPath): Result<ModelInputs | null> {
  if (startsFrom === null) return succeed(null);
  const shared = Object.fromEntries(ORIGIN_PARAMETERS.map((key) => [key, values[key]]));
  const history = { ...startsFrom, agents, values: { ...startsFrom.values, ...shared } };
  const inputs = createInputs(history, {}, path);
  if (inputs.ok) return inputs;
  return fail(inputs.problems.map((problem) => ({ ...problem, path: `startsFrom.${problem.path}` })));
}

/** Every key that `set` understands, with its range. */
export function listSettable(brokers: readonly BrokerInput[]): Map<string, Range> {
  const parameters: readonly ParameterDeclaration[] = PARAMETERS;
  return new Map<string, Range>([
    ...parameters.map((declaration) => [declaration.key, declaration] as const),
    ...brokers.flatMap(({ id }) => BROKER_FIELDS.map((field) => [`brokers.${id}.${field.key}`, field] as const)),
  ]);
}

/** Tells a number that is out of its range. */
export function checkNumber(path: string, value: number, { min, max, integer }: Range, problems: Problem[]): void {
  if (value >= min && value <= max && (integer !== true || Number.isInteger(value))) return;
  const en = integer === true ? `a whole number, ${min} to ${max}` : `${min} to ${max}`;
  const zh = integer === true ? ` ${min} 至 ${max} 的整数` : ` ${min} 至 ${max}`;
  problems.push({ path, expected: { en, 'zh-CN': zh }, got: formatGot(value) });
}

function describeUnknownKey(key: string, value: number, ranges: Map<string, Range>): Problem {
  const expected = describeUnknown(
    key,
    [...ranges.keys()],
    'a parameter key or brokers.<id>.<field>',
    '参数键或 brokers.<标识>.<字段>',
  );
  return { path: `set.${key}`, expected, got: formatGot(value) };
}

function pickParameters(set: Readonly<Record<string, number>>, values: ParameterValues): Record<string, number> {
  return Object.fromEntries(Object.entries(set).filter(([key]) => Object.hasOwn(values, key)));
}

function overrideBroker(broker: BrokerInput, set: Readonly<Record<string, number>>): BrokerInput {
  const changed = BROKER_FIELDS.flatMap(({ key }) => {
    const value = set[`brokers.${broker.id}.${key}`];
    return value === undefined ? [] : [[key, value]];
  });
  return { ...broker, ...Object.fromEntries(changed) };
}
