import type { Source } from '../../core/schema.ts';
import type { Language, Text } from '../../core/text.ts';
import { parseCsv } from './csv.ts';

/** What a source says, by its id (`S041`, `M14`, `E39`), as the data files have it. */
export type Evidence = ReadonlyMap<string, Text>;

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

export interface EvidenceTables {
  readonly evidence: Evidence;
  /** Grade of each finding, as its table has it. */
  readonly findingGrades: ReadonlyMap<string, string>;
}

export const NO_EVIDENCE: EvidenceTables = { evidence: new Map(), findingGrades: new Map() };

/** Reads the three tables of sources from the texts of their files. */
export function parseEvidence(facts: string, mechanisms: string, findings: string): EvidenceTables {
  const evidence = new Map<string, Text>();
  for (const row of parseCsv(facts)) evidence.set(row.id, { en: row.english_gloss, 'zh-CN': row.original_zh });
  for (const row of parseCsv(mechanisms)) evidence.set(row.id, { en: row.mechanism, 'zh-CN': row.mechanism });
  const findingGrades = new Map<string, string>();
  for (const row of parseCsv(findings)) {
    const text = `${row.fact} · ${row.source}`;
    evidence.set(row.id, { en: text, 'zh-CN': text });
    findingGrades.set(row.id, row.grade);
  }
  return { evidence, findingGrades };
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
