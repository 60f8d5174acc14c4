import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { formatProblem, type Problem } from '../../core/result.ts';
import type { Language } from '../../core/text.ts';
import { BROKER_METRICS, MARKET_METRICS } from '../../model/metrics.ts';
import { formatCount } from '../format.ts';
import { pick, say } from '../i18n/say.ts';
import { getTabPool } from '../run-pool.ts';
import { chosenId, scenario } from '../store.ts';
import { AxesPopover } from './axes-popover.tsx';
import { countRuns, draft, opened } from './study-design.ts';
import { estimateTime, followDraft, measured } from './study-estimate.ts';
import {
  changeForm,
  form,
  type LabMode,
  mode,
  type StudyForm,
  SWEEP_SAMPLINGS,
  type SweepSampling,
} from './study-form.ts';
import { formatDuration } from './study-formats.ts';
import { status, study } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';
import { startStudy } from './study-work.ts';

/** The experiment in fields, how many runs that makes and how long they take, and the start. */
export function StudyBuilder({ language }: { readonly language: Language }) {
  useEffect(followDraft, []);
  const kind = mode.value;
  const { axes, outcome, ...numbers } = form.value;
  const found = draft.value;
  const complaints = found === null || found.ok ? [] : found.problems;
  const hasAxes = kind !== 'replicates';
  const numberField = (name: NumberName, label: keyof typeof WORDS) => (
    <NumberField name={name} label={pick(WORDS[label])} value={numbers[name]} isWrong={isWrong(name, complaints)} />
  );
  if (opened.value !== null) return <OpenedDesign language={language} />;
  return (
    <section class="study-builder" aria-label={pick(WORDS.experiment)} data-testid="study-builder">
      <div class="study-form">
        {kind === 'sweep' ? <SamplingField value={numbers.sampling} /> : null}
        {hasAxes ? (
          <Field label={pick(WORDS.parameters)}>
            <AxesPopover language={language} />
          </Field>
        ) : null}
        {kind === 'sweep' && numbers.sampling === 'grid' ? numberField('steps', 'steps') : null}
        {kind === 'sweep' && numbers.sampling !== 'grid' ? numberField('points', 'samples') : null}
        {kind === 'morris' ? numberField('trajectories', 'trajectories') : null}
        {kind === 'sobol' ? numberField('samples', 'samples') : null}
        {kind === 'replicates' ? numberField('seeds', 'seeds') : numberField('replicates', 'replicatesField')}
        {numberField('agents', 'agents')}
        <OutcomeField metric={outcome.metric} broker={outcome.broker} />
      </div>
      <StartBox language={language} />
      {hasAxes && axes.length === 0 ? (
        <p class="note study-hint" data-testid="study-hint">
          {pick(WORDS.chooseFirst)}
        </p>
      ) : (
        <Complaints problems={complaints} language={language} />
      )}
    </section>
  );
}

/** A design from a file, in the place of the fields. */
function OpenedDesign({ language }: { readonly language: Language }) {
  const shown = opened.value;
  if (shown === null) return null;
  const { design } = shown.loaded;
  const { points, stop, scenario: planned } = design;
  const title = pick(planned.title);
  const [runs, agents] = [describeSize(points.count, stop.most, language), formatCount(planned.agents, language)];
  const size = language === 'en' ? `${runs}, ${agents} investors, ${title}` : `${runs}，${agents} 名投资者，${title}`;
  return (
    <section class="study-builder" aria-label={pick(WORDS.experiment)} data-testid="study-builder">
      <div class="study-opened">
        <b>{shown.file}</b> <span class="note">{size}</span>{' '}
        <button
          type="button"
          class="btn"
          data-testid="study-close-design"
          onClick={() => {
            opened.value = null;
          }}
        >
          {pick(WORDS.backToFields)}
        </button>
      </div>
      <StartBox language={language} />
    </section>
  );
}

/** `40 points × 1 replicate`. */
function describeSize(points: number, replicates: number, language: Language): string {
  const [some, each] = [points, replicates].map((count) => formatCount(count, language));
  if (language === 'zh-CN') return `${some} 点 × ${each} 次重复`;
  return `${some} ${points === 1 ? 'point' : 'points'} × ${each} ${replicates === 1 ? 'replicate' : 'replicates'}`;
}

type NumberName = 'steps' | 'points' | 'trajectories' | 'samples' | 'replicates' | 'seeds' | 'agents';

/** Which part of a design each number goes into, for what the design says of it. */
const PLACES: Readonly<Record<NumberName, RegExp>> = {
  steps: /\.steps$/,
  points: /^sampling\.points$/,
  trajectories: /^sampling\.trajectories$/,
  samples: /^sampling\.samples$/,
  replicates: /^(?:replicates|seeds)$/,
  seeds: /^(?:replicates|seeds)$/,
  agents: /^agents$/,
};

function isWrong(name: NumberName, problems: readonly Problem[]): boolean {
  return problems.some(({ path }) => PLACES[name].test(path));
}

function Field({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="study-field">
      <span class="label">{label}</span>
      {children}
    </div>
  );
}

interface NumberFieldProps {
  readonly name: NumberName;
  readonly label: string;
  readonly value: number;
  readonly isWrong: boolean;
}

