/** Least number of letters to insert, drop or replace to turn one word into the other (Levenshtein 1966). */
function computeEditDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(replaced, previous[j] + 1, row[j - 1] + 1);
    }
    previous = row;
  }
  return previous[b.length];
}

/** The known word that was probably meant, or `null` when none is close: two letters or a third of them may differ. */
export function findNearest(word: string, known: Iterable<string>): string | null {
  let nearest: string | null = null;
  let least = Math.min(word.length - 1, Math.max(2, word.length / 3));
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > least) continue;
    const distance = computeEditDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least || (distance === least && nearest === null)) {
      nearest = candidate;
      least = distance;
    }
  }
  return nearest;
}
