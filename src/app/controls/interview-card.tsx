import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { lazy, Suspense } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import { REASON, REASONS } from '../../model/reasons.ts';
import { SEGMENT_DIMENSIONS } from '../../model/segments.ts';
import { describeInterview, type InterviewNames } from '../i18n/interview-sentences.ts';
import { pick, say } from '../i18n/say.ts';
import { nameRecord } from '../month-names.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { followed } from '../store.ts';
import { type CausePart, chooseInterviews, type FlowQuestion, type Interview, readInterview } from '../why.ts';
import { Icon, reasonColour } from './icon.tsx';

const UndoRows = lazy(async () => (await import('../life/undo-row.tsx')).UndoRows);

const MOST_INTERVIEWS = 5;
/** While the page plays, the persons change once a year, so that there is time to read. */
const PLAYING_MONTHS = 12;
/** Causes below this many per cent stand together as one. */
const SMALLEST_PART = 8;

function nameBroker(view: ExploreView, index: number): string {
  return pick(view.runA.inputs.brokers[index].name);
}

function nameBand(key: string, band: number): string {
  return pick(SEGMENT_DIMENSIONS.find((dimension) => dimension.key === key)!.bands[band].label);
}

/** The large causes in their order, the small ones added up as `null`, chance last. */
function foldCauses(causes: readonly CausePart[]): { reason: number | null; percent: number }[] {
  const isLarge = ({ reason, percent }: CausePart) => percent >= SMALLEST_PART || reason === REASON.chance;
  const rest = causes.filter((cause) => !isLarge(cause)).reduce((sum, { percent }) => sum + percent, 0);
  const large = causes.filter(isLarge);
  const chance = large.filter(({ reason }) => reason === REASON.chance);
  const named = large.filter(({ reason }) => reason !== REASON.chance);
  return [...named, ...(rest > 0 ? [{ reason: null, percent: rest }] : []), ...chance];
}

function Split({ interview }: { readonly interview: Interview }) {
  const parts = foldCauses(interview.causes);
  const name = (reason: number | null) => (reason === null ? say('otherCauses') : pick(REASONS[reason].label));
  const colour = (reason: number | null) => reasonColour(reason === null ? 'service' : REASONS[reason].key);
  return (
    <>
      <div class="split" aria-hidden="true">
        {parts.map(({ reason, percent }) => (
          <i
            key={reason}
            class={reason === REASON.chance ? 'hatch' : reason === null ? 'rest' : undefined}
            style={{ flexGrow: percent, '--c': colour(reason) }}
          />
        ))}
      </div>
      <ul class="parts note" aria-label={say('causes')}>
        {parts.map(({ reason, percent }) => (
          <li key={reason} style={{ '--c': colour(reason) }}>
            {reason === null ? null : <Icon name={REASONS[reason].key} />}
            <b class="num">{percent}%</b> {name(reason)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Names that the interview speaks of. */
function nameForInterview(view: ExploreView, { from, to, month, experience }: Interview): InterviewNames {
  return {
    experience: nameBand('experience', experience),
    from: from < 0 ? say('noBroker') : nameBroker(view, from),
    to: to < 0 ? null : nameBroker(view, to),
    when: nameRecord(view.runA.inputs, month, view.language),
  };
}

/** Leads from what one of them said to their whole life. */
function followPerson({ investor, month }: Interview): void {
  followed.value = { slot: investor, month: month - 1 };
}

function Frame({ children }: { readonly children: ComponentChildren }) {
  return (
    <article class="card" aria-label={say('exitInterview')}>
      {children}
    </article>
  );
}

/** Exit interviews with the newest leavers: what the model recorded when each of them decided. */
export function InterviewCard({ view, question }: { readonly view: ExploreView; readonly question: FlowQuestion }) {
  const at = useSignal(0);
  const { months } = readShownRun(view);
  const yearEnd = view.playhead - (view.playhead % PLAYING_MONTHS);
  const lastMonth = view.playing && yearEnd > 0 ? yearEnd : view.playhead;
  const { broker, segment } = question;
  const places = useMemo(
    () => chooseInterviews(months, { broker, segment, lastMonth }, MOST_INTERVIEWS),
    [months, broker, segment, lastMonth],
  );
  if (places.length === 0) {
    return (
      <Frame>
        <p class="label">{say('exitInterview')}</p>
        <p class="note">{say('nobodyToAsk')}</p>
      </Frame>
    );
  }
  const position = Math.min(at.value, places.length - 1);
  const interview = readInterview(months, places[position]);
  const turn = (step: number) => () => {
    at.value = (position + step + places.length) % places.length;
  };
  return (
    <Frame>
      <div class="row">
        <span class="label grow">{say('interviewOf', { number: position + 1, count: places.length })}</span>
        <button
          type="button"
          class="btn icon"
          aria-label={say('previous')}
          data-testid="interview-previous"
          onClick={turn(-1)}
        >
          <Icon name="left" />
        </button>
        <button type="button" class="btn icon" aria-label={say('next')} data-testid="interview-next" onClick={turn(1)}>
          <Icon name="right" />
        </button>
      </div>
      <h3 class="title">
        {say('person', {
          investor: interview.investor,
          age: interview.ageYears,
          risk: nameBand('riskTolerance', interview.riskTolerance).toLowerCase(),
          experience: nameBand('experience', interview.experience).toLowerCase(),
        })}
      </h3>
      <p class="note" data-testid="interview-text">
        {say('inModel')} “{describeInterview(interview, nameForInterview(view, interview), view.language)}”
      </p>
      {interview.causes.length > 0 ? <Split interview={interview} /> : null}
      {interview.causes.length > 0 && interview.to < 0 ? <p class="faint">{say('leaveParts')}</p> : null}
      <Suspense fallback={null}>
        <UndoRows view={view} interview={interview} />
      </Suspense>
      <button type="button" class="btn follow" data-testid="follow" onClick={() => followPerson(interview)}>
        {say('followLife', { investor: interview.investor })}
        <Icon name="right" />
      </button>
    </Frame>
  );
}
