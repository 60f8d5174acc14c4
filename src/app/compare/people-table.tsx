import type { Language } from '../../core/text.ts';
import type { PeopleComparison, PeopleTally, PersonChange } from '../../experiment/people.ts';
import { SEGMENT_DIMENSIONS } from '../../model/segments.ts';
import { formatCount, formatSigned } from '../format.ts';
import { pick, say } from '../i18n/say.ts';
import { nameRecord } from '../month-names.ts';
import type { ExploreView } from '../run-data.ts';
import { COMPARE_TEXTS } from './compare-texts.ts';

const AGE = SEGMENT_DIMENSIONS.find(({ key }) => key === 'age')!;
const EXPERIENCE = SEGMENT_DIMENSIONS.find(({ key }) => key === 'experience')!;
const MOST_GROUPS = 6;
const MOST_MOVES = 8;

interface PeopleTableProps {
  readonly view: ExploreView;
  readonly comparison: PeopleComparison;
  readonly onFollow: (slot: number) => void;
}

/** Who is better off and who worse, who is elsewhere, and the persons in whom it is plainest. */
export function PeopleTable({ view, comparison, onFollow }: PeopleTableProps) {
  const { language } = view;
  const text = (key: keyof typeof COMPARE_TEXTS) => COMPARE_TEXTS[key][language];
  const name = (broker: number) => pick(view.runA.inputs.brokers[broker].name);
  return (
    <section class="people" aria-label={text('people')} data-testid="people">
      <p class="sentence">{writePeopleSentence(comparison, name(view.chosen), view)}</p>
      <p class="faint">{text('betterMeans')}</p>
      <div class="side-by-side">
        <table>
          <thead>
            <tr>
              <th scope="col">{text('who')}</th>
              <th scope="col" class="r">
                {text('better')}
              </th>
              <th scope="col" class="r">
                {text('worse')}
              </th>
              <th scope="col" class="r">
                {text('same')}
              </th>
            </tr>
          </thead>
          <tbody>
            <TallyLine label={text('everybody')} tally={comparison.all} language={language} />
            {rankGroups(comparison.groups).map(({ group, tally }) => (
              <TallyLine key={group} label={nameGroup(group)} tally={tally} language={language} />
            ))}
          </tbody>
        </table>
        <Moves comparison={comparison} name={name} language={language} />
      </div>
      <div class="side-by-side">
        <Persons title={text('gainers')} persons={comparison.gainers} {...{ name, language, onFollow }} />
        <Persons title={text('losers')} persons={comparison.losers} {...{ name, language, onFollow }} />
      </div>
    </section>
  );
}

/** “In this run, Mar 2028: of Willow’s clients 1,204 are better off in B than in A, 377 worse.” */
function writePeopleSentence({ mine, month, moved }: PeopleComparison, name: string, view: ExploreView): string {
  const { language } = view;
  const count = (value: number) => formatCount(value, language);
  const when = nameRecord(view.runA.inputs, month, language);
  const elsewhere = count(moved.reduce((sum, pair) => sum + pair.count, 0));
  if (language === 'en') {
    return `In this run, ${when}: of ${name}’s simulated clients ${count(mine.better)} are better off in B than in A and ${count(mine.worse)} worse. ${elsewhere} investors are with another broker.`;
  }
  return `本次运行，${when}：${name}的模拟客户中，${count(mine.better)} 人在 B 比在 A 更好，${count(mine.worse)} 人更差。${elsewhere} 名投资者的券商不同。`;
}

function rankGroups(groups: readonly PeopleTally[]): { group: number; tally: PeopleTally }[] {
  const size = ({ better, worse }: PeopleTally) => better + worse;
  return groups
    .map((tally, group) => ({ group, tally }))
    .filter(({ tally }) => size(tally) > 0)
    .sort((a, b) => size(b.tally) - size(a.tally))
    .slice(0, MOST_GROUPS);
}

function nameGroup(group: number): string {
  const experience = pick(EXPERIENCE.bands[Math.floor(group / AGE.bands.length)].label);
  return say('group', { experience, age: pick(AGE.bands[group % AGE.bands.length].label) });
}

function TallyLine({ label, tally, language }: { label: string; tally: PeopleTally; language: Language }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td class="r gain">▲ {formatCount(tally.better, language)}</td>
      <td class="r loss">▼ {formatCount(tally.worse, language)}</td>
      <td class="r">{formatCount(tally.same, language)}</td>
    </tr>
  );
}

interface MovesProps {
  readonly comparison: PeopleComparison;
  readonly name: (broker: number) => string;
  readonly language: Language;
}

function Moves({ comparison: { moved, onlyA, onlyB }, name, language }: MovesProps) {
  const text = (key: keyof typeof COMPARE_TEXTS) => COMPARE_TEXTS[key][language];
  const nobody = say('noBroker');
  const rows = [
    ...moved.slice(0, MOST_MOVES).map(({ from, to, count }) => ({ from: name(from), to: name(to), count })),
    { from: text('some'), to: nobody, count: onlyA },
    { from: nobody, to: text('some'), count: onlyB },
  ].filter(({ count }) => count > 0);
  return (
    <table data-testid="moved">
      <caption class="title">{text('changed')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('inA')}</th>
          <th scope="col">{text('inB')}</th>
          <th scope="col" class="r">
            {text('investors')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ from, to, count }) => (
          <tr key={`${from} ${to}`}>
            <td>{from}</td>
            <td>{to}</td>
            <td class="r">{formatCount(count, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Single returns differ by hundredths of a point. */
function formatHundredths(difference: number, language: Language): string {
  return `${formatSigned(difference * 100, language, 2)} ${language === 'en' ? 'pt' : '点'}`;
}

interface PersonsProps {
  readonly title: string;
  readonly persons: readonly PersonChange[];
  readonly name: (broker: number) => string;
  readonly language: Language;
  readonly onFollow: (slot: number) => void;
}

function Persons({ title, persons, name, language, onFollow }: PersonsProps) {
  if (persons.length === 0) return null;
  return (
    <div>
      <h4 class="title">{title}</h4>
      <ul class="persons">
        {persons.map(({ slot, ageYears, experience, brokerA, brokerB, returnA, returnB }) => {
          const brokers = brokerA === brokerB ? name(brokerA) : `${name(brokerA)} → ${name(brokerB)}`;
          const band = pick(EXPERIENCE.bands[experience].label);
          const who =
            language === 'en'
              ? `Investor ${slot} · ${ageYears} · ${band}`
              : `投资者 ${slot} · ${ageYears} 岁 · ${band}`;
          return (
            <li key={slot}>
              <button type="button" class="btn" onClick={() => onFollow(slot)}>
                {who}
              </button>
              <span class="faint">{brokers}</span>
              <b class={returnB > returnA ? 'num gain' : 'num loss'}>
                {returnB > returnA ? '▲' : '▼'} {formatHundredths(returnB - returnA, language)}
              </b>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
