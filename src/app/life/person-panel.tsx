import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { PersonMonth } from '../../experiment/person-life.ts';
import { NONE } from '../../model/purposes.ts';
import { MOVES } from '../../model/reasons.ts';
import { bandOf, SEGMENT_DIMENSIONS, type SegmentDimension } from '../../model/segments.ts';
import { Icon } from '../controls/icon.tsx';
import { formatMoney } from '../format.ts';
import { describeInterview } from '../i18n/interview-sentences.ts';
import { pick, say } from '../i18n/say.ts';
import { nameRecord } from '../month-names.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { type Followed, followed } from '../store.ts';
import { life } from '../store-follow.ts';
import { showMonth } from '../store-playback.ts';
import { type EventPlace, readInterview } from '../why.ts';
import { type LifeEvent, listLifeEvents, selectPerson } from './life-events.ts';
import { LifeLanes } from './life-lanes.tsx';
import { LIFE_TEXTS } from './life-texts.ts';
import { UndoRows } from './undo-row.tsx';
import { Waterfall } from './waterfall.tsx';
import './life.css';

const WATERFALL_WIDTH = 308;

/** One investor: a life as a timeline, and each move with what weighed in it. */
export function PersonPanel({ view, person }: { readonly view: ExploreView; readonly person: Followed }) {
  const { language } = view;
  const run = readShownRun(view);
  const known = life.value;
  const isKnown = known !== null && known.slot === person.slot && known.run === run;
  return (
    <>
      <div class="path">
        <button
          type="button"
          class="btn"
          data-testid="unfollow"
          onClick={() => {
            followed.value = null;
          }}
        >
          <Icon name="left" />
          {LIFE_TEXTS.back[language]}
        </button>
      </div>
      {isKnown ? (
        <Life key={`${person.slot} ${person.month}`} view={view} person={person} life={known.months} />
      ) : (
        <p class="empty" role="status">
          {LIFE_TEXTS[run.status === 'done' ? 'replayingLife' : 'waiting'][language]}
        </p>
      )}
    </>
  );
}

interface LifeProps {
  readonly view: ExploreView;
  readonly person: Followed;
  readonly life: readonly PersonMonth[];
}

function Life({ view, person: { slot, month }, life: whole }: LifeProps) {
  const { language, playhead, runA } = view;
  const run = readShownRun(view);
  const mine = useMemo(() => selectPerson(whole, month), [whole, month]);
  const events = useMemo(() => listLifeEvents(mine, run.months, slot), [mine, run.months, slot]);
  const chosen = useSignal<EventPlace | null>(findFirstMove(events, month));
  const now = mine.findLast((entry) => entry.month <= playhead) ?? mine[0];
  const brokers = runA.inputs.brokers;
  const name = (broker: number) => (broker < 0 || broker === NONE ? say('noBroker') : pick(brokers[broker].name));
  return (
    <div class="life" data-testid="life">
      <h2 class="headline">{describePerson(slot, now, name(now.main), view)}</h2>
      <LifeLanes view={view} months={mine} events={events} />
      <h3 class="title">{LIFE_TEXTS.story[language]}</h3>
      {events.length === 0 ? <p class="note">{LIFE_TEXTS.nothing[language]}</p> : null}
      <ol class="story">
        {events.map((event, k) => (
          <li key={`${event.month} ${event.kind} ${k}`} aria-current={event.month === playhead || undefined}>
            <button
              type="button"
              class="btn"
              data-testid={`life-${event.kind}`}
              onClick={() => {
                showMonth(event.month);
                if ('place' in event) chosen.value = event.place;
              }}
            >
              <span class="faint num">{nameRecord(runA.inputs, event.month, language)}</span>
              <span>{tellEvent(event, name, view)}</span>
            </button>
          </li>
        ))}
      </ol>
      {chosen.value ? <MoveDetail view={view} place={chosen.value} name={name} /> : null}
    </div>
  );
}

/** The move that one came to ask about, or the first one. */
function findFirstMove(events: readonly LifeEvent[], month: number): EventPlace | null {
  const moves = events.filter((event) => 'place' in event && (event.kind === 'switch' || event.kind === 'leave'));
  const asked = moves.find((event) => event.month === month + 1) ?? moves[0];
  return asked && 'place' in asked ? asked.place : null;
}

