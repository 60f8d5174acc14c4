import { useSignal } from '@preact/signals';
import type { Language } from '../../core/text.ts';
import type { ScoreboardFile } from '../../experiment/validation.ts';
import { Icon } from '../controls/icon.tsx';
import { formatCount } from '../format.ts';
import { pick, say } from '../i18n/say.ts';
import { language } from '../preferences.ts';
import type { Board } from './board-source.ts';
import type { Comparison } from './compare-figures.ts';
import { cancelRerun, type Rerun, rerun, type Staleness, startRerun } from './rerun.ts';
import { WORDS } from './words.ts';

const FEW_SEEDS = 2;
const MOST_SEEDS = 200;

interface RerunBarProps {
  readonly board: Board;
  readonly stale: Staleness;
  /** Whether the figures on show were computed here. */
  readonly isHere: boolean;
}

/** Where the figures come from, and running some of the seeds again in this tab. */
export function RerunBar({ board, stale, isHere }: RerunBarProps) {
  const seeds = useSignal(FEW_SEEDS);
  const state = rerun.value;
  const most = board.file === null ? MOST_SEEDS : board.file.seeds;
  return (
    <>
      {stale === null ? null : (
        <p class="stale" role="status" data-testid="scoreboard-stale">
          <Icon name="warn" />
          <span>{describeStaleness(stale, language.value)}</span>
        </p>
      )}
      <div class="rerun">
        {board.file === null || isHere ? null : <span>{describeOrigin(board.file, language.value)}</span>}
        {state.kind === 'running' ? (
          <Running {...state} />
        ) : (
          <>
            <label>
              {pick(WORDS.seeds)}
              <input
                type="number"
                min={1}
                max={most}
                value={seeds.value}
                data-testid="rerun-seeds"
                onInput={(event) => {
                  const asked = Math.round(event.currentTarget.valueAsNumber);
                  if (asked >= 1) seeds.value = Math.min(most, asked);
                }}
              />
            </label>
            <button
              type="button"
              class="btn line"
              data-testid="rerun-start"
              onClick={() => void startRerun(board, seeds.value)}
            >
              {describeStart(seeds.value, language.value)}
            </button>
          </>
        )}
        <Outcome state={state} />
      </div>
    </>
  );
}

function Running({
  done,
  total,
  startedAt,
}: {
  readonly done: number;
  readonly total: number;
  readonly startedAt: number;
}) {
  const part = total === 0 ? 0 : done / total;
  return (
    <>
      <b class="num">{Math.floor(part * 100)}%</b>
      <div
        class="bar"
        role="progressbar"
        aria-label={say('runsDone')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <i style={{ width: `${part * 100}%` }} />
      </div>
      <span class="num" data-testid="rerun-progress">
        {describeProgress(done, total, part, performance.now() - startedAt, language.value)}
      </span>
      <button type="button" class="btn line" data-testid="rerun-cancel" onClick={cancelRerun}>
        {say('cancel')}
      </button>
    </>
  );
}

/** What came of running again; the sentence is read out. */
function Outcome({ state }: { readonly state: Rerun }) {
  return (
    <span role="status" data-testid="rerun-outcome" data-kind={state.kind} class={readTone(state)}>
      {describeOutcome(state, language.value)}
    </span>
  );
}

function readTone(state: Rerun): string {
  if (state.kind === 'failed') return 'differs';
  if (state.kind !== 'done' || state.comparison === null) return '';
  return state.comparison.different === 0 ? 'same' : 'differs';
}

function describeOutcome(state: Rerun, reader: Language): string {
  switch (state.kind) {
    case 'cancelled':
      return pick(WORDS.cancelled);
    case 'failed':
      return reader === 'en' ? `A run failed: ${state.cause}` : `一次运行失败：${state.cause}`;
    case 'done':
      return describeComparison(state.comparison, state.seeds, reader);
    default:
      return '';
  }
}

function describeComparison(comparison: Comparison | null, seeds: number, reader: Language): string {
  if (comparison === null)
    return reader === 'en' ? `From ${seeds} seeds run here.` : `由本机运行的 ${seeds} 个种子得出。`;
  const { same, different } = comparison;
  const all = formatCount(same + different, reader);
  if (different === 0) {
    return reader === 'en'
      ? `Run again here: all ${all} figures equal those of the command line.`
      : `已在本机重算：全部 ${all} 个数值与命令行结果相同。`;
  }
  return reader === 'en'
    ? `Run again here: ${formatCount(different, reader)} of ${all} figures differ from those shipped.`
    : `已在本机重算：${all} 个数值中有 ${formatCount(different, reader)} 个与随附结果不同。`;
}

function describeStart(seeds: number, reader: Language): string {
  if (reader === 'en') return seeds === 1 ? 'Run 1 seed again' : `Run ${seeds} seeds again`;
  return `重算 ${seeds} 个种子`;
}

function describeOrigin({ seeds, agents, engineVersion }: ScoreboardFile, reader: Language): string {
  const sizes = [...new Set(Object.values(agents))].sort((a, b) => a - b).map((size) => formatCount(size, reader));
  if (reader === 'en') {
    return `From ${seeds} seeds of ${sizes.join(' to ')} agents, computed on the command line with engine ${engineVersion}.`;
  }
  return `由命令行以引擎 ${engineVersion} 计算：${seeds} 个种子，每次 ${sizes.join('至 ')} 名投资者。`;
}

function describeStaleness(stale: Exclude<Staleness, null>, reader: Language): string {
  if (stale === 'targets') {
    return reader === 'en'
      ? 'These figures are of other targets than those of this page. Run seeds here to see today’s.'
      : '这些数值对应的目标与本页不同。可在本机重算以查看现值。';
  }
  return reader === 'en'
    ? 'These figures are of another model than this page’s. Run seeds here to see today’s.'
    : '这些数值来自与本页不同的模型。可在本机重算以查看现值。';
}

/** Part of the runs after which the time left can be told. */
const KNOWN_FROM = 0.05;

function describeProgress(done: number, total: number, part: number, elapsedMs: number, reader: Language): string {
  const count = reader === 'en' ? `${done} of ${total} runs` : `${total} 次运行中已完成 ${done} 次`;
  if (part < KNOWN_FROM) return `${count} · ${reader === 'en' ? 'estimating…' : '正在估计……'}`;
  const seconds = Math.ceil((elapsedMs / 1000) * (1 / part - 1));
  return `${count} · ${reader === 'en' ? `about ${seconds} s left` : `约剩 ${seconds} 秒`}`;
}
