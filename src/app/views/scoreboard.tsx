import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatProblem, type Problem } from '../../core/result.ts';
import { computeScoreboard, countVerdicts, type ScoreboardRow, VERDICTS } from '../../experiment/scoreboard.ts';
import '../scoreboard/scoreboard.css';
import { pick, say } from '../i18n/say.ts';
import { language } from '../preferences.ts';
import { getTabPool } from '../run-pool.ts';
import { type Board, loadBoard } from '../scoreboard/board-source.ts';
import { PatternList } from '../scoreboard/pattern-list.tsx';
import { cancelRerun, findStaleness, rerun, type Staleness } from '../scoreboard/rerun.ts';
import { RerunBar } from '../scoreboard/rerun-bar.tsx';
import { ScoreDetail } from '../scoreboard/score-detail.tsx';
import { ScoreTable } from '../scoreboard/score-table.tsx';
import { describeTally } from '../scoreboard/sentences.ts';
import { VerdictMark } from '../scoreboard/verdict-mark.tsx';
import { VERDICTS as VERDICT_WORDS, WORDS } from '../scoreboard/words.ts';
import { roomCommand } from '../shown-command.ts';

/** As in the style sheet: from here on the chosen target stands beside the table. */
const BESIDE = '(min-width: 1180px)';
const COMMAND = 'npm run -s sim -- validate';

type State = { readonly kind: 'loading' } | { readonly kind: 'failed'; readonly problems: readonly Problem[] } | Loaded;

interface Loaded {
  readonly kind: 'loaded';
  readonly board: Board;
}

/** Which published figures the model hits, and which it misses. */
export default function Scoreboard() {
  const state = useSignal<State>({ kind: 'loading' });
  const load = async () => {
    state.value = { kind: 'loading' };
    const read = await loadBoard();
    state.value = read.ok ? { kind: 'loaded', board: read.value } : { kind: 'failed', problems: read.problems };
  };
  useEffect(() => {
    void load();
    roomCommand.value = COMMAND;
    return () => {
      roomCommand.value = null;
      cancelRerun();
    };
  }, []);
  const shown = state.value;
  if (shown.kind === 'loading') {
    return (
      <main class="board-state" data-testid="scoreboard" data-state="loading">
        <p role="status">{pick(WORDS.loading)}</p>
      </main>
    );
  }
  if (shown.kind === 'failed') {
    return (
      <main class="board-state failed" data-testid="scoreboard" data-state="failed">
        <p role="alert">{pick(WORDS.failed)}</p>
        <ul>
          {shown.problems.map((problem) => (
            <li key={problem.path}>{formatProblem(problem, language.value)}</li>
          ))}
        </ul>
        <button type="button" class="btn line" data-testid="scoreboard-retry" onClick={() => void load()}>
          {say('tryAgain')}
        </button>
      </main>
    );
  }
  return <LoadedBoard board={shown.board} />;
}

function LoadedBoard({ board }: { readonly board: Board }) {
  const stale = useSignal<Staleness>(null);
  useEffect(() => {
    if (board.file === null) return;
    roomCommand.value = board.file.command;
    void findStaleness(board, board.file, getTabPool()).then((found) => {
      stale.value = found;
    });
  }, [board]);
  const here = rerun.value.kind === 'done' ? rerun.value : null;
  const isHere = here !== null && (board.file === null || stale.value !== null);
  const figures = isHere ? here.figures : board.file;
  const rows = figures === null ? [] : computeScoreboard(board.targets, figures);
  return (
    <main
      class={rows.length === 0 ? 'board-state' : 'board'}
      data-testid="scoreboard"
      data-state={rows.length === 0 ? 'empty' : 'shown'}
    >
      {rows.length === 0 ? (
        <>
          <p>{pick(WORDS.empty)}</p>
          <p class="mono">{COMMAND}</p>
          <RerunBar board={board} stale={null} isHere={false} />
        </>
      ) : (
        <ShownBoard rows={rows} board={board} bar={<RerunBar board={board} stale={stale.value} isHere={isHere} />} />
      )}
    </main>
  );
}

interface ShownBoardProps {
  readonly rows: readonly ScoreboardRow[];
  readonly board: Board;
  readonly bar: preact.ComponentChild;
}

function ShownBoard({ rows, board, bar }: ShownBoardProps) {
  const isBeside = useSignal(matchMedia(BESIDE).matches);
  const chosen = useSignal(chooseFirst(rows, isBeside.peek()));
  useEffect(() => {
    const query = matchMedia(BESIDE);
    const follow = () => {
      isBeside.value = query.matches;
    };
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const tally = countVerdicts(rows);
  const row = rows.find(({ target }) => target.id === chosen.value) ?? null;
  const detail = row === null ? null : <ScoreDetail row={row} evidence={board.tables.evidence} sensitive={[]} />;
  const patterns = board.file === null ? null : <PatternList figures={board.file.patterns} />;
  return (
    <>
      <div class="board-main">
        <div class="board-intro">
          <h2 data-testid="scoreboard-headline">{describeTally(tally, language.value)}</h2>
          <div class="tally" aria-hidden="true">
            {VERDICTS.flatMap((verdict) =>
              Array.from({ length: tally[verdict] }, (_, k) => <i key={`${verdict}${k}`} class={verdict} />),
            )}
          </div>
          <div class="note legend-of">
            {VERDICTS.filter((verdict) => verdict !== 'unjudged' || tally.unjudged > 0).map((verdict) => (
              <span key={verdict}>
                <VerdictMark verdict={verdict} />
                {pick(VERDICT_WORDS[verdict].meaning)}
              </span>
            ))}
          </div>
          {bar}
        </div>
        <ScoreTable
          rows={rows}
          chosen={chosen.value}
          evidence={board.tables.evidence}
          detail={isBeside.value ? null : detail}
          onChoose={(id) => {
            // Under its row a detail closes as it opened; beside the table there is always one.
            chosen.value = id === chosen.value && !isBeside.value ? '' : id;
          }}
        />
      </div>
      {isBeside.value || patterns === null ? null : <div class="board-main">{patterns}</div>}
      {isBeside.value ? (
        <aside class="board-side" aria-label={pick(WORDS.chosen)}>
          {detail}
          {patterns}
        </aside>
      ) : null}
    </>
  );
}

/** What the model misses most deserves the first look; under a row nothing opens by itself. */
function chooseFirst(rows: readonly ScoreboardRow[], isBeside: boolean): string {
  if (!isBeside) return '';
  const first = rows.find(({ verdict }) => verdict === 'miss') ?? rows[0];
  return first.target.id;
}
