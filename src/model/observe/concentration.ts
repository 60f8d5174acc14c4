import { ln } from '../../core/math.ts';
import { sumOf } from '../../core/sum.ts';

/** Weight of a second or third account beside a main one in a broker’s share (trial.md §3). */
const OTHER_ACCOUNT_WEIGHT = 0.15;

/** Share of users of each broker: users by main broker, other accounts at a lower weight. Sums to 1, or is all zero. */
export function computeUserShares(users: Float64Array, otherAccounts: Float64Array): Float64Array {
  const weights = users.map((count, b) => count + OTHER_ACCOUNT_WEIGHT * otherAccounts[b]);
  const total = sumOf(weights);
  return weights.map((weight) => (total > 0 ? weight / total : 0));
}

/** Herfindahl–Hirschman index: sum of squared shares in percent points, 0 to 10,000. */
export function computeHhi(shares: Float64Array): number {
  return shares.reduce((sum, share) => sum + 1e4 * share * share, 0);
}

/** Share of the `count` largest. */
export function computeConcentrationRatio(shares: Float64Array, count: number): number {
  return sumOf(shares.toSorted().toReversed().slice(0, count));
}

/** Shannon entropy of shares, nats. */
export function computeEntropy(shares: Float64Array): number {
  return shares.reduce((sum, share) => (share > 0 ? sum - share * ln(share) : sum), 0);
}

/** Gini coefficient over the given shares, zeros included: 0 for equal shares, (n − 1)/n for a monopoly. */
export function computeGini(shares: Float64Array): number {
  const sorted = shares.toSorted();
  const total = sumOf(sorted);
  if (total === 0) return 0;
  const n = sorted.length;
  const weighted = sorted.reduce((sum, share, rank) => sum + (2 * (rank + 1) - n - 1) * share, 0);
  return weighted / (n * total);
}
