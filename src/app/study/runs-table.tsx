import { useSignal } from '@preact/signals';
import type { Language } from '../../core/text.ts';
import type { FinishedRun } from '../../experiment/sweep/finished-run.ts';
import { copyText } from '../controls/copying.ts';
import { Icon } from '../controls/icon.tsx';
import { formatCount, formatNumber, NO_FIGURE } from '../format.ts';
import { pick } from '../i18n/say.ts';
import { listRunHeads, type RunHead, sortRuns } from './run-columns.ts';
import { formatReplayLine } from './study-export.ts';
import { saveRuns } from './study-saving.ts';
import { finished, progress, type Study, type StudyProgress, status, summary } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

interface RunsTableProps {
  readonly study: Study;
  readonly language: Language;
}

/** Rows shown at first, and more at a time: a table of all would not scroll. */
const ROWS = 25;

/** The runs of the study, also those that failed, with the cause and the line that plays them again. */
export function RunsTable({ study, language }: RunsTableProps) {
  const onlyFailed = useSignal(false);
  const sort = useSignal<{ readonly head: string; readonly sign: 1 | -1 } | null>(null);
  const most = useSignal(ROWS);
  const { done, failed } = readCounts();
  const heads = listRunHeads(study, language);
  const sorted = sort.value;
  const by = heads.find(({ id }) => id === sorted?.head);
  const candidates = onlyFailed.value ? finished.filter(({ report }) => !report.ok) : finished;
  const rows =
    by && sorted ? sortRuns(candidates, by, sorted.sign, most.value) : candidates.slice(-most.value).reverse();
  const choose = ({ id }: RunHead) => {
    sort.value = sorted?.head === id ? { head: id, sign: sorted.sign === 1 ? -1 : 1 } : { head: id, sign: 1 };
  };
  return (
    <section class="study-runs" aria-label={pick(WORDS.runs)} data-testid="study-runs">
      <div class="bar-of">
        <h2 class="title">{pick(WORDS.runs)}</h2>
        <div class="seg">
          {[false, true].map((failing) => (
            <button
              key={String(failing)}
              type="button"
              aria-pressed={onlyFailed.value === failing}
              data-testid={failing ? 'study-runs-failed' : 'study-runs-all'}
              onClick={() => {
                onlyFailed.value = failing;
              }}
            >
              {pick(failing ? WORDS.failed : WORDS.all)} {formatCount(failing ? failed : done, language)}
            </button>
          ))}
        </div>
        <span class="grow" />
        {sorted === null ? (
          <span class="faint">{pick(WORDS.newestFirst)}</span>
        ) : (
          <button
            type="button"
            class="btn"
            data-testid="study-runs-newest"
            onClick={() => {
              sort.value = null;
            }}
          >
            {pick(WORDS.newestFirst)}
          </button>
        )}
        <button
          type="button"
          class="btn"
          data-testid="study-save-csv"
          disabled={done === 0}
          onClick={() => saveRuns(study)}
        >
          {pick(WORDS.saveCsv)}
        </button>
      </div>
      {rows.length === 0 ? (
        <p class="note">{pick(onlyFailed.value ? WORDS.noFailures : WORDS.noRuns)}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section class="lab-scroll" tabIndex={0} aria-label={pick(WORDS.runs)}>
          <table>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th
                    key={head.id}
                    scope="col"
                    class={head.isNumber ? 'r' : undefined}
                    aria-sort={head.id !== sorted?.head ? undefined : sorted.sign === 1 ? 'ascending' : 'descending'}
                  >
                    <button type="button" data-testid={`study-sort-${head.id}`} onClick={() => choose(head)}>
                      {head.label}
                      <span aria-hidden="true">{head.id !== sorted?.head ? '' : sorted.sign === 1 ? ' ↑' : ' ↓'}</span>
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((run) => (
                <RunRows key={`${run.point} ${run.replicate}`} study={study} run={run} heads={heads} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {candidates.length > most.value ? (
        <button
          type="button"
          class="btn"
          data-testid="study-runs-more"
          onClick={() => {
            most.value += ROWS;
          }}
        >
          {pick(WORDS.more)} ({formatNumber(candidates.length - most.value, language)})
        </button>
      ) : null}
    </section>
  );
}

/** While runs come in the list is drawn with the charts: drawing it at other times too would cost pictures of the page. */
function readCounts(): StudyProgress {
  if (status.value !== 'running') return progress.value;
  summary.value;
  return progress.peek();
}

interface RunRowsProps {
  readonly study: Study;
  readonly run: FinishedRun;
  readonly heads: readonly RunHead[];
}

/** A run; below one that failed, why. */
function RunRows({ study, run, heads }: RunRowsProps) {
  const { report } = run;
  const replay = report.ok ? '' : formatReplayLine(study.design, study.told, run);
  return (
    <>
      <tr class={report.ok ? undefined : 'fail'} data-testid={report.ok ? 'study-run' : 'study-run-failed'}>
        {heads.map((head, position) => {
          const text = head.id === 'state' ? <RunState isDone={report.ok} /> : (head.say(run) ?? NO_FIGURE);
          return position === 0 ? (
            <th key={head.id} scope="row" class="r">
              {text}
            </th>
          ) : (
            <td key={head.id} class={head.isNumber ? 'r' : undefined} title={head.title?.(run)}>
              {text}
            </td>
          );
        })}
      </tr>
      {report.ok ? null : (
        <tr class="why">
          <td colSpan={heads.length}>
            <div>
              <span>
                <b>{readCause(report.error)}</b> <span class="mono">{replay}</span>
              </span>
              <button type="button" class="btn line" onClick={() => copyText(replay, pick(WORDS.replayCopied))}>
                {pick(WORDS.copyReplay)}
              </button>
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

function RunState({ isDone }: { readonly isDone: boolean }) {
  return (
    <span class={isDone ? 'state' : 'state bad'}>
      <Icon name={isDone ? 'check' : 'cross'} />
      {pick(isDone ? WORDS.stateDone : WORDS.stateFailed)}
    </span>
  );
}

/** The cause without the engine's own replay line, which knows neither scenario nor values. */
function readCause(error: string): string {
  return error.replace(/\s*Replay: .*$/s, '');
}
