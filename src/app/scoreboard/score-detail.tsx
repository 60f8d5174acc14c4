import type { ComponentChildren } from 'preact';
import type { Text } from '../../core/text.ts';
import type { Evidence } from '../../experiment/evidence.ts';
import type { ScoreboardRow, Spread } from '../../experiment/scoreboard.ts';
import type { Target } from '../../experiment/target.ts';
import { pick } from '../i18n/say.ts';
import { language } from '../preferences.ts';
import { chooseScenario } from '../store-link.ts';
import { Histogram } from './histogram.tsx';
import { formatInterval, formatWithUnit } from './score-figures.ts';
import { describeTarget } from './sentences.ts';
import { USES, VERDICTS, WORDS } from './words.ts';

const TAGS = { hit: 'tag', near: 'tag warn', miss: 'tag bad', unjudged: 'tag' } as const;

interface ScoreDetailProps {
  readonly row: ScoreboardRow;
  readonly evidence: Evidence;
  /** Parameters that move the figure, the strongest first, in words; empty where nobody has computed them. */
  readonly sensitive: readonly string[];
}

/** One target: what the seeds say, what the figure is, and why the model may miss it. */
export function ScoreDetail({ row, evidence, sensitive }: ScoreDetailProps) {
  const { target, verdict, figures } = row;
  return (
    <div class="score-detail" data-testid="score-detail" data-target={target.id}>
      <span class={TAGS[verdict]}>
        {pick(VERDICTS[verdict].name)} · {pick(USES[target.use].tag)}
      </span>
      <h3>{pick(target.label)}</h3>
      <p data-testid="score-sentence">{describeTarget(row, language.value)}</p>
      <Histogram target={target} values={figures.filter((value) => value !== null)} language={language.value} />
      <dl>
        <Sources target={target} evidence={evidence} />
        <Fact name={WORDS.reading}>
          {target.contradictions.length > 0 ? <span class="faint">{target.contradictions.join(', ')} </span> : null}
          {pick(target.reading)}
        </Fact>
        {row.cause === null ? null : <Fact name={WORDS.cause}>{pick(row.cause)}</Fact>}
        {sensitive.length > 0 ? (
          <Fact name={WORDS.sensitive}>{sensitive.join(language.value === 'en' ? ', ' : '、')}</Fact>
        ) : null}
        <Spreads row={row} />
      </dl>
      <div class="row">
        <button type="button" class="btn line" data-testid="score-open-lab" onClick={() => openInLab(target)}>
          {pick(WORDS.openInLab)}
        </button>
      </div>
    </div>
  );
}

function Fact({ name, children }: { readonly name: Text; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{pick(name)}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Sources({ target, evidence }: { readonly target: Target; readonly evidence: Evidence }) {
  return (
    <Fact name={WORDS.source}>
      {target.sources.map((id) => (
        <div key={id}>
          <span class="source">{id}</span> {evidence.get(id)?.[language.value]}
        </div>
      ))}
    </Fact>
  );
}

/** What the figure is where parameters and structures are not those shipped, but could be. */
function Spreads({ row: { target, cloud, structures } }: { readonly row: ScoreboardRow }) {
  return (
    <>
      {cloud === null ? null : <Fact name={WORDS.posterior}>{describeSpread(target, cloud)}</Fact>}
      {structures.length === 0 ? null : (
        <Fact name={WORDS.structures}>
          {structures.map(({ id, title, isAccepted, spread }) => (
            <div key={id}>
              {pick(title)}
              {isAccepted ? '' : ` (${pick(WORDS.notAccepted)})`}:{' '}
              {spread === null ? '–' : describeSpread(target, spread)}
            </div>
          ))}
        </Fact>
      )}
    </>
  );
}

function describeSpread(target: Target, spread: Spread): string {
  const median = formatWithUnit(target, spread.median, language.value);
  const interval = formatInterval(target, spread, language.value);
  return language.value === 'en' ? `${median} (${interval})` : `${median}（${interval}）`;
}

/** The scenario that the figure is read from, in the Lab. */
function openInLab({ scenario }: Target): void {
  void chooseScenario(scenario);
  location.hash = 'lab';
}
