import type { PersonMonth } from '../../experiment/person-life.ts';
import { NONE } from '../../model/purposes.ts';
import { STATUS } from '../../model/records.ts';
import { bandOf, SEGMENT_DIMENSIONS, type SegmentDimension } from '../../model/segments.ts';
import { pick, say } from '../i18n/say.ts';
import { selectPerson } from '../life/life-events.ts';
import { nameRecord } from '../month-names.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { chosenId, type Followed, followed } from '../store.ts';
import { life } from '../store-follow.ts';
import { NO_BROKER, readColumn } from '../world/snapshot-columns.ts';

/** Scale of the traits in a snapshot. */
const WHOLE = 255;

interface Person {
  readonly ageYears: number;
  readonly experience: number;
  readonly riskTolerance: number;
  /** Position, −1 for none. */
  readonly broker: number;
  readonly isDormant: boolean;
}

function nameBand(key: SegmentDimension['key'], value: number): string {
  const dimension = SEGMENT_DIMENSIONS.find((candidate) => candidate.key === key)!;
  return pick(dimension.bands[bandOf(dimension, value)].label);
}

function readReplayed({ ageYears, experience, riskTolerance, main, status }: PersonMonth): Person {
  const broker = main === NONE ? -1 : main;
  return { ageYears, experience, riskTolerance, broker, isDormant: status === STATUS.dormant };
}

/** Somebody in the picture of a month; `null` beyond the sample. */
function readPictured(view: ExploreView, slot: number): Person | null {
  const { snapshot } = readShownRun(view).months[view.playhead];
  if (slot >= snapshot.count) return null;
  const read = (column: Parameters<typeof readColumn>[1]) => readColumn(snapshot, column)[slot];
  return {
    ageYears: read('ageYears'),
    experience: read('experience') / WHOLE,
    riskTolerance: read('riskTolerance') / WHOLE,
    broker: read('broker') === NO_BROKER ? -1 : read('broker'),
    isDormant: read('status') === STATUS.dormant,
  };
}

/** Whoever is followed, as they are in the month on show; words where they are not there, or not known yet. */
function findPerson(view: ExploreView, { slot, month }: Followed): Person | string {
  const { inputs } = readShownRun(view);
  const known = life.value;
  if (known?.slot !== slot) return readPictured(view, slot) ?? say('computing');
  const mine = selectPerson(known.months, month);
  const now = mine.find((entry) => entry.month === view.playhead);
  if (now) return readReplayed(now);
  const isBefore = view.playhead < (mine[0]?.month ?? 0);
  const edge = nameRecord(inputs, (isBefore ? mine[0]?.month : mine.at(-1)?.month) ?? 0, view.language);
  return say(isBefore ? 'notYetGrown' : 'lifeEnded', { month: edge });
}

/** Over the map: who is followed, where they are, and the way back. */
export function FollowCard({ view }: { readonly view: ExploreView }) {
  const who = followed.value;
  if (who === null) return null;
  const person = findPerson(view, who);
  const { brokers } = readShownRun(view).inputs;
  const stop = () => {
    followed.value = null;
  };
  return (
    <section class="follow-card" aria-label={say('followedInvestor')} data-testid="follow-card">
      <strong>{say('investorNumber', { number: who.slot })}</strong>
      {typeof person === 'string' ? <p>{person}</p> : <PersonLines person={person} view={view} />}
      <p class="row">
        {typeof person !== 'string' && person.broker >= 0 && person.broker !== view.chosen ? (
          <button
            type="button"
            class="btn line"
            data-testid="follow-choose"
            onClick={() => {
              chosenId.value = brokers[person.broker].id;
            }}
          >
            {say('makeMine')}
          </button>
        ) : null}
        <button type="button" class="btn line" data-testid="stop-following" onClick={stop}>
          {say('stopFollowing')}
        </button>
      </p>
    </section>
  );
}

function PersonLines({ person, view }: { readonly person: Person; readonly view: ExploreView }) {
  const { brokers } = readShownRun(view).inputs;
  const traits = [
    say('ageOf', { age: person.ageYears }),
    nameBand('experience', person.experience),
    nameBand('riskTolerance', person.riskTolerance),
  ];
  const broker = person.broker < 0 ? say('noBroker') : pick(brokers[person.broker].name);
  return (
    <>
      <p data-testid="follow-segment">{traits.join(' · ')}</p>
      <p data-testid="follow-broker" data-broker={brokers[person.broker]?.id ?? ''}>
        {person.isDormant ? say('dormantAt', { broker }) : broker}
      </p>
    </>
  );
}
