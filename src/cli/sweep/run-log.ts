import { closeSync, existsSync, fdatasyncSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import type { Design } from '../../experiment/design/design.ts';
import { type FinishedRun, formatRunLine, parseRunLine, type RunStore } from '../../experiment/sweep/finished-run.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';

export const LOG_FILE = 'runs.log';

/** A log of finished runs on the disk: appended to, never changed, whole after any end of the process. */
export interface RunLog extends RunStore {
  /** Runs that it holds. */
  readonly count: number;
  readonly failed: number;
  close(): void;
}

const CHUNK_BYTES = 1 << 20;
const LINE_FEED = 10;

/** What the first line says: runs of which design, engine and part follow. */
interface LogHeader {
  readonly design: string;
  readonly engineVersion: string;
  /** `2/8`, or `null` for the whole design. */
  readonly part: string | null;
}

export function createLogHeader(design: Design, part: string | null): LogHeader {
  return { design: design.hash, engineVersion: ENGINE_VERSION, part };
}

/** The first line of a log; `null` when there is no log, or none that can be read. */
export function readLogHeader(path: string): LogHeader | null {
  if (!existsSync(path)) return null;
  const file = openSync(path, 'r');
  try {
    const { value } = readLines(file).next();
    return value === undefined ? null : (JSON.parse(value.line) as LogHeader);
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}

/**
 * Opens a log, or begins one. Of a run it keeps in memory where its line begins, 8 bytes; the rest stays on the disk. A line
 * that was cut off when a process died, or that is not as it was written, counts as not there.
 * @param isDurable whether a run is on the disk before `append` returns, so that it outlives the machine's end too
 */
export function openRunLog(path: string, header: LogHeader, isDurable: boolean): RunLog {
  const file = openSync(path, 'a+');
  const places = createPlaces();
  let failed = 0;
  let end = fstatSync(file).size;
  let isOpen = true;

  function write(line: string): number {
    const bytes = Buffer.from(`${line}\n`);
    writeSync(file, bytes);
    if (isDurable) fdatasyncSync(file);
    const start = end;
    end += bytes.length;
    return start;
  }

  function keep(run: FinishedRun, start: number): void {
    if (places.get(run) === undefined && !run.report.ok) failed++;
    places.set(run, start);
  }

  if (end === 0) write(JSON.stringify(header));
  else {
    for (const { line, start } of readLines(file)) {
      const run = parseRunLine(line);
      if (run !== null) keep(run, start);
    }
    // What follows a line that was cut off begins a line of its own.
    if (readByte(file, end - 1) !== LINE_FEED) write('');
  }

  return {
    get count() {
      return places.count;
    },
    get failed() {
      return failed;
    },
    has: (point, replicate) => places.get({ point, replicate }) !== undefined,
    read(point, replicate) {
      const start = places.get({ point, replicate });
      return start === undefined ? null : parseRunLine(readLine(file, start));
    },
    append(run) {
      if (isOpen) keep(run, write(formatRunLine(run)));
    },
    close() {
      isOpen = false;
      closeSync(file);
    },
  };
}

/** Every whole run of a log, as it stands there. */
export function* listRuns(path: string): Generator<FinishedRun> {
  const file = openSync(path, 'r');
  try {
    for (const { line } of readLines(file)) {
      const run = parseRunLine(line);
      if (run !== null) yield run;
    }
  } finally {
    closeSync(file);
  }
}

type Key = Pick<FinishedRun, 'point' | 'replicate'>;

/** Where lines begin, in one growing column a replicate. */
function createPlaces() {
  const columns: Float64Array[] = [];
  let count = 0;
  return {
    get count() {
      return count;
    },
    get: ({ point, replicate }: Key) => columns[replicate]?.[point] || undefined,
    set({ point, replicate }: Key, start: number) {
      while (columns.length <= replicate) columns.push(new Float64Array(0));
      if (point >= columns[replicate].length) {
        const longer = new Float64Array(Math.max(2 * columns[replicate].length, point + 1));
        longer.set(columns[replicate]);
        columns[replicate] = longer;
      }
      // No line begins at 0 but the header.
      if (columns[replicate][point] === 0) count++;
      columns[replicate][point] = start;
    },
  };
}

/** Whole lines, a chunk of the file at a time. */
function* readLines(file: number): Generator<{ line: string; start: number }> {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest = Buffer.alloc(0);
  let start = 0;
  let position = 0;
  for (;;) {
    const length = readSync(file, chunk, 0, CHUNK_BYTES, position);
    if (length === 0) return;
    position += length;
    rest = Buffer.concat([rest, chunk.subarray(0, length)]);
    for (let stop = rest.indexOf(LINE_FEED); stop >= 0; stop = rest.indexOf(LINE_FEED)) {
      yield { line: rest.toString('utf8', 0, stop), start };
      start += stop + 1;
      rest = rest.subarray(stop + 1);
    }
  }
}

function readLine(file: number, start: number): string {
  for (let size = 4096; ; size *= 4) {
    const bytes = Buffer.alloc(size);
    const length = readSync(file, bytes, 0, size, start);
    const stop = bytes.subarray(0, length).indexOf(LINE_FEED);
    if (stop >= 0) return bytes.toString('utf8', 0, stop);
    if (length < size) return '';
  }
}

function readByte(file: number, position: number): number {
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, position);
  return byte[0];
}
