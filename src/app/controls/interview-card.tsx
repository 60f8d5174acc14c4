import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { REASON, REASONS } from '../../model/reasons.ts';
import { SEGMENT_DIMENSIONS } from '../../model/segments.ts';
import { pick, say } from '../i18n/say.ts';
import { nameRecord } from '../month-names.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { type CausePart, type FlowQuestion, findLeavers, type Interview, readInterview } from '../why.ts';
import { Icon, reasonColour } from './icon.tsx';

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
  return (
    <ul class="split" aria-label={say('causes')}>
      {parts.map(({ reason, percent }) => (
        <li
          key={reason}
          style={{ flexGrow: percent, '--c': reasonColour(reason === null ? 'service' : REASONS[reason].key) }}
        >
          <i class={reason === REASON.chance ? 'hatch' : reason === null ? 'rest' : undefined} />
          <span class="note">
            <b class="num">{percent}%</b> {name(reason)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where a broker closed or a life ended nothing was weighed; and somebody may leave though nothing pushes. */
function Push({ reason }: { readonly reason: number }) {
  const isUnpushed = reason === REASON.chance;
  return (
    <p class="note">
      {isUnpushed ? say('noPush') : say('onlyReason', { reason: pick(REASONS[reason].label).toLowerCase() })}
    </p>
  );
}

function describeMove(view: ExploreView, { from, to, month, tenureMonths }: Interview): string {
  const when = nameRecord(view.runA.inputs, month, view.language);
  const values = { tenure: tenureMonths, from: from < 0 ? say('noBroker') : nameBroker(view, from), when };
  return to < 0 ? say('interviewLeft', values) : say('interviewMoved', { ...values, to: nameBroker(view, to) });
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
  const places = findLeavers(months, { ...question, lastMonth }, MOST_INTERVIEWS);
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
      <p class="note">{describeMove(view, interview)}</p>
      {interview.causes.length > 0 ? <Split interview={interview} /> : <Push reason={interview.reason} />}
      {interview.causes.length > 0 && interview.to < 0 ? <p class="faint">{say('leaveParts')}</p> : null}
      {interview.against === null ? null : (
        <p class="faint">{say('heldBack', { reason: pick(REASONS[interview.against].label).toLowerCase() })}</p>
      )}
    </Frame>
  );
}
