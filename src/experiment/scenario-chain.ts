import type { Problem } from '../core/result.ts';
import { ARCHETYPES } from '../model/inputs.ts';
import { type ParameterValues, readDefaults } from '../model/parameters.ts';
import { parseJsonText } from './json-text.ts';
import { applySwitches, findContradictions } from './mechanism-switches.ts';
import type { BrokerEntry, DecisionEntry, ScenarioFile, StartEntry } from './scenario-file.ts';
import { formatGot, readScenarioFile } from './scenario-schema.ts';

/** A shipped scenario as JSON text or as parsed JSON, by id; `undefined` when there is none. */
export type LoadShipped = (id: string) => unknown;

/** Shipped scenarios build on each other a few steps deep at most. */
const DEPTH_LIMIT = 8;

/** One file of a chain of `extends`, and what is put before the paths of its problems. */
interface Link {
  readonly file: Partial<ScenarioFile>;
  readonly prefix: string;
}

/** An entry of a list and its path in the file that states it. */
export interface Placed<Entry> {
  readonly entry: Entry;
  readonly path: string;
}

/** What a chain of files says when read as one file. */
export interface MergedScenario
  extends Omit<Partial<ScenarioFile>, 'mechanisms' | 'brokers' | 'decisions' | 'startsFrom'> {
  readonly startsFrom?: Placed<StartEntry | null>;
  readonly brokers: readonly Placed<BrokerEntry>[];
  readonly decisions: readonly Placed<DecisionEntry>[];
}

/** Reads a file and all it builds on, and merges them. What is wrong in a file is left out and told. */
export function readMergedScenario(
  source: unknown,
  loadShipped: LoadShipped,
): { merged: MergedScenario; problems: Problem[] } {
  const { links, problems } = readChain(source, loadShipped);
  return { merged: links.reduce(mergeLink, { brokers: [], decisions: [] }), problems };
}

/** Links in the order in which they apply: the base first, the file given last. */
function readChain(source: unknown, loadShipped: LoadShipped): { links: Link[]; problems: Problem[] } {
  const links: Link[] = [];
  const problems: Problem[] = [];
  const visited: string[] = [];
  let link = readLink(source, '', problems);
  let base = link.file.extends;
  links.unshift(link);
  while (base !== undefined) {
    visited.push(link.file.id ?? '');
    const loaded = loadBase(base, visited, link.prefix, loadShipped, problems);
    if (loaded === undefined) break;
    link = readLink(loaded, `${base}: `, problems);
    base = link.file.extends;
    links.unshift(link);
  }
  return { links, problems };
}

function readLink(source: unknown, prefix: string, problems: Problem[]): Link {
  const parsed = typeof source === 'string' ? parseJsonText(source) : { ok: true as const, value: source };
  const read = parsed.ok ? readScenarioFile(parsed.value) : { file: {}, problems: parsed.problems };
  const found = [...read.problems, ...findRepeatedIds(read.file), ...findSwitchProblems(read.file)];
  problems.push(...found.map((p) => ({ ...p, path: prefix + p.path })));
  return { file: read.file, prefix };
}

function findSwitchProblems({ mechanisms = {}, parameters = {} }: Partial<ScenarioFile>): Problem[] {
  const found = findContradictions(mechanisms, parameters, readDefaults());
  return found.map((problem) => ({ ...problem, path: `mechanisms.${problem.path}` }));
}

function loadBase(
  base: string,
  visited: readonly string[],
  prefix: string,
  loadShipped: LoadShipped,
  problems: Problem[],
): unknown {
  const loaded = visited.includes(base) || visited.length > DEPTH_LIMIT ? undefined : loadShipped(base);
  if (loaded !== undefined) return loaded;
  const expected = visited.includes(base)
    ? { en: 'a scenario that does not build on this one', 'zh-CN': '不以本情景为基础的情景' }
    : visited.length > DEPTH_LIMIT
      ? { en: `at most ${DEPTH_LIMIT} scenarios upon each other`, 'zh-CN': `至多 ${DEPTH_LIMIT} 层基础情景` }
      : { en: 'the id of a shipped scenario', 'zh-CN': '内置情景的标识' };
  problems.push({ path: `${prefix}extends`, expected, got: formatGot(base) });
  return undefined;
}

function findRepeatedIds(file: Partial<ScenarioFile>): Problem[] {
  const first = new Map<string, number>();
  return (file.brokers ?? []).flatMap(({ id }, position) => {
    if (id === undefined) return [];
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, position);
    return earlier === undefined
      ? []
      : [
          {
            path: `brokers[${position}].id`,
            expected: {
              en: `an id other than that of brokers[${earlier}]`,
              'zh-CN': `与 brokers[${earlier}] 不同的标识`,
            },
            got: formatGot(id),
          },
        ];
  });
}

/** Values that hold before a file adds its own, as far as files state them. */
function readKnown({ parameters }: MergedScenario): ParameterValues {
  return { ...readDefaults(), ...parameters };
}

/**
 * Objects merge by key, brokers by id, decisions append, everything else replaces. A switch of a mechanism sets the values
 * of its parameters, so the nearest file counts, whether it switches or states values.
 */
function mergeLink(merged: MergedScenario, { file, prefix }: Link): MergedScenario {
  const { brokers = [], decisions = [], archetypes, mechanisms = {}, parameters, startsFrom, ...plain } = file;
  const profiles = ARCHETYPES.map((key) => [key, { ...merged.archetypes?.[key], ...archetypes?.[key] }]);
  const byId = new Map(merged.brokers.map((placed) => [placed.entry.id, placed]));
  for (const [position, entry] of brokers.entries()) {
    const id = entry.id ?? `${prefix}${position}`;
    byId.set(id, { entry: { ...byId.get(id)?.entry, ...entry }, path: `${prefix}brokers[${position}]` });
  }
  const added = decisions.map((entry, position) => ({ entry, path: `${prefix}decisions[${position}]` }));
  return {
    ...merged,
    ...plain,
    ...(startsFrom === undefined ? {} : { startsFrom: { entry: startsFrom, path: `${prefix}startsFrom` } }),
    parameters: { ...merged.parameters, ...applySwitches(mechanisms, readKnown(merged)), ...parameters },
    archetypes: Object.fromEntries(profiles),
    brokers: [...byId.values()],
    decisions: [...merged.decisions, ...added],
  };
}
