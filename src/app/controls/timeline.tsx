import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Control } from '../../model/inputs.ts';
import { formatShare } from '../format.ts';
import { pick, say } from '../i18n/say.ts';
import { nameNextMonth, nameRecord } from '../month-names.ts';
import { findBranchMonth, type PlayerDecision } from '../player-decisions.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { view as currentView, decisions, playing } from '../store.ts';
import { dropDecision, type KeptBranch, keptBranches, switchBranch } from '../store-decisions.ts';
import { showMonth } from '../store-playback.ts';
import { cancelRuns, resumeRuns } from '../store-runs.ts';
import { listShocks, type Shock } from '../time-marks.ts';
import { colourControl, formatControl, nameControl } from './control-texts.ts';
import { Icon } from './icon.tsx';
import { JumpMenu } from './jump-menu.tsx';

/** Closer than this, marks become one mark with a count. */
const MARK_ROOM = 40;
const WIDE = 700;
/** Pixels that words may stand out beyond the ends of the line. */
const END_ROOM = 20;

/** What stands on the line at one place: a decision, a shock, a branch, or a group of them. */
interface Mark {
  readonly month: number;
  readonly kind: 'decision' | 'shock' | 'branch';
  /** Of decisions: what colours them. */
  readonly lever: Control | null;
  readonly texts: readonly string[];
  /** Those of the scenario cannot be dropped. */
  readonly mine: PlayerDecision | null;
  /** A branch that a press takes up again. */
  readonly branch: KeptBranch | null;
}

function createMark(kind: Mark['kind'], month: number, text: string, more: Partial<Mark> = {}): Mark {
  return { kind, month, texts: [text], lever: null, mine: null, branch: null, ...more };
}

function listDecisionMarks(view: ExploreView): Mark[] {
  const { inputs } = view.runA;
  const name = (index: number) => pick(inputs.brokers[index].name);
  const describe = (broker: number, lever: Control, value: string) => {
    const move = say('markText', { lever: nameControl(lever), value });
    return broker === view.chosen ? move : say('markOther', { broker: name(broker), move });
  };
  const shipped = inputs.decisions.map(({ month, broker, lever, mode, value }) => {
    const figure = mode === 'set' ? formatControl(lever, value, view) : `×${value}`;
    return createMark('decision', month - inputs.startMonth, describe(broker, lever, figure), { lever });
  });
  const own = decisions.value.flatMap((decision): Mark[] => {
    const broker = inputs.brokers.findIndex(({ id }) => id === decision.broker);
    if (broker < 0) return [];
    const text = describe(broker, decision.lever, formatControl(decision.lever, decision.value, view));
    return [createMark('decision', decision.month, text, { lever: decision.lever, mine: decision })];
  });
  return [...shipped, ...own];
}

function listBranchMarks(): Mark[] {
  const now = findBranchMonth(decisions.value);
  const kept = keptBranches.value.map((branch, k) =>
    createMark('branch', branch.month, say('keptBranch', { number: k + 1 }), { branch }),
  );
  return now === null ? kept : [createMark('branch', now, say('branchHere')), ...kept];
}

function nameShock(shock: Shock, view: ExploreView): string {
  if (shock.kind === 'bear') return say('shockBear');
  if (shock.kind === 'crash') return say('shockCrash', { change: formatShare(shock.change, view.language, 0) });
  const broker = pick(view.runA.inputs.brokers[shock.broker].name);
  return say(shock.kind === 'closed' ? 'shockClosed' : 'shockTakenOver', { broker });
}

/** Joins marks of one row that would stand closer than `room` months. */
function groupMarks(marks: readonly Mark[], room: number): Mark[] {
  const groups: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.month - b.month)) {
    const last = groups.at(-1);
    if (last && mark.month - last.month < room) {
      groups[groups.length - 1] = { ...last, texts: [...last.texts, ...mark.texts], mine: null, branch: null };
    } else {
      groups.push(mark);
    }
  }
  return groups;
}

/** Up for what was decided, down for what struck, a diamond for where a run leaves its parent. */
const SHAPES = { decision: 'M5 0l5 8H0z', shock: 'M5 8l5-8H0z', branch: 'M5 0l4 4-4 4-4-4z' } as const;