function nameBand(key: SegmentDimension['key'], value: number): string {
  const dimension = SEGMENT_DIMENSIONS.find((candidate) => candidate.key === key)!;
  return pick(dimension.bands[bandOf(dimension, value)].label);
}

function describePerson(slot: number, now: PersonMonth, broker: string, { language, runA }: ExploreView): string {
  const when = nameRecord(runA.inputs, now.month, language);
  const traits = [
    nameBand('experience', now.experience),
    nameBand('riskTolerance', now.riskTolerance),
    nameBand('horizon', now.shortHorizon ? 1 : 0),
    nameBand('tier', now.tier),
  ];
  const money = formatMoney(now.assetsCents, language);
  if (language === 'en') {
    const said = traits.map((trait, k) => (k < 3 ? trait.toLowerCase() : trait)).join(', ');
    return `Investor ${slot} in this model, ${when}: ${now.ageYears}, ${said}; with ${broker}, ${money}.`;
  }
  return `这个模型里的投资者 ${slot}，${when}：${now.ageYears} 岁，${traits.join('、')}；券商：${broker}，资产 ${money}。`;
}

function tellEvent(event: LifeEvent, name: (broker: number) => string, { language }: ExploreView): string {
  const en = language === 'en';
  switch (event.kind) {
    case 'born':
    case 'firstTrade':
    case 'complained':
      return LIFE_TEXTS[event.kind][language];
    case 'learned': {
      const band = pick(SEGMENT_DIMENSIONS.find(({ key }) => key === 'experience')!.bands[event.band].label);
      return en ? `learned: now ${band.toLowerCase()}` : `经验提升：${band}`;
    }
    case 'friendMoved':
      return en
        ? `a friend moved from ${name(event.from)} to ${name(event.to)}`
        : `一位好友从${name(event.from)}转到${name(event.to)}`;
    case 'join':
      return en ? `opened at ${name(event.to)}` : `在${name(event.to)}开户`;
    case 'switch':
      return en ? `moved from ${name(event.from)} to ${name(event.to)}` : `从${name(event.from)}转到${name(event.to)}`;
    case 'leave':
      return en ? `left ${name(event.from)}` : `离开${name(event.from)}`;
    case 'addSecond':
      return en ? `opened another account at ${name(event.to)}` : `在${name(event.to)}增开账户`;
    default:
      return MOVES.find(({ key }) => key === event.kind)!.label[language];
  }
}

interface MoveDetailProps {
  readonly view: ExploreView;
  readonly place: EventPlace;
  readonly name: (broker: number) => string;
}

/** What weighed in one move: in a sentence, as a sum, and without one of its causes. */
function MoveDetail({ view, place, name }: MoveDetailProps) {
  const { language, runA } = view;
  const { months } = readShownRun(view);
  if (place.month >= months.length) return null;
  const interview = readInterview(months, place);
  const isLeaving = interview.kind === 'switch' || interview.kind === 'leave';
  const names = {
    experience: nameBand('experience', [0, 0.25, 0.5, 0.75][interview.experience]),
    from: name(interview.from),
    to: interview.to < 0 ? null : name(interview.to),
    when: nameRecord(runA.inputs, interview.month, language),
  };
  const isHazard = interview.kind !== 'switch' && interview.kind !== 'join' && interview.kind !== 'addSecond';
  return (
    <article class="card" aria-label={LIFE_TEXTS.waterfall[language]}>
      {isLeaving ? <p class="note">{describeInterview(interview, names, language)}</p> : null}
      {interview.contributions.some((part) => part !== 0) ? (
        <>
          <Waterfall
            contributions={interview.contributions}
            gap={interview.gap}
            width={WATERFALL_WIDTH}
            language={language}
          />
          <p class="faint">{LIFE_TEXTS[isHazard ? 'gapLeaves' : 'gapMeans'][language]}</p>
        </>
      ) : null}
      {isLeaving && interview.from >= 0 ? <UndoRows view={view} interview={interview} /> : null}
    </article>
  );
}
