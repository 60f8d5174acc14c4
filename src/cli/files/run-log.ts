import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';

/** Runs that are finished, by key, on disk as they end: whatever ends the process, none is lost. */
export interface RunLog {
  /** What a run came to, or `undefined` where it is not finished. */
  read(key: string): readonly number[] | undefined;
  add(key: string, figures: readonly number[]): void;
  readonly size: number;
}

/** Not a number is `null` in JSON. */
type Line = { readonly run: string; readonly figures: readonly (number | null)[] };

/** What a log says it is of; `null` where there is none, or its first line is torn. */
export function readLogTask(path: string): string | null {
  const [first] = existsSync(path) ? readWholeLines(path) : [];
  return first === undefined ? null : (JSON.parse(first) as { task: string }).task;
}

/**
 * Opens a log, one JSON line a run; a last line that was torn by the end of its process is cut off.
 * @param task what the runs are of: written as the first line of a new log
 */
export function openRunLog(path: string, task: string): RunLog {
  if (readLogTask(path) === null) writeFileSync(path, `${JSON.stringify({ task })}\n`);
  const lines = readWholeLines(path);
  truncateSync(
    path,
    lines.reduce((bytes, line) => bytes + Buffer.byteLength(line) + 1, 0),
  );
  const runs = new Map<string, readonly number[]>(
    lines.slice(1).map((text) => {
      const { run, figures } = JSON.parse(text) as Line;
      return [run, figures.map((figure) => figure ?? Number.NaN)];
    }),
  );
  return {
    read: (key) => runs.get(key),
    add(key, figures) {
      runs.set(key, figures);
      appendFileSync(path, `${JSON.stringify({ run: key, figures } satisfies Line)}\n`);
    },
    get size() {
      return runs.size;
    },
  };
}

/** Lines that end as lines do. */
function readWholeLines(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1);
}