/** Pixels between a label and the next. */
const LABEL_GAP = 8;
const WIDE_LETTER = /[\u2e80-\uffef]/;

/** Pixels that a mark takes on the line: half of it to each side. */
function measureLabel({ texts }: Mark): number {
  if (texts.length > 1) return MARK_ROOM / 2;
  return [...texts[0]].reduce((sum, letter) => sum + (WIDE_LETTER.test(letter) ? 12 : 6.5), 0);
}

/** Which marks of a row have room for their words: none is shortened, and none runs into another. */
function findLabelled(marks: readonly Mark[], pixelsPerMonth: number, months: number): ReadonlySet<Mark> {
  const hasRoom = (mark: Mark, other: { readonly month: number; readonly room: number }) =>
    Math.abs(mark.month - other.month) * pixelsPerMonth >= measureLabel(mark) / 2 + other.room;
  return new Set(
    marks.filter((mark, k) => {
      const neighbours = [marks[k - 1], marks[k + 1]].flatMap((other) =>
        other ? [{ month: other.month, room: measureLabel(other) / 2 + LABEL_GAP }] : [],
      );
      const ends = [0, months].map((month) => ({ month, room: -END_ROOM }));
      return [...neighbours, ...ends].every((other) => hasRoom(mark, other));
    }),
  );
}

function MarkButton({ mark, view, isLabelled }: { mark: Mark; view: ExploreView; isLabelled: boolean }) {
  const { inputs } = view.runA;
  const when =
    mark.kind === 'shock'
      ? nameRecord(inputs, mark.month, view.language)
      : nameNextMonth(inputs, mark.month, view.language);
  const isGroup = mark.texts.length > 1;
  // The count that a group shows is part of its name, for who speaks to the page.
  const label = `${when}${isGroup ? `, ${mark.texts.length}` : ''}: ${mark.texts.join('; ')}`;
  const colour = isGroup || mark.lever === null ? 'var(--text)' : colourControl(mark.lever);
  const hint = mark.mine ? say('deleteHint') : mark.branch ? say('branchHint') : '';
  return (
    <button
      type="button"
      class={`mark ${mark.kind}`}
      style={{ '--m': mark.month / inputs.months, '--c': colour }}
      aria-label={hint ? `${label}. ${hint}` : label}
      title={hint ? `${label}\n${hint}` : label}
      data-testid={mark.kind === 'decision' ? 'mark' : `mark-${mark.kind}`}
      onClick={() => {
        if (mark.branch) switchBranch(mark.branch);
        showMonth(mark.month);
      }}
      onKeyDown={(event) => {
        if (mark.mine && (event.key === 'Delete' || event.key === 'Backspace')) dropDecision(mark.mine);
      }}
    >
      <svg viewBox="0 0 10 8" aria-hidden="true">
        <path d={SHAPES[mark.kind]} />
      </svg>
      {isGroup ? <span>{mark.texts.length}</span> : isLabelled ? <span>{mark.texts[0]}</span> : null}
    </button>
  );
}

/** Years under the line; every second one where there is little room. */
function Years({ view, isWide }: { view: ExploreView; isWide: boolean }) {
  const { startMonth, months } = view.runA.inputs;
  const first = Math.ceil(startMonth / 12);
  const last = Math.floor((startMonth + months) / 12);
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, position) => first + position);
  const every = isWide ? Math.ceil(years.length / 24) : Math.ceil(years.length / 4);
  return (
    <>
      {years.map((year, position) => (
        <span key={year} class="year" style={{ '--m': (year * 12 - startMonth) / months }} aria-hidden="true">
          {position % every === 0 ? (isWide ? year : `’${String(year % 100).padStart(2, '0')}`) : ''}
        </span>
      ))}
    </>
  );
}

