import type { Source } from '../../core/schema.ts';
import { pick } from '../i18n/say.ts';
import { describeSource, GRADE_MEANINGS, readGrade } from '../lab/evidence.ts';
import { language } from '../preferences.ts';
import type { Lesson } from './lesson-source.ts';
import { tell } from './tell.ts';
import { WORDS } from './words.ts';

/** What is published about the question, with the grade of each source. */
export function EvidenceList({ lesson: { entry, tables } }: { readonly lesson: Lesson }) {
  if (tables.evidence.size === 0) {
    return <p role="status">{tell(WORDS.noEvidence, { ids: entry.evidence.join(', ') })}</p>;
  }
  return (
    <>
      <ul class="evidence" data-testid="lesson-evidence">
        {entry.evidence.map((id) => {
          const source = id as Source;
          const text = describeSource(source, tables.evidence, language.value);
          const grade = readGrade(source, tables.findingGrades);
          return (
            <li key={id}>
              <span class="mono">{id}</span> {text}
              {grade === null ? null : (
                <small title={pick(GRADE_MEANINGS[grade])}> {tell(WORDS.grade, { grade })}</small>
              )}
            </li>
          );
        })}
      </ul>
      <p class="note">{pick(WORDS.evidenceAbout)}</p>
    </>
  );
}
