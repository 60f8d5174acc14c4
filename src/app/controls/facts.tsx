import type { ComponentChildren } from 'preact';
import { formatNumber, formatPeople, formatPoints, formatShare } from '../format.ts';
import { pick, say } from '../i18n/say.ts';
import { readBroker, readMarket } from '../readings.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';

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
  readonly children?: ComponentChildren;
}

function Fact({ testId, label, value, difference = null, children }: FactProps) {
  const tone = difference === null || difference.sign === 0 ? '' : difference.sign > 0 ? 'gain' : 'loss';
  const mark = tone === '' ? '' : tone === 'gain' ? '▲ ' : '▼ ';
  return (
    <div class="fact" data-testid={testId}>
      <dt class="label">{label}</dt>
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
      <Fact
        testId="fact-users"
        label={say('factUsers', { name })}
        value={formatPeople(readBroker(month, chosen, 'users'), language)}
      />
      <Fact
        testId="fact-concentration"
        label={say('factConcentration')}
        value={formatShare(readMarket(month, 'cr10'), language)}
      >
        <span class="note">
          HHI <b data-testid="fact-hhi">{formatNumber(readMarket(month, 'hhi'), language)}</b>
        </span>
      </Fact>
    </dl>
  );
}
