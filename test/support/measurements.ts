import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './source-text.ts';

/** One measured figure for the table at the end of `npm test`, beside what it should be. Asserting is the test's own affair. */
export function recordMeasurement(what: string, value: number, unit: string, aim: string): void {
  const folder = join(ROOT, 'test-results');
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, 'measurements.jsonl'), `${JSON.stringify({ what, value, unit, aim })}\n`);
}
