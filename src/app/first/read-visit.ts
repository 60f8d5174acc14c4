import type { FirstVisit } from '../../experiment/first-visit.ts';

/** The shipped picture of the default run and what its question is measured with; `null` where it cannot be had. */
export async function readVisit(): Promise<FirstVisit | null> {
  try {
    const response = await fetch(new URL('data/first-visit.json', document.baseURI));
    return response.ok ? ((await response.json()) as FirstVisit) : null;
  } catch {
    return null;
  }
}
