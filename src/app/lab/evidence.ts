import type { Source } from '../../core/schema.ts';
import type { Language, Text } from '../../core/text.ts';
import { type Evidence, type EvidenceTables, NO_EVIDENCE, parseEvidence } from '../../experiment/evidence.ts';

/** Strength of a source, or `null` for numbers that nobody published. */
export type Grade = 'A' | 'B' | 'C' | null;

export const GRADE_MEANINGS: Readonly<Record<'A' | 'B' | 'C', Text>> = {
  A: { en: 'grade A: official statistic or peer-reviewed paper', 'zh-CN': 'A 级：官方统计或同行评议论文' },
  B: { en: 'grade B: company filing or reputable press', 'zh-CN': 'B 级：公司披露或可靠媒体' },
  C: { en: 'grade C: secondary summary', 'zh-CN': 'C 级：二手综述' },
};

/** Sources that are no publication: what stands in the narrow column, and what it means. */
const OWN_SOURCES: Readonly<Record<string, { readonly tag: Text; readonly meaning: Text }>> = {
  calibrated: {
    tag: { en: 'cal.', 'zh-CN': '校准' },
    meaning: { en: 'calibrated: fitted to the table of targets', 'zh-CN': '校准值：按目标表拟合' },
  },
  trial: {
    tag: { en: 'trial', 'zh-CN': '试算' },
    meaning: { en: 'found in the feasibility study of the design', 'zh-CN': '设计可行性研究所得' },
  },
  assumption: {
    tag: { en: 'asm.', 'zh-CN': '假设' },
    meaning: { en: 'assumption: see the meaning for the reason', 'zh-CN': '假设：理由见含义' },
  },
};

/** The tag of a source in the narrow column. */
export function formatSourceTag(source: Source, language: Language): string {
  return OWN_SOURCES[source]?.tag[language] ?? source;
}

/**
 * The grade of a source. Findings carry theirs; of `B/C` the weaker counts. Figures of the report and mechanisms read
 * from it are claims without control group, sample size or dates: C.
 */
export function readGrade(source: Source, findingGrades: ReadonlyMap<string, string>): Grade {
  if (source in OWN_SOURCES) return null;
  if (!source.startsWith('E')) return 'C';
  const letters = [...(findingGrades.get(source) ?? '')].filter((letter) => 'ABCD'.includes(letter)).sort();
  const weakest = letters.at(-1);
  return weakest === 'A' || weakest === 'B' ? weakest : 'C';
}

/** One sentence on a source: what it says, or what kind of number it is. */
export function describeSource(source: Source, evidence: Evidence, language: Language): string {
  return OWN_SOURCES[source]?.meaning[language] ?? evidence.get(source)?.[language] ?? '';
}

/** Fetches the tables beside the page. Without them the panel shows ids only, so a failure is not worth a message. */
export async function loadEvidence(): Promise<EvidenceTables> {
  try {
    const texts = await Promise.all(
      ['report_facts', 'mechanisms', 'findings'].map(async (name) => {
        const response = await fetch(`data/${name}.csv`);
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return response.text();
      }),
    );
    return parseEvidence(texts[0], texts[1], texts[2]);
  } catch {
    return NO_EVIDENCE;
  }
}
