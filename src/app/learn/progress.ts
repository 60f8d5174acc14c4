import { signal } from '@preact/signals';

/** How far somebody has come with a lesson. */
export interface LessonProgress {
  /** Id of the arm that was predicted, or `NONE` for no difference. */
  readonly guess: string;
  readonly isDone: boolean;
}

/** The prediction that no arm makes a clear difference. */
export const NONE = '';

const STORAGE_KEY = 'brokerscape.lessons';

type Stored = Readonly<Record<string, LessonProgress>>;

function isProgress(value: unknown): value is LessonProgress {
  if (typeof value !== 'object' || value === null) return false;
  const { guess, isDone } = value as Partial<LessonProgress>;
  return typeof guess === 'string' && typeof isDone === 'boolean';
}

/** What of a stored text is progress; everything else is forgotten. */
export function readProgress(text: string | null): Stored {
  try {
    const stored: unknown = JSON.parse(text ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter(([, value]) => isProgress(value)));
  } catch {
    return {};
  }
}

/** Storage may be absent or forbidden; lessons then begin anew with every visit, and work. */
function readStored(): Stored {
  try {
    return readProgress(localStorage.getItem(STORAGE_KEY));
  } catch {
    return {};
  }
}

/** By id of the experiment. */
export const progress = signal<Stored>(readStored());

/** Remembers how far somebody has come; `null` forgets it. */
export function recordProgress(id: string, next: LessonProgress | null): void {
  const { [id]: _, ...others } = progress.peek();
  progress.value = next === null ? others : { ...others, [id]: next };
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(progress.peek()));
  } catch {
    // A private window without storage remembers for this visit only.
  }
}
