import type { Language } from '../../core/text.ts';
import { formatNumber } from '../format.ts';
import type { SeedCount } from './seed-counts.ts';

/** “B beats A in 164 of 200 seeds”. @param sense whether more is better (1), less is (−1), or neither (0) */
export function describeSeedCount({ above, below, seeds }: SeedCount, sense: 1 | 0 | -1, language: Language): string {
  if (seeds === 0) return '';
  const wins = formatNumber(sense < 0 ? below : above, language);
  const all = formatNumber(seeds, language);
  if (sense === 0)
    return language === 'en' ? `B is above A in ${wins} of ${all}` : `${all} 个种子中 ${wins} 个 B 高于 A`;
  return language === 'en' ? `B beats A in ${wins} of ${all}` : `B 在 ${all} 个种子中的 ${wins} 个胜出`;
}

/** How far a study has come: “37 of 200 so far”. */
export function describeSeedProgress(done: number, seeds: number, isOver: boolean, language: Language): string {
  const [known, all] = [formatNumber(done, language), formatNumber(seeds, language)];
  if (isOver) return language === 'en' ? `${known} of ${all} seeds` : `${all} 个种子中的 ${known} 个`;
  return language === 'en' ? `${known} of ${all} so far` : `已完成 ${known}/${all}`;
}
