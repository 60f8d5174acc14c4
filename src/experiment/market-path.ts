import { formatMonth, parseMonth } from '../core/calendar.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import type { RealisedReturns } from '../model/inputs.ts';

/** Monthly simple returns of an index, from a calendar month on. */
export interface MarketPath {
  readonly firstMonth: number;
  readonly returns: RealisedReturns;
}

/** A path without a month, for scenarios that prescribe none. */
export const NO_MARKET_PATH: MarketPath = { firstMonth: 0, returns: [] };

/**
 * Reads `public/data/market_path.csv`: month in the first column, month-end close in the second.
 * The return of a month is its close over the one before, minus 1, so the first line gives no return.
 */
export function parseMarketPath(csv: string): Result<MarketPath> {
  const lines = csv.trimEnd().split(/\r?\n/).slice(1);
  const closes: number[] = [];
  let first = 0;
  for (const [position, line] of lines.entries()) {
    const [monthText = '', closeText = ''] = line.split(',');
    const month = parseMonth(monthText);
    const close = Number(closeText);
    if (position === 0) first = month ?? 0;
    if (month === null || month !== first + position || !(close > 0)) {
      const expected = month === null ? 'a month as 2025-01' : `${formatMonth(first + position)} and a close above 0`;
      return fail([{ path: `line ${position + 2}`, expected: { en: expected, 'zh-CN': expected }, got: line }]);
    }
    closes.push(close);
  }
  const returns = closes.slice(1).map((close, position) => close / closes[position] - 1);
  return succeed({ firstMonth: first + 1, returns });
}

/** Returns from a month on, for at most so many months; `null` when the path does not hold the first one. */
export function selectReturns(path: MarketPath, startMonth: number, months: number): RealisedReturns | null {
  const from = startMonth - path.firstMonth;
  if (from < 0 || from >= path.returns.length) return null;
  return path.returns.slice(from, from + months);
}
