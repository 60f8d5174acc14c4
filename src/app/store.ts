import { computed, signal } from '@preact/signals';
import type { Problem } from '../core/result.ts';
import { createBrokerLooks } from './broker-looks.ts';
import type { OpenExperiment } from './experiment-source.ts';
import { type ParentRun, readParent } from './parent-run.ts';
import type { PlayerDecisions } from './player-decisions.ts';
import { language, reducedMotion, theme } from './preferences.ts';
import type { ColourBy, ExploreView, RunData } from './run-data.ts';
import { readShownRun } from './run-data.ts';
import type { ExperimentEntry, LoadedScenario, ScenarioEntry } from './scenario-source.ts';
import type { SegmentFilter } from './why.ts';

/** Values of parameters that differ from the scenario's, by key. */
export type Overrides = Readonly<Record<string, number>>;

/** Months a second; the last is as fast as the screen. */
export const SPEEDS = [1, 4, 12, 60] as const;
export type Speed = (typeof SPEEDS)[number];

/** What the middle of the page shows. */
export type WorldMode = 'map' | 'flows' | 'segments' | 'table' | 'compare';

/** What stopped the page from showing something, with all that is needed to go on. */
export type Failure =
  | { readonly kind: 'scenario'; readonly problems: readonly Problem[] }
  | { readonly kind: 'engine'; readonly message: string };

export const DEFAULT_SCENARIO = 'projection-neutral';
export const DEFAULT_SEED = '42';

/* What is to be shown: a share link holds exactly this. */
export const scenarioId = signal(DEFAULT_SCENARIO);
export const seed = signal(DEFAULT_SEED);
export const overrides = signal<Overrides>({});
export const decisions = signal<PlayerDecisions>([]);
/** Id of the player's broker; empty until a scenario says which brokers there are. */
export const chosenId = signal('');
/** The month asked for. What is shown stops at what has been computed: see `view`. */
export const playhead = signal(0);

/* How it is shown. */
export const playing = signal(false);
export const speed = signal<Speed>(4);
export const colourBy = signal<ColourBy>('experience');
export const worldMode = signal<WorldMode>('map');
/** Whose comings and goings are counted: those of all brokers together, or one broker’s. */
export const whyScope = signal<'market' | 'broker'>('broker');

/** Of whom: people of one band, or with `null` everybody. */
export const whySegment = signal<SegmentFilter | null>(null);

/** One investor, by place and by a month in which it was theirs: others have it before and after. */
export interface Followed {
  readonly slot: number;
  readonly month: number;
}

/** Who is followed, in the run on show. */
export const followed = signal<Followed | null>(null);

/* What is known. */
export const scenarioList = signal<readonly ScenarioEntry[]>([]);
export const experimentList = signal<readonly ExperimentEntry[]>([]);
/** The experiment of which the scenario is the baseline; `null` for a scenario by itself. */
export const experiment = signal<OpenExperiment | null>(null);
export const scenario = signal<LoadedScenario | null>(null);
export const runA = signal<RunData | null>(null);
export const runB = signal<RunData | null>(null);
/** The run that B was branched from, for as long as B is its child. */
export const parentRun = signal<ParentRun | null>(null);
export const failure = signal<Failure | null>(null);
/** Everything that a link asked for and could not be had. */
export const linkProblems = signal<readonly Problem[]>([]);

/** The engine that the opened link was made with, where it is another one than this page’s; until somebody goes on anyway. */
export const foreignEngine = signal<string | null>(null);

/** The last month known of the run on show. */
export const lastComputed = computed(() => {
  if (!runA.value) return 0;
  return Math.max(0, readShownRun({ runA: runA.value, runB: runB.value }).months.length - 1);
});

export const chosen = computed(() => {
  const brokers = runA.value?.inputs.brokers ?? [];
  return Math.max(
    0,
    brokers.findIndex(({ id }) => id === chosenId.value),
  );
});

const parent = computed(() => readParent(parentRun.value, runB.value));

const looks = computed(() => createBrokerLooks(runA.value?.inputs.brokers ?? [], chosen.value));

/** What market, charts and Why draw from; `null` until the first month is there. */
export const view = computed((): ExploreView | null => {
  const a = runA.value;
  if (!a || a.months.length === 0) return null;
  return {
    runA: a,
    runB: runB.value,
    parent: parent.value,
    chosen: chosen.value,
    playhead: Math.min(playhead.value, lastComputed.value),
    looks: looks.value,
    language: language.value,
    theme: theme.value,
    colourBy: colourBy.value,
    reducedMotion: reducedMotion.value,
    speed: speed.value,
    playing: playing.value,
  };
});
