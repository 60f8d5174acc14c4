import { REASONS, type Reason } from '../../model/reasons.ts';

/** Reasons as the pictures colour them: the four levers, chance, and all others together. */
export const REASON_GROUPS = ['price', 'content', 'community', 'advice', 'other', 'chance'] as const;
export type ReasonGroup = (typeof REASON_GROUPS)[number];

export function groupReason(reason: Reason): ReasonGroup {
  return REASON_GROUPS.find((group) => group === reason) ?? 'other';
}

/** Counts by code of the reason to counts by group. */
export function sumGroups(byReason: readonly number[]): Record<ReasonGroup, number> {
  const sums: Record<ReasonGroup, number> = { price: 0, content: 0, community: 0, advice: 0, other: 0, chance: 0 };
  byReason.forEach((count, code) => {
    sums[groupReason(REASONS[code].key)] += count;
  });
  return sums;
}

export function colourGroup(group: ReasonGroup): string {
  return `var(--r-${group})`;
}
