import { useSignal } from '@preact/signals';
import type { Language } from '../../core/text.ts';
import { showToast } from '../controls/announcements.ts';
import { copyText } from '../controls/copying.ts';
import { saveFile } from '../controls/saving.ts';
import { pick, say } from '../i18n/say.ts';
import { language } from '../preferences.ts';
import type { RunData } from '../run-data.ts';
import { readCommand } from '../shown-command.ts';
import { overrides, runA, scenario } from '../store.ts';
import { cancelRuns, historyMissing, pending, resumeRuns } from '../store-runs.ts';
import { FileOpener } from './file-opener.tsx';
import { FileRefusal, type Refusal } from './file-refusal.tsx';
import { changedCount, scenarioValues } from './lab-runs.ts';
import { ALL_MECHANISMS, isSwitched, readState } from './mechanism-state.ts';
import { createScenarioFile, openScenarioFile } from './scenario-files.ts';
import { WORDS } from './words.ts';

/** What is compared, what can be done with it, and how far the run is. */
export function RunBar() {
  const refusal = useSignal<Refusal | null>(null);
  return (
    <>
      <section class="lab-build" aria-label={pick(WORDS.run)}>
        <p class="words note">{describeComparison(changedCount.value, language.value)}</p>
        <Actions
          onRefused={(next) => {
            refusal.value = next;
          }}
        />
      </section>
      <Progress />
      <FileRefusal refusal={refusal} />
    </>
  );
}

function describeComparison(changed: number, reader: Language): string {
  const title = scenario.value ? pick(scenario.value.scenario.title) : '';
  if (reader === 'en') {
    if (changed === 0)
      return `A is ${title} as it is. Switch a mechanism or change a parameter, and B runs with it at once.`;
    const change = changed === 1 ? 'with one parameter changed' : `with ${changed} parameters changed`;
    return `A is ${title} as it is, B the same ${describeSwitched(reader) ?? change}.`;
  }
  if (changed === 0) return `A 为原样的“${title}”。切换机制或更改参数，B 随即运行。`;
  return `A 为原样的“${title}”，B 在其上${describeSwitched(reader) ?? `更改 ${changed} 项参数`}。`;
}

/** `without wake-up campaigns`, when a single mechanism is all that differs. */
function describeSwitched(reader: Language): string | null {
  const values = scenarioValues.value;
  if (values === null) return null;
  const [switched, ...more] = ALL_MECHANISMS.filter((mechanism) => isSwitched(mechanism, values, overrides.value));
  if (switched === undefined || more.length > 0) return null;
  const { off, on = {}, label } = switched;
  if (Object.keys(overrides.value).some((key) => !(key in off) && !(key in on))) return null;
  const isOn = readState(switched, values, overrides.value) === 'on';
  if (reader === 'en') return `${isOn ? 'with' : 'without'} “${label.en}”`;
  return `${isOn ? '开启' : '关闭'}“${label['zh-CN']}”`;
}

function Actions({ onRefused }: { readonly onRefused: (refusal: Refusal | null) => void }) {
  return (
    <div class="actions">
      {changedCount.value > 0 ? (
        <button type="button" class="btn" data-testid="lab-reset-all" onClick={resetAll}>
          {pick(WORDS.resetAll)}
        </button>
      ) : null}
      <FileOpener
        label={pick(WORDS.open)}
        testId="lab-open"
        opened={pick(WORDS.opened)}
        open={openScenarioFile}
        onRefused={onRefused}
      />
      <button type="button" class="btn" data-testid="lab-save" onClick={saveScenario}>
        {pick(WORDS.save)}
      </button>
      <button
        type="button"
        class="btn line"
        data-testid="lab-command"
        onClick={() => copyText(readCommand([]), say('commandCopied'))}
      >
        {say('copyCommand')}
      </button>
    </div>
  );
}

function resetAll(): void {
  const before = overrides.peek();
  overrides.value = {};
  showToast({
    text: pick(WORDS.resetDone),
    action: {
      label: say('undo'),
      run: () => {
        overrides.value = before;
      },
    },
  });
}

function saveScenario(): void {
  const file = createScenarioFile();
  if (!file.ok) return;
  saveFile(new Blob([file.value.text], { type: 'application/json' }), file.value.name);
}

/** How far the run is that the last change started. */
function Progress() {
  const run = runA.value;
  const months = run?.inputs.months ?? 0;
  const month = pending.a.value ? 0 : Math.max(0, (run?.months.length ?? 0) - 1);
  const percent = months > 0 ? Math.floor((month / months) * 100) : 0;
  const status = pending.a.value ? 'running' : (run?.status ?? 'running');
  return (
    <div class="lab-progress" data-testid="lab-progress" data-status={status}>
      <b class="num percent">{percent}%</b>
      <div
        class="bar"
        role="progressbar"
        aria-label={pick(WORDS.progress)}
        aria-valuemin={0}
        aria-valuemax={months}
        aria-valuenow={month}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
      <span class="num count">{describeProgress(month, months)}</span>
      <ProgressEnd status={status} />
    </div>
  );
}

function describeProgress(month: number, months: number): string {
  const missing = historyMissing.value;
  if (missing > 0)
    return language.value === 'en' ? `History: ${missing} months left` : `历史前段：还有 ${missing} 个月`;
  return language.value === 'en' ? `Month ${month} of ${months}` : `第 ${month} 个月，共 ${months} 个月`;
}

/** The state in a word, and the one thing to do about it. */
function ProgressEnd({ status }: { readonly status: RunData['status'] }) {
  const run = runA.value;
  switch (status) {
    case 'done':
      return (
        <span class="mono faint" data-testid="lab-hash" title={run?.stateHash ?? ''}>
          {run?.stateHash?.slice(0, 8)}
        </span>
      );
    case 'cancelled':
      return (
        <>
          <span>{pick(WORDS.cancelled)}</span>
          <button type="button" class="btn line" data-testid="lab-resume" onClick={resumeRuns}>
            {say('resume')}
          </button>
        </>
      );
    case 'failed':
      return (
        <>
          <span class="lab-failed">{`${pick(WORDS.failed)}: ${run?.message ?? ''}`}</span>
          <button type="button" class="btn line" data-testid="lab-retry" onClick={resumeRuns}>
            {say('tryAgain')}
          </button>
        </>
      );
    default:
      return (
        <button type="button" class="btn line" data-testid="lab-cancel" onClick={cancelRuns}>
          {say('cancel')}
        </button>
      );
  }
}
