import { computed, signal } from '@preact/signals';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import { type Design, parseDesign } from '../../experiment/design/design.ts';
import type { DesignFile } from '../../experiment/design/design-file.ts';
import { parseJsonText } from '../../experiment/json-text.ts';
import type { MarketPath } from '../../experiment/market-path.ts';
import { describeScenario } from '../../experiment/scenario.ts';
import { loadScenario, readScenario } from '../scenario-source.ts';
import { overrides, scenario, seed } from '../store.ts';
import { createDesignFile, form, mode } from './study-form.ts';

/** Runs that a tab takes on: it keeps all of them in memory. */
const RUNS_MOST = 100_000;

/** More than any design needs, points as CSV included: a file of this size was chosen by mistake. */
const LARGEST_FILE_BYTES = 64_000_000;

/** A design, and the realised market that its scenario may follow. */
export interface LoadedDesign {
  readonly design: Design;
  readonly path: MarketPath;
  /** As it was told: its scenario by name where that is shipped. */
  readonly told: DesignFile;
}

/** The page has no files: everything that a design names has to be in it. */
const NO_FILES = { loadShipped: () => undefined };

/** The design of the builder as it stands in a file, `null` where the mode has none. */
const draftFile = computed((): DesignFile | null => {
  const loaded = scenario.value;
  const kind = mode.value;
  if (loaded === null || kind === 'single' || kind === 'calibrate') return null;
  return createDesignFile(kind, form.value, loaded, overrides.value, seed.value);
});

/** A design that was opened from a file: it stands in the place of the fields until they are asked for again. */
export const opened = signal<{ readonly file: string; readonly loaded: LoadedDesign } | null>(null);

/** The design of the builder, or everything that is wrong with it. */
export const draft = computed((): Result<LoadedDesign> | null => {
  if (opened.value !== null) return succeed(opened.value.loaded);
  const file = draftFile.value;
  const loaded = scenario.value;
  if (file === null || loaded === null) return null;
  const design = parseDesign({ ...file, scenario: describeScenario(loaded.scenario) }, NO_FILES);
  return design.ok ? limitRuns({ design: design.value, path: loaded.path, told: file }) : design;
});

/** Runs of a design at most: with an interval rule it may end with fewer. */
export function countRuns({ points, stop }: Design): number {
  return points.count * stop.most;
}

function limitRuns(loaded: LoadedDesign): Result<LoadedDesign> {
  const runs = countRuns(loaded.design);
  if (runs <= RUNS_MOST) return succeed(loaded);
  const expected = {
    en: `at most ${RUNS_MOST} runs in a tab; the command line takes more`,
    'zh-CN': `浏览器中至多 ${RUNS_MOST} 次运行；更多请用命令行`,
  };
  return fail([{ path: 'parameters', expected, got: String(runs) }]);
}

/** Puts a design from a file in the place of the fields. With any problem everything stays as it was. */
export async function openDesignFile(file: File): Promise<readonly Problem[]> {
  if (file.size > LARGEST_FILE_BYTES) {
    const expected = { en: 'a design of at most 64 MB', 'zh-CN': '不超过 64 MB 的设计' };
    return [{ path: '', expected, got: `${Math.round(file.size / 1e6)} MB` }];
  }
  const read = await readDesign(await file.text());
  if (!read.ok) return read.problems;
  opened.value = { file: file.name, loaded: read.value };
  return [];
}

/** Reads a design file. Its scenario is fetched, if it is a shipped one. */
export async function readDesign(source: unknown): Promise<Result<LoadedDesign>> {
  const json = typeof source === 'string' ? parseJsonText(source) : succeed(source);
  if (!json.ok) return json;
  const named = (json.value as { scenario?: unknown } | null)?.scenario;
  const loaded = await (typeof named === 'string' ? loadScenario(named) : readScenario(named));
  // Without its scenario the design is read all the same, for what else is wrong with it.
  const whole = loaded.ok
    ? { ...(json.value as object), scenario: describeScenario(loaded.value.scenario) }
    : json.value;
  const design = parseDesign(whole, NO_FILES);
  if (!design.ok) return design;
  return loaded.ok
    ? limitRuns({ design: design.value, path: loaded.value.path, told: json.value as DesignFile })
    : loaded;
}
