import { formatMonth } from '../core/calendar.ts';
import type { Problem } from '../core/result.ts';
import type { Text } from '../core/text.ts';
import { ORIGIN_PARAMETERS } from '../model/start/parameters.ts';
import type { Scenario } from './scenario.ts';
import type { LoadShipped, MergedScenario, Placed } from './scenario-chain.ts';
import type { StartEntry } from './scenario-file.ts';
import { formatGot } from './scenario-schema.ts';

/** Reads a scenario by itself, one step further down a line of histories. */
export type ReadWhole = (
  source: unknown,
  above: readonly string[],
) => { scenario: Scenario | null; problems: Problem[] };

/** Histories go back a few windows at most. */
const DEPTH_LIMIT = 8;

/**
 * Reads the scenario from whose end another one starts.
 * @param above ids of the scenarios that start from this one, the one that asks last
 * @returns no scenario when none is asked for, or when something is wrong with it
 */
export function readHistory(
  { startsFrom }: MergedScenario,
  loadShipped: LoadShipped,
  readWhole: ReadWhole,
  above: readonly string[],
): { history: Scenario | null; problems: Problem[] } {
  if (startsFrom === undefined || startsFrom.entry === null) return { history: null, problems: [] };
  const { entry, path } = startsFrom as Placed<StartEntry>;
  const { scenario: id, file } = entry;
  const refuse = (at: string, expected: Text, got: unknown) => ({
    history: null,
    problems: [{ path: at, expected, got: formatGot(got) }],
  });
  if ((id === undefined) === (file === undefined)) {
    return refuse(
      path,
      { en: 'either scenario or file', 'zh-CN': 'scenario 与 file 二者之一' },
      id === undefined ? undefined : entry,
    );
  }
  if (above.length > DEPTH_LIMIT) {
    return refuse(path, { en: `at most ${DEPTH_LIMIT} windows before`, 'zh-CN': `之前至多 ${DEPTH_LIMIT} 个窗口` }, id);
  }
  if (id !== undefined && above.includes(id)) {
    return refuse(
      `${path}.scenario`,
      { en: 'a scenario that does not start from this one', 'zh-CN': '不以本情景为前段的情景' },
      id,
    );
  }
  const source = file ?? loadShipped(id as string);
  if (source === undefined) {
    return refuse(`${path}.scenario`, { en: 'the id of a shipped scenario', 'zh-CN': '内置情景的标识' }, id);
  }
  const { scenario, problems } = readWhole(source, above);
  const prefix = id === undefined ? `${path}.file.` : `${id}: `;
  return { history: scenario, problems: problems.map((problem) => ({ ...problem, path: prefix + problem.path })) };
}

/** What a scenario that states no value of its own takes from its history: there is one value of these for both. */
export function inheritValues(history: Scenario | null): Readonly<Record<string, number>> {
  if (history === null) return {};
  return Object.fromEntries(ORIGIN_PARAMETERS.map((key) => [key, history.values[key]]));
}

/** Whether the windows and the brokers of the two fit together. */
export function findMisfits(
  history: Scenario,
  { startsFrom, brokers }: MergedScenario,
  startMonth: number,
  entryMonths: readonly number[],
): Problem[] {
  const problems: Problem[] = [];
  const complain = (path: string, en: string, zh: string, got: unknown) => {
    problems.push({ path, expected: { en, 'zh-CN': zh }, got: formatGot(got) });
  };
  const end = history.startMonth + history.months;
  if (end !== startMonth) {
    const last = formatMonth(startMonth - 1);
    const path = startsFrom?.path ?? 'startsFrom';
    complain(path, `a scenario that ends with ${last}`, `止于 ${last} 的情景`, formatMonth(end - 1));
  }
  history.brokers.forEach(({ id }, position) => {
    const mine = brokers[position];
    if (mine?.entry.id === id) return;
    const path = mine === undefined ? 'brokers' : `${mine.path}.id`;
    complain(path, `${id}, in the place that it has in the history`, `${id}，次序同前段情景`, mine?.entry.id);
  });
  brokers.slice(history.brokers.length).forEach(({ entry, path }, position) => {
    if (entryMonths[history.brokers.length + position] >= startMonth) return;
    const first = formatMonth(startMonth);
    const got = entry.entryMonth;
    complain(
      `${path}.entryMonth`,
      `${first} or later: the history has it not`,
      `不早于 ${first}：前段情景中没有它`,
      got,
    );
  });
  return problems;
}