/** What is being computed, and the way to stop it. */
function Computing({ view }: { readonly view: ExploreView }) {
  const run = readShownRun(view);
  if (run.status === 'running') {
    return (
      <span class="computing">
        <span class="faint num">
          {say('computingMonth', { month: run.months.length - 1, months: run.inputs.months })}
        </span>
        <button type="button" class="btn" data-testid="cancel" onClick={cancelRuns}>
          {say('cancel')}
        </button>
      </span>
    );
  }
  if (run.status === 'cancelled') {
    return (
      <span class="computing">
        <span class="faint num">{say('stoppedAt', { month: run.months.length - 1, months: run.inputs.months })}</span>
        <button type="button" class="btn" data-testid="resume" onClick={resumeRuns}>
          <Icon name="play" />
          {say('resume')}
        </button>
      </span>
    );
  }
  return null;
}

const PAGE_MONTHS = 12;

function moveByKey(event: KeyboardEvent, month: number, horizon: number): void {
  const target = {
    ArrowLeft: month - 1,
    ArrowDown: month - 1,
    ArrowRight: month + 1,
    ArrowUp: month + 1,
    PageDown: month - PAGE_MONTHS,
    PageUp: month + PAGE_MONTHS,
    Home: 0,
    End: horizon,
  }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  playing.value = false;
  showMonth(target);
}

/** Time as a line: what is past, what is computed, what was decided, and now. */
export function Timeline({ view }: { readonly view: ExploreView }) {
  const line = useRef<HTMLDivElement>(null);
  const width = useSignal(1000);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      width.value = entry.contentRect.width;
    });
    observer.observe(line.current!);
    return () => observer.disconnect();
  }, [width]);
  const { inputs } = view.runA;
  const shown = readShownRun(view);
  const branch = findBranchMonth(decisions.value);
  const isWide = width.value > WIDE;
  const room = (MARK_ROOM / width.value) * inputs.months;
  const made = groupMarks(listDecisionMarks(view), room);
  const labelled = findLabelled(isWide ? made : [], width.value / inputs.months, inputs.months);
  const shocks = useMemo(() => listShocks(shown.months, inputs), [shown.months, inputs]);
  const struck = groupMarks(
    shocks.map((shock) => createMark('shock', shock.month, nameShock(shock, view))),
    room,
  );
  const scrub = (event: PointerEvent) => {
    const box = line.current!.getBoundingClientRect();
    showMonth(((event.clientX - box.left) / box.width) * inputs.months);
  };
  const part = (month: number) => Math.min(1, month / inputs.months);
  return (
    <div class="line-of-time">
      <div
        ref={line}
        class="track"
        role="slider"
        tabIndex={0}
        aria-label={say('timeline')}
        aria-valuemin={0}
        aria-valuemax={inputs.months}
        aria-valuenow={view.playhead}
        aria-valuetext={nameRecord(inputs, view.playhead, view.language)}
        data-testid="timeline"
        onKeyDown={(event) => moveByKey(event, currentView.peek()?.playhead ?? 0, inputs.months)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          playing.value = false;
          scrub(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) scrub(event);
        }}
      >
        <i class="known" style={{ '--m': part(shown.months.length - 1) }} />
        <i class="past" style={{ '--m': part(Math.min(view.playhead, branch ?? view.playhead)) }} />
        {branch !== null && view.playhead > branch
          ? ['mine', 'parent'].map((lane) => (
              <i key={lane} class={lane} style={{ '--from': part(branch), '--m': part(view.playhead) }} />
            ))
          : null}
        {view.parent !== null && view.playhead > view.parent.fork ? (
          <i
            class="parent former"
            style={{
              '--from': part(view.parent.fork),
              '--m': part(Math.min(view.playhead, view.parent.months.length - 1)),
            }}
          />
        ) : null}
        <Years view={view} isWide={isWide} />
        <i class="now" style={{ '--m': part(view.playhead) }} />
      </div>
      <div class="marks">
        {[...made, ...groupMarks(listBranchMarks(), room), ...struck].map((mark) => (
          <MarkButton
            key={`${mark.kind} ${mark.month} ${mark.texts[0]}`}
            mark={mark}
            view={view}
            isLabelled={labelled.has(mark)}
          />
        ))}
      </div>
      <JumpMenu view={view} />
      <Computing view={view} />
    </div>
  );
}
