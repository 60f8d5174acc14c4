import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DesignFile } from '../../experiment/design/design-file.ts';
import type { RunReport } from '../../experiment/run-order.ts';
import type { FinishedRun } from '../../experiment/sweep/finished-run.ts';

/** How far somebody wanted a study to go. */
export type StoredStatus = 'running' | 'paused' | 'cancelled';

/** A study as it is kept: its runs stand beside it. */
interface StoredStudy {
  readonly id: string;
  /** By itself: it names no other file. */
  readonly design: DesignFile;
  /** As it was told, for commands. */
  readonly told: DesignFile;
  /** Runs of another version are of no use to this one. */
  readonly engineVersion: string;
  readonly status: StoredStatus;
  /** Of the scenario without anything swept. */
  readonly baseline: RunReport | null;
}

interface Schema extends DBSchema {
  studies: { key: string; value: StoredStudy };
  /** By study, point and replicate: a run that is done twice is kept once. */
  runs: { key: [string, number, number]; value: FinishedRun };
}

/** The study of this browser: one at a time, kept through reloads and crashes. */
export interface StudyStore {
  read(): Promise<{ study: StoredStudy; runs: FinishedRun[] } | null>;
  /** Takes the place of the study before, and of its runs. */
  begin(study: StoredStudy): Promise<void>;
  keepStudy(study: StoredStudy): Promise<void>;
  keepRuns(id: string, runs: readonly FinishedRun[]): Promise<void>;
  clear(): Promise<void>;
}

const NAME = 'brokerscape-lab';
const VERSION = 1;

export function createStudyStore(): StudyStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;

  function open(): Promise<IDBPDatabase<Schema>> {
    opened ??= openDB<Schema>(NAME, VERSION, {
      upgrade(database) {
        database.createObjectStore('studies', { keyPath: 'id' });
        database.createObjectStore('runs');
      },
    });
    return opened;
  }

  /** In one step: what is written after it was called comes after it. */
  async function replace(study: StoredStudy | null): Promise<void> {
    const change = (await open()).transaction(['studies', 'runs'], 'readwrite');
    const studies = change.objectStore('studies');
    const clears = [studies.clear(), change.objectStore('runs').clear()];
    await Promise.all([...clears, study === null ? null : studies.put(study), change.done]);
  }

  return {
    async read() {
      const database = await open();
      const [study] = await database.getAll('studies');
      if (study === undefined) return null;
      const range = IDBKeyRange.bound([study.id], [study.id, []]);
      return { study, runs: await database.getAll('runs', range) };
    },
    begin: replace,
    async keepStudy(study) {
      await (await open()).put('studies', study);
    },
    async keepRuns(id, runs) {
      const change = (await open()).transaction('runs', 'readwrite', { durability: 'relaxed' });
      const puts = runs.map((run) => change.store.put(run, [id, run.point, run.replicate]));
      await Promise.all([...puts, change.done]);
    },
    clear: () => replace(null),
  };
}
