/*
 * A calendar month is one whole number, year × 12 + (month − 1): January 2025 is 24300. Adding 1 is the next month.
 * Every function here takes such a number.
 */

const MONTH_PATTERN = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** Reads `2025-01`; `null` when it is anything else. */
export function parseMonth(text: string): number | null {
  const match = MONTH_PATTERN.exec(text);
  return match === null ? null : Number(match[1]) * 12 + Number(match[2]) - 1;
}

/** Writes `2025-01`. */
export function formatMonth(month: number): string {
  const year = String(yearOf(month)).padStart(4, '0');
  return `${year}-${String(monthOfYear(month) + 1).padStart(2, '0')}`;
}

export function yearOf(month: number): number {
  return Math.floor(month / 12);
}

/** 0 for January to 11 for December. */
export function monthOfYear(month: number): number {
  return month % 12;
}

/** 0 for January to March, to 3 for October to December. */
export function quarterOf(month: number): number {
  return Math.floor(monthOfYear(month) / 3);
}

export function isQuarterStart(month: number): boolean {
  return month % 3 === 0;
}

/** Decimal year at the start of the month: 2025 for January 2025, 2025.5 for July. */
export function yearFraction(month: number): number {
  return month / 12;
}
