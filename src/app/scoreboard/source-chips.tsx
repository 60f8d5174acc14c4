import type { Evidence } from '../../experiment/evidence.ts';
import { language } from '../preferences.ts';

/** Ids of sources; what each says shows on hover and is part of its name for a screen reader. */
export function SourceChips({
  sources,
  evidence,
}: {
  readonly sources: readonly string[];
  readonly evidence: Evidence;
}) {
  return (
    <>
      {sources.map((id) => {
        const said = evidence.get(id)?.[language.value];
        return (
          <abbr key={id} class="source" title={said}>
            {id}
          </abbr>
        );
      })}
    </>
  );
}
