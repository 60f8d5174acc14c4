import { useRef } from 'preact/hooks';
import type { Problem } from '../../core/result.ts';
import { showToast } from '../controls/announcements.ts';
import type { Refusal } from './file-refusal.tsx';

interface FileOpenerProps {
  readonly label: string;
  readonly testId: string;
  /** Said when the file is in use. */
  readonly opened: string;
  /** @returns everything that is wrong with the file; with any problem nothing has changed */
  readonly open: (file: File) => Promise<readonly Problem[]>;
  /** Told of everything that is wrong with a file; `null` when one was opened. */
  readonly onRefused: (refusal: Refusal | null) => void;
}

/** A button that asks for a JSON file and puts it to use. */
export function FileOpener({ label, testId, opened, open, onRefused }: FileOpenerProps) {
  const picker = useRef<HTMLInputElement>(null);
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    input.value = ''; // so that the same file can be chosen again after it was mended
    if (!file) return;
    const problems = await open(file);
    onRefused(problems.length > 0 ? { file: file.name, problems } : null);
    if (problems.length === 0) showToast({ text: opened });
  };
  return (
    <>
      <button type="button" class="btn" data-testid={testId} onClick={() => picker.current?.click()}>
        {label}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        data-testid={`${testId}-file`}
        onChange={(event) => take(event.currentTarget)}
      />
    </>
  );
}
