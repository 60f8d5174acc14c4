import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MarketPath, parseMarketPath } from '../../src/experiment/market-path.ts';
import { parseScenario, type Scenario } from '../../src/experiment/scenario.ts';
import { ROOT } from './source-text.ts';

/** Every scenario that can be run, and the abstract market they share. */
export const SHIPPED_IDS = [
  'history-2019-2024',
  'projection-neutral',
  'projection-optimistic',
  'projection-pessimistic',
  'price-war',
  'ai-adviser',
] as const;
export const FILE_IDS = ['report-market', ...SHIPPED_IDS] as const;

const texts = new Map<string, string>(
  FILE_IDS.map((id) => [id, readFileSync(join(ROOT, 'public/scenarios', `${id}.json`), 'utf8')]),
);

export const shipped = { loadShipped: (id: string) => texts.get(id) };

export function readShippedText(id: (typeof FILE_IDS)[number]): string {
  return texts.get(id) as string;
}

export function readShippedScenario(id: (typeof SHIPPED_IDS)[number]): Scenario {
  const parsed = parseScenario(readShippedText(id), shipped);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

export function readShippedPath(): MarketPath {
  const parsed = parseMarketPath(readFileSync(join(ROOT, 'public/data/market_path.csv'), 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}
