import type { ComponentChildren } from 'preact';
import { countSeeds, listDifferences } from '../compare/seed-counts.ts';
import { describeSeedCount, describeSeedProgress } from '../compare/seed-sentences.ts';
import { SeedStrip } from '../compare/seed-strip.tsx';
import { formatCount, formatNumber, formatPeople, formatPoints, formatShare } from '../format.ts';
import { Terms } from '../glossary/terms.tsx';
import { pick, say } from '../i18n/say.ts';
import { nameRecord } from '../month-names.ts';
import { readBroker, readMarket } from '../readings.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { worldMode } from '../store.ts';
import { people } from '../store-people.ts';
import { seedStudy } from '../store-seeds.ts';
import { Icon } from './icon.tsx';

/** A difference against A: its sign, and the words for it. Absent where there is no B. */
interface Difference {
  readonly sign: -1 | 0 | 1;
  readonly text: string;
}

interface FactProps {
  readonly testId: string;
  readonly label: string;
  readonly value: string;
  readonly difference?: Difference | null;
  /** Of another month than the one on show. */
  readonly muted?: boolean;
  readonly title?: string | undefined;
  readonly children?: ComponentChildren;
}

/** Position of the broker’s share in `OUTCOMES`. */
const SHARE = 0;
const STRIP_WIDTH = 96;

function Fact({ testId, label, value, difference = null, muted = false, title, children }: FactProps) {
  const tone = difference === null || difference.sign === 0 ? '' : difference.sign > 0 ? 'gain' : 'loss';
  const mark = tone === '' ? '' : tone === 'gain' ? '▲ ' : '▼ ';
  return (
    <div class={muted ? 'fact muted' : 'fact'} title={title} data-testid={testId}>
      <dt class="label">
        <Terms text={label} />
      </dt>
      <dd>
        <b>{value}</b>{' '}
        {difference ? (
          <span class="note" data-testid={`${testId}-difference`}>
            <b class={tone}>
              {mark}
              {difference.text}
            </b>
          </span>
        ) : null}
        {children}
      </dd>
    </div>
  );
}

function comparePoints(mine: number, baseline: number, view: ExploreView): Difference | null {
  const points = mine - baseline;
  if (!Number.isFinite(points)) return null;
  const sign = points > 0.0005 ? 1 : points < -0.0005 ? -1 : 0;
  return { sign, text: formatPoints(points, view.language, { tight: true }) };
}

/** What the month on show says about the player's broker and the market, with differences against A. */
export function Facts({ view }: { readonly view: ExploreView }) {
  const { chosen, playhead, language, runA, runB } = view;
  const shown = readShownRun(view);
  const month = shown.months[playhead];
  const baseline = runB ? runA.months[playhead] : undefined;
  const share = readBroker(month, chosen, 'share');
  const retention = readBroker(month, chosen, 'retention12');
  const name = pick(shown.inputs.brokers[chosen].name);
  const against = (metric: 'share' | 'retention12', mine: number) =>
    baseline ? comparePoints(mine, readBroker(baseline, chosen, metric), view) : null;
  return (
    <dl class="facts">
      <Fact
        testId="fact-share"
        label={say('factShare', { name })}
        value={formatShare(share, language)}
        difference={against('share', share)}
      >
        {baseline ? <span class="note roomy"> {say('onA')}</span> : null}
      </Fact>
      <Fact
        testId="fact-retention"
        label={say('factRetention')}
        value={Number.isFinite(retention) ? formatShare(retention, language, 0) : say('notYet')}
        difference={against('retention12', retention)}
      />
      {baseline ? <PeopleFact name={name} view={view} /> : <UsersFact name={name} view={view} />}
      {baseline ? <SeedsFact view={view} /> : <ConcentrationFact view={view} />}
    </dl>
  );
}

function UsersFact({ name, view }: { readonly name: string; readonly view: ExploreView }) {
  const users = readBroker(readShownRun(view).months[view.playhead], view.chosen, 'users');
  return <Fact testId="fact-users" label={say('factUsers', { name })} value={formatPeople(users, view.language)} />;
}

function ConcentrationFact({ view }: { readonly view: ExploreView }) {
  const { language } = view;
  const month = readShownRun(view).months[view.playhead];
  return (
    <Fact
      testId="fact-concentration"
      label={say('factConcentration')}
      value={formatShare(readMarket(month, 'cr10'), language)}
    >
      <span class="note">
        <Terms text="HHI" /> <b data-testid="fact-hhi">{formatNumber(readMarket(month, 'hhi'), language)}</b>
      </span>
    </Fact>
  );
}

/** Of the broker’s clients: who fares better in B than in A, and who worse, person by person. */
function PeopleFact({ name, view }: { readonly name: string; readonly view: ExploreView }) {
  const known = people.value;
  const { better, worse } = known?.comparison.mine ?? {};
  const count = (value: number | undefined) => (value === undefined ? '…' : formatCount(value, view.language));
  const isOfMonth = known?.comparison.month === view.playhead;
  return (
    <Fact
      testId="fact-people"
      label={say('factPeople', { name })}
      value={count(better)}
      muted={!isOfMonth}
      title={known ? nameRecord(view.runA.inputs, known.comparison.month, view.language) : undefined}
    >
      <span class="note">{say('betterOff')}</span> <b>{count(worse)}</b> <span class="note">{say('worseOff')}</span>
    </Fact>
  );
}

/** In how many seeds B has the larger share; a press leads to the comparison. */
function SeedsFact({ view }: { readonly view: ExploreView }) {
  const study = seedStudy.value;
  const pairs = study?.pairs ?? [];
  const differences = listDifferences(pairs, SHARE, view.playhead);
  const face =
    differences.length === 0 ? say('askSeeds') : describeSeedCount(countSeeds(differences), 1, view.language);
  return (
    <div class="fact seeds-fact" data-testid="fact-seeds">
      <dt class="label">
        {study
          ? describeSeedProgress(pairs.length, study.seeds, study.status !== 'running', view.language)
          : say('otherSeeds')}
      </dt>
      <dd>
        <button type="button" class="btn" data-testid="open-compare" title={say('compareHint')} onClick={openCompare}>
          <b>{face}</b>
          <Icon name="compare" />
        </button>
        {differences.length > 0 ? (
          <SeedStrip differences={differences} sense={1} width={STRIP_WIDTH} language={view.language} />
        ) : null}
      </dd>
    </div>
  );
}

function openCompare(): void {
  worldMode.value = 'compare';
}
