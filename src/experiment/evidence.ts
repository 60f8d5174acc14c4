import { parseCsv } from '../core/csv.ts';
import type { Text } from '../core/text.ts';

/** What a source says, by its id (`S041`, `M14`, `E39`), as the data files have it. */
export type Evidence = ReadonlyMap<string, Text>;

export interface EvidenceTables {
  readonly evidence: Evidence;
  /** Grade of each finding, as its table has it. */
  readonly findingGrades: ReadonlyMap<string, string>;
}

export const NO_EVIDENCE: EvidenceTables = { evidence: new Map(), findingGrades: new Map() };

/** A reading that was left beside its sign when the source was copied: `數(shù)`. */
const STRAY_READING = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]+\)/giu;

/** Reads the three tables of sources from the texts of their files. */
export function parseEvidence(facts: string, mechanisms: string, findings: string): EvidenceTables {
  const evidence = new Map<string, Text>();
  for (const row of parseCsv(facts))
    evidence.set(row.id, { en: row.english_gloss, 'zh-CN': row.original_zh.replace(STRAY_READING, '') });
  for (const row of parseCsv(mechanisms)) evidence.set(row.id, { en: row.mechanism, 'zh-CN': row.mechanism_zh });
  const findingGrades = new Map<string, string>();
  for (const row of parseCsv(findings)) {
    evidence.set(row.id, { en: `${row.fact} · ${row.source}`, 'zh-CN': `${row.fact_zh} · ${row.source_zh}` });
    findingGrades.set(row.id, row.grade);
  }
  return { evidence, findingGrades };
}
