import { fail, type Result, succeed } from '../core/result.ts';
import type { Text } from '../core/text.ts';
import { type MarketPath, NO_MARKET_PATH, parseMarketPath } from '../experiment/market-path.ts';
import { createInputs } from '../experiment/model-inputs.ts';
import { parseScenario, type Scenario } from '../experiment/scenario.ts';
import type { ScenarioFile } from '../experiment/scenario-file.ts';
import type { ModelInputs } from '../model/inputs.ts';

/** A line of `public/scenarios/index.json`. */
export interface ScenarioEntry {
  readonly id: string;
  readonly kind: 'history' | 'projection' | 'experiment';
  readonly title: Text;
}

/** A scenario with the market path that it may prescribe: all that inputs are made of, apart from overrides. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  readonly path: MarketPath;
  /** Name of the user's file that holds it; a shipped scenario has none. */
  readonly file?: string;
  /** The arm of an experiment that it is: a file that nobody ships, but that says little. */
  readonly arm?: ScenarioFile;
}

/** A line of `public/experiments/index.json`. */
export interface ExperimentEntry {
  readonly id: string;
  readonly title: Text;
  readonly question: Text;
}

/** Shipped files that one scenario may draw on. */
const MOST_FILES = 20;

/** The page's own files; the name of a file is all that a link can choose of the address. */
export async function fetchText(path: string): Promise<Result<string>> {
  const expected = { en: 'a file of this page', 'zh-CN': '本页面的文件' };
  try {
    const response = await fetch(new URL(path, document.baseURI));
    const isPage = response.headers.get('content-type')?.includes('text/html') === true;
    if (response.ok && !isPage) return succeed(await response.text());
    return fail([{ path, expected, got: response.ok ? 'text/html' : `HTTP ${response.status}` }]);
  } catch (error) {
    return fail([{ path, expected, got: error instanceof Error ? error.message : String(error) }]);
  }
}

/** What the menu offers. */
export function loadScenarioList(): Promise<Result<readonly ScenarioEntry[]>> {
  return fetchJson('scenarios/index.json');
}

/** A file of the page that is one of ours and needs no closer look. */
export async function fetchJson<Value>(path: string): Promise<Result<Value>> {
  const text = await fetchText(path);
  if (!text.ok) return text;
  try {
    return succeed(JSON.parse(text.value) as Value);
  } catch (error) {
    const expected = { en: 'a list as JSON', 'zh-CN': 'JSON 格式的列表' };
    return fail([{ path, expected, got: String(error) }]);
  }
}

/** Fetches a shipped scenario with all that it builds on, and reads it. */
export async function loadScenario(id: string): Promise<Result<LoadedScenario>> {
  const text = await fetchText(`scenarios/${encodeURIComponent(id)}.json`);
  return text.ok ? readScenario(text.value) : text;
}

/**
 * Reads a scenario, wherever it came from, and fetches the shipped ones that it builds on.
 * @param source JSON text, or what was parsed from it
 */
export async function readScenario(source: unknown): Promise<Result<LoadedScenario>> {
  const shipped = new Map<string, string>();
  await fetchShipped(listReferences(source), shipped);
  const parsed = parseScenario(source, { loadShipped: (id) => shipped.get(id) });
  if (!parsed.ok) return parsed;
  const path = await loadPath(parsed.value);
  return path.ok ? succeed({ scenario: parsed.value, path: path.value }) : path;
}

/** Fetches scenarios and all that they refer to, side by side, into `shipped`. */
async function fetchShipped(ids: readonly string[], shipped: Map<string, string>): Promise<void> {
  const missing = ids.filter((id) => !shipped.has(id)).slice(0, Math.max(0, MOST_FILES - shipped.size));
  for (const id of missing) shipped.set(id, '');
  await Promise.all(
    missing.map(async (id) => {
      const text = await fetchText(`scenarios/${encodeURIComponent(id)}.json`);
      if (!text.ok) return shipped.delete(id);
      shipped.set(id, text.value);
      return fetchShipped(listReferences(text.value), shipped);
    }),
  );
}

/** The scenarios that a file extends or starts from, if it can be read that far. */
function listReferences(source: unknown): string[] {
  try {
    const file = (typeof source === 'string' ? JSON.parse(source) : source) as {
      extends?: unknown;
      startsFrom?: { scenario?: unknown; file?: unknown } | null;
    } | null;
    const { scenario, file: history } = file?.startsFrom ?? {};
    const named = [file?.extends, scenario].filter((id) => typeof id === 'string');
    return history === undefined ? named : [...named, ...listReferences(history)];
  } catch {
    return [];
  }
}

/** The realised market, if the scenario or one that it starts from follows it. */
async function loadPath(scenario: Scenario): Promise<Result<MarketPath>> {
  if (!followsPath(scenario)) return succeed(NO_MARKET_PATH);
  const csv = await fetchText('data/market_path.csv');
  return csv.ok ? parseMarketPath(csv.value) : csv;
}

function followsPath({ returns, startsFrom }: Scenario): boolean {
  return returns !== 'regimes' || (startsFrom !== null && followsPath(startsFrom));
}

/** Inputs of a run with some parameters changed, or every value that is out of its range. */
export function createScenarioInputs(
  { scenario, path }: LoadedScenario,
  overrides: Readonly<Record<string, number>>,
): Result<ModelInputs> {
  return createInputs(scenario, { set: overrides }, path);
}

/** The broker that is the player's until another is chosen: the one an experiment is about, else the fifth largest. */
export function chooseFirstBroker({ brokers, decisions }: Scenario): string {
  if (decisions.length > 0) return brokers[decisions[0].broker].id;
  const bySize = [...brokers].filter(({ share }) => share > 0).sort((a, b) => b.share - a.share);
  return (bySize[Math.min(4, bySize.length - 1)] ?? brokers[0]).id;
}
