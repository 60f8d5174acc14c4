import { useRef } from 'preact/hooks';
import type { Problem } from '../../core/result.ts';
import { showToast } from '../controls/announcements.ts';
import { copyText } from '../controls/copying.ts';
import { moveInMenu, Popover } from '../controls/popover.tsx';
import { pick } from '../i18n/say.ts';
import { draft, openDesignFile } from './study-design.ts';
import { createRunsCsv, downloadText, formatDesign, formatSweepCommand } from './study-export.ts';
import { findRun, progress, study } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

interface StudyActionsProps {
  /** Told of everything that is wrong with a file; `null` when one was opened. */
  readonly onRefused: (refusal: { readonly file: string; readonly problems: readonly Problem[] } | null) => void;
}

/** The design in and out, the runs out, and the command line that does the same. */
export function StudyActions({ onRefused }: StudyActionsProps) {
  const picker = useRef<HTMLInputElement>(null);
  const found = draft.value;
  const shown = study.value ?? (found?.ok ? found.value : null);
  const hasRuns = study.value !== null && progress.value.done > 0;
  const open = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    input.value = ''; // so that the same file can be chosen again after it was mended
    if (!file) return;
    const problems = await openDesignFile(file);
    onRefused(problems.length > 0 ? { file: file.name, problems } : null);
    if (problems.length === 0) showToast({ text: pick(WORDS.designOpened) });
  };
  return (
    <div class="actions">
      <button type="button" class="btn" data-testid="study-open" onClick={() => picker.current?.click()}>
        {pick(WORDS.openDesign)}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        data-testid="study-open-file"
        onChange={(event) => open(event.currentTarget)}
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
                if (shown) downloadText([formatDesign(shown.design.file)], 'design.json', 'application/json');
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
                if (current) downloadText(createRunsCsv(current.design, findRun), 'runs.csv', 'text/csv;charset=utf-8');
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
        {pick(WORDS.copyCommand)}
      </button>
    </div>
  );
}
