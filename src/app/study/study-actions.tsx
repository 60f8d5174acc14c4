import type { Text } from '../../core/text.ts';
import { copyText } from '../controls/copying.ts';
import { moveInMenu, Popover } from '../controls/popover.tsx';
import { pick, say } from '../i18n/say.ts';
import { FileOpener } from '../lab/file-opener.tsx';
import type { Refusal } from '../lab/file-refusal.tsx';
import { draft, type LoadedDesign, openDesignFile } from './study-design.ts';
import { formatSweepCommand } from './study-export.ts';
import { saveDesign, saveRuns, saveRunsParquet, saveSummary } from './study-saving.ts';
import { progress, status, study } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

interface StudyActionsProps {
  /** Told of everything that is wrong with a file; `null` when one was opened. */
  readonly onRefused: (refusal: Refusal | null) => void;
}

/** The design in and out, the runs out, and the command line that does the same. */
export function StudyActions({ onRefused }: StudyActionsProps) {
  const found = draft.value;
  const shown = study.value ?? (found?.ok ? found.value : null);
  return (
    <div class="actions">
      <FileOpener
        label={pick(WORDS.openDesign)}
        testId="study-open"
        opened={pick(WORDS.designOpened)}
        open={openDesignFile}
        onRefused={onRefused}
      />
      <Popover testId="study-export" label={pick(WORDS.export)} face={pick(WORDS.export)}>
        {(close) => (
          <div role="menu" class="menu" aria-label={pick(WORDS.export)} onKeyDown={moveInMenu}>
            {listExports(shown).map(({ id, name, note, save }) => (
              <button
                key={id}
                type="button"
                role="menuitem"
                data-testid={`study-export-${id}`}
                disabled={save === null}
                onClick={() => {
                  close();
                  void save?.();
                }}
              >
                <span>{pick(name)}</span>
                <small>{pick(note)}</small>
              </button>
            ))}
          </div>
        )}
      </Popover>
      <button
        type="button"
        class="btn line"
        data-testid="study-command"
        disabled={shown === null}
        onClick={() => shown && copyText(formatSweepCommand(shown.told), pick(WORDS.commandCopied))}
      >
        {say('copyCommand')}
      </button>
    </div>
  );
}

interface Export {
  readonly id: string;
  readonly name: Text;
  /** What the file is for. */
  readonly note: Text;
  /** `null` while there is nothing to save. */
  readonly save: (() => void | Promise<void>) | null;
}

/** Files that the Lab makes, each with what it is. */
function listExports(design: LoadedDesign | null): Export[] {
  const shown = study.value;
  const some = shown !== null && progress.value.done > 0 ? shown : null;
  const whole = some !== null && status.value === 'done' ? some : null;
  return [
    { id: 'design', name: WORDS.saveDesign, note: WORDS.saveDesignNote, save: design && (() => saveDesign(design)) },
    { id: 'runs', name: WORDS.saveRuns, note: WORDS.saveRunsNote, save: some && (() => saveRuns(some)) },
    {
      id: 'parquet',
      name: WORDS.saveParquet,
      note: WORDS.saveParquetNote,
      save: some && (() => saveRunsParquet(some)),
    },
    { id: 'summary', name: WORDS.saveSummary, note: WORDS.saveSummaryNote, save: whole && (() => saveSummary(whole)) },
  ];
}
