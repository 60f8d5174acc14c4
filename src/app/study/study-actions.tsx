import { copyText } from '../controls/copying.ts';
import { moveInMenu, Popover } from '../controls/popover.tsx';
import { pick, say } from '../i18n/say.ts';
import { FileOpener } from '../lab/file-opener.tsx';
import type { Refusal } from '../lab/file-refusal.tsx';
import { draft, openDesignFile } from './study-design.ts';
import { formatSweepCommand } from './study-export.ts';
import { saveDesign, saveRuns } from './study-saving.ts';
import { progress, study } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

interface StudyActionsProps {
  /** Told of everything that is wrong with a file; `null` when one was opened. */
  readonly onRefused: (refusal: Refusal | null) => void;
}

/** The design in and out, the runs out, and the command line that does the same. */
export function StudyActions({ onRefused }: StudyActionsProps) {
  const found = draft.value;
  const shown = study.value ?? (found?.ok ? found.value : null);
  const hasRuns = study.value !== null && progress.value.done > 0;
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
            <button
              type="button"
              role="menuitem"
              data-testid="study-export-design"
              disabled={shown === null}
              onClick={() => {
                close();
                if (shown) saveDesign(shown);
              }}
            >
              <span>{pick(WORDS.saveDesign)}</span>
              <small>{pick(WORDS.saveDesignNote)}</small>
            </button>
            <button
              type="button"
              role="menuitem"
              data-testid="study-export-runs"
              disabled={!hasRuns}
              onClick={() => {
                close();
                const current = study.peek();
                if (current) saveRuns(current);
              }}
            >
              <span>{pick(WORDS.saveRuns)}</span>
              <small>{pick(WORDS.saveRunsNote)}</small>
            </button>
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