function NumberField({ name, label, value, isWrong }: NumberFieldProps) {
  return (
    <label class="study-field narrow-field">
      <span class="label">{label}</span>
      <input
        inputMode="numeric"
        value={Number.isNaN(value) ? '' : value}
        aria-invalid={isWrong}
        data-testid={`study-${name}`}
        onInput={(event) => {
          const typed = event.currentTarget.value.trim();
          changeForm({ [name]: typed === '' ? 0 : Number(typed) } as Partial<StudyForm>);
        }}
      />
    </label>
  );
}

function SamplingField({ value }: { readonly value: SweepSampling }) {
  return (
    <label class="study-field">
      <span class="label">{pick(WORDS.sampling)}</span>
      <select
        value={value}
        data-testid="study-sampling"
        onChange={(event) => changeForm({ sampling: event.currentTarget.value as SweepSampling })}
      >
        {SWEEP_SAMPLINGS.map((sampling) => (
          <option key={sampling} value={sampling}>
            {pick(WORDS[sampling])}
          </option>
        ))}
      </select>
    </label>
  );
}

interface OutcomeFieldProps {
  readonly metric: string;
  readonly broker: string | undefined;
}

/** A figure of the market, or of the broker that is the reader's. */
function OutcomeField({ metric, broker }: OutcomeFieldProps) {
  const mine = scenario.value?.scenario.brokers.find(({ id }) => id === (broker ?? chosenId.value));
  const value = broker === undefined ? metric : `${broker} ${metric}`;
  return (
    <label class="study-field">
      <span class="label">{pick(WORDS.outcome)}</span>
      <select
        value={value}
        data-testid="study-outcome"
        onChange={(event) => {
          const [first, second] = event.currentTarget.value.split(' ');
          changeForm({ outcome: second === undefined ? { metric: first } : { metric: second, broker: first } });
        }}
      >
        <optgroup label={say('market')}>
          {MARKET_METRICS.map(({ key, label }) => (
            <option key={key} value={key}>
              {pick(label)}
            </option>
          ))}
        </optgroup>
        {mine ? (
          <optgroup label={pick(mine.name)}>
            {BROKER_METRICS.filter(({ unit }) => unit !== 'code').map(({ key, label }) => (
              <option key={key} value={`${mine.id} ${key}`}>
                {`${pick(mine.name)} · ${pick(label)}`}
              </option>
            ))}
          </optgroup>
        ) : null}
      </select>
    </label>
  );
}

/** Runs and time before the start. */
function StartBox({ language }: { readonly language: Language }) {
  const isStarting = useSignal(false);
  const found = draft.value;
  const known = measured.value;
  const loaded = found?.ok ? found.value : null;
  const isBusy = status.value === 'running' || status.value === 'pausing';
  const time = loaded === null ? null : estimateTime(loaded, known);
  const start = async () => {
    if (loaded === null || isBusy || isStarting.peek()) return;
    isStarting.value = true;
    await Promise.resolve(startStudy(loaded, time === null ? null : (known?.report ?? null))).finally(() => {
      isStarting.value = false;
    });
  };
  return (
    <div class="study-start">
      <p>
        <b class="head num" data-testid="study-runs-before">
          {loaded === null ? '' : writeRuns(countRuns(loaded.design), language)}
        </b>
        <span class="note" data-testid="study-time-before" data-measured={time !== null || undefined}>
          {loaded === null || isBusy ? '' : writeTime(time, language)}
        </span>
      </p>
      <button
        type="button"
        class="btn fill"
        data-testid="study-start"
        disabled={loaded === null || isBusy}
        onClick={start}
      >
        {pick(study.value === null ? WORDS.start : WORDS.startAnew)}
      </button>
    </div>
  );
}

function writeRuns(runs: number, language: Language): string {
  const count = formatCount(runs, language);
  if (language === 'zh-CN') return `${count} 次运行`;
  return runs === 1 ? '1 run' : `${count} runs`;
}

function writeTime(milliseconds: number | null, language: Language): string {
  const cores = getTabPool().size;
  if (milliseconds === null) return `${pick(WORDS.measuring)} · ${pick(WORDS.commonSeeds)}`;
  const time = formatDuration(milliseconds, language);
  const on =
    language === 'en' ? `about ${time} on ${cores === 1 ? '1 core' : `${cores} cores`}` : `${cores} 核约 ${time}`;
  return `${on} · ${pick(WORDS.commonSeeds)}`;
}

function Complaints({ problems, language }: { readonly problems: readonly Problem[]; readonly language: Language }) {
  if (problems.length === 0) return null;
  return (
    <div class="study-complaints" role="alert" data-testid="study-problems">
      <b>{pick(WORDS.problems)}</b>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.expected.en}`}>{formatProblem(problem, language)}</li>
        ))}
      </ul>
    </div>
  );
}

/** One of the things that the Lab can do. */
export function ModeChoice({ modes }: { readonly modes: readonly LabMode[] }) {
  return (
    <>
      <fieldset class="seg study-modes" aria-label={pick(WORDS.modes)}>
        {modes.map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={mode.value === option}
            data-testid={`lab-mode-${option}`}
            onClick={() => {
              mode.value = option;
            }}
          >
            {pick(WORDS[option])}
          </button>
        ))}
      </fieldset>
      <select
        class="study-mode-menu"
        aria-label={pick(WORDS.modes)}
        data-testid="lab-mode-menu"
        value={mode.value}
        onChange={(event) => {
          mode.value = event.currentTarget.value as LabMode;
        }}
      >
        {modes.map((option) => (
          <option key={option} value={option}>
            {pick(WORDS[option])}
          </option>
        ))}
      </select>
    </>
  );
}
