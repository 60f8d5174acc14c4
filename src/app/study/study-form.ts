import { signal } from '@preact/signals';
import {
  type AxisEntry,
  DESIGN_FORMAT,
  type DesignFile,
  type MeasureEntry,
  type SamplingEntry,
} from '../../experiment/design/design-file.ts';
import { describeScenario } from '../../experiment/scenario.ts';
import { PARAMETERS } from '../../model/parameters.ts';
import { chooseStep } from '../lab/parameter-value.ts';
import type { LoadedScenario } from '../scenario-source.ts';
import type { Overrides } from '../store.ts';

/** What the work area of the Lab is for: one run, or a study of many. */
export const MODES = ['single', 'sweep', 'replicates', 'morris', 'sobol', 'calibrate'] as const;
export type LabMode = (typeof MODES)[number];
export type StudyKind = Exclude<LabMode, 'single' | 'calibrate'>;

export const SWEEP_SAMPLINGS = ['grid', 'latin-hypercube', 'sobol-sequence'] as const;
export type SweepSampling = (typeof SWEEP_SAMPLINGS)[number];

/** A parameter that is swept from end to end. */
export interface SweptRange {
  readonly key: string;
  readonly min: number;
  readonly max: number;
}

/** A figure of the market, or of a broker. */
interface Outcome {
  readonly metric: string;
  readonly broker?: string;
}

/** What the builder has been told. Numbers as they were typed; the design says what is wrong with them. */
export interface StudyForm {
  readonly sampling: SweepSampling;
  readonly axes: readonly SweptRange[];
  /** Values a parameter in a grid. */
  readonly steps: number;
  /** Latin hypercube and Sobol sequence. */
  readonly points: number;
  readonly trajectories: number;
  /** Blocks for Sobol indices. */
  readonly samples: number;
  readonly replicates: number;
  /** Of a study of replicates alone. */
  readonly seeds: number;
  readonly agents: number;
  readonly outcome: Outcome;
}

const FIRST_FORM: StudyForm = {
  sampling: 'latin-hypercube',
  axes: [],
  steps: 5,
  points: 32,
  trajectories: 8,
  samples: 32,
  replicates: 2,
  seeds: 20,
  agents: 2000,
  outcome: { metric: 'hhi' },
};

export const mode = signal<LabMode>('single');
export const form = signal<StudyForm>(FIRST_FORM);

export function changeForm(change: Partial<StudyForm>): void {
  form.value = { ...form.peek(), ...change };
}

/** Figures of every run beside the outcome, for the table of runs. */
const COMPANIONS = ['hhi', 'cr10', 'retention12', 'profit'];

/** Puts a parameter into the sweep, around its value, or takes it out. Where one run is on show the sweep is shown instead. */
export function toggleSwept(key: string, value: number): void {
  const { axes } = form.peek();
  const others = axes.filter((axis) => axis.key !== key);
  changeForm({ axes: others.length < axes.length ? others : [...axes, proposeRange(key, value)] });
  if (mode.peek() === 'single' || mode.peek() === 'calibrate') mode.value = 'sweep';
}

/** A quarter of the range of the parameter to either side of its value, as far as it goes. */
export function proposeRange(key: string, value: number): SweptRange {
  const parameter = PARAMETERS.find((candidate) => candidate.key === key);
  if (parameter === undefined) return { key, min: value, max: value };
  const step = chooseStep(parameter);
  const reach = (parameter.max - parameter.min) / 4;
  const settle = (wanted: number) =>
    Number(Math.min(parameter.max, Math.max(parameter.min, Math.round(wanted / step) * step)).toPrecision(12));
  const [min, max] = [settle(value - reach), settle(value + reach)];
  return min < max ? { key, min, max } : { key, min: parameter.min, max: parameter.max };
}

/** The design that the builder describes, as short as it can be said. */
export function createDesignFile(
  kind: StudyKind,
  told: StudyForm,
  { scenario, file, arm }: Pick<LoadedScenario, 'scenario' | 'file' | 'arm'>,
  set: Overrides,
  seed: string,
): DesignFile {
  const replicates = kind === 'replicates' ? told.seeds : told.replicates;
  const isShipped = file === undefined && arm === undefined;
  return {
    formatVersion: DESIGN_FORMAT,
    id: `${scenario.id}-${kind}`.slice(0, 60),
    scenario: isShipped ? scenario.id : describeScenario(scenario),
    agents: told.agents,
    ...(Object.keys(set).length === 0 ? {} : { set: leaveOut(set, told.axes, kind) }),
    ...(kind === 'replicates' ? {} : { parameters: listAxes(kind, told), sampling: createSampling(kind, told, seed) }),
    replicates,
    seeds: nameSeeds(seed, replicates),
    measures: listMeasures(told.outcome),
  };
}

/** What is swept is not set as well. */
function leaveOut(set: Overrides, axes: readonly SweptRange[], kind: StudyKind): Overrides {
  if (kind === 'replicates') return set;
  return Object.fromEntries(Object.entries(set).filter(([key]) => axes.every((axis) => axis.key !== key)));
}

function listAxes(kind: StudyKind, { axes, sampling, steps }: StudyForm): AxisEntry[] {
  return kind === 'sweep' && sampling === 'grid' ? axes.map((axis) => ({ ...axis, steps })) : [...axes];
}

function createSampling(kind: StudyKind, told: StudyForm, seed: string): SamplingEntry {
  if (kind === 'morris') return { method: 'morris', trajectories: told.trajectories, seed };
  if (kind === 'sobol') return { method: 'saltelli', samples: told.samples, seed };
  if (told.sampling === 'grid') return { method: 'grid' };
  return { method: told.sampling, points: told.points, seed };
}

/** `42`, `42-2`, `42-3`: the seed on screen first. An absurd number is for the design to refuse. */
function nameSeeds(seed: string, count: number): string[] {
  const length = Number.isInteger(count) && count > 0 && count <= 10_000 ? count : 1;
  return Array.from({ length }, (_, k) => (k === 0 ? seed : `${seed}-${k + 1}`));
}

function listMeasures(outcome: Outcome): MeasureEntry[] {
  const { metric, broker } = outcome;
  const name = broker === undefined ? metric : `${broker}.${metric}`;
  const others = COMPANIONS.filter((other) => broker !== undefined || other !== metric);
  return [
    outcome,
    ...others.map((other) => ({ metric: other })),
    { ...outcome, name: `${name}_month`, reduction: 'monthly' },
  ];
}
