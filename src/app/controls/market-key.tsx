import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { formatCount, formatPeople } from '../format.ts';
import { say } from '../i18n/say.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { countArcs, takeCensus } from '../world/census.ts';
import { RAMP_STEPS } from '../world/dot-colour.ts';
import type { ReasonColour } from '../world/palette.ts';
import { ReasonGlyph } from './icon.tsx';
import { Popover } from './popover.tsx';

/** Investors that a full cell of the density stands for; `null` while everybody is a dot. */
export const cellPeople = signal<number | null>(null);

const ARC_REASONS: readonly ReasonColour[] = ['price', 'content', 'community', 'advice', 'other', 'chance'];

function nameArc(reason: ReasonColour): string {
  if (reason === 'other') return say('otherReasons');
  return reason === 'chance' ? say('chance') : say(`lever-${reason}`);
}

function Dot({ step }: { readonly step: number }) {
  return <i class="step-dot" style={{ '--c': `var(--s${step + 1})` }} />;
}

/** What colours and arcs mean, and how many there are of each at the moment. */
export function MarketKey({ view }: { readonly view: ExploreView }) {
  const { language, colourBy, playhead } = view;
  const shown = readShownRun(view);
  const { snapshot } = shown.months[playhead];
  const census = useMemo(() => takeCensus(snapshot, colourBy), [snapshot, colourBy]);
  const arcs = useMemo(() => countArcs(shown.months, playhead), [shown.months[playhead], playhead]);
  const { agents, values } = shown.inputs;
  const peoplePerDot = (values['population.adultsMillion'] * 1e6) / snapshot.count;
  const count = (investors: number) => formatCount(investors, language);
  const explain = (investors: number) =>
    say('countMeans', { count: count(investors), people: formatPeople(investors * peoplePerDot, language) });
  return (
    <div class="key" data-testid="key">
      <div class="row">
        <span class="ramp">
          <span class="low">{say(`low-${colourBy}`)}</span>
          {census.steps.map((investors, step) => (
            <span key={step} class="step" title={explain(investors)} data-testid={`count-step-${step}`}>
              <Dot step={step} />
              <b>{count(investors)}</b>
            </span>
          ))}
          <span class="high">{say(`high-${colourBy}`)}</span>
        </span>
        <span class="r" title={explain(census.dormant)}>
          <i class="dim" />
          {say('dormantKey')} <b data-testid="count-dormant">{count(census.dormant)}</b>
        </span>
        <span class="r" title={explain(census.ashore)}>
          <i class="ashore" />
          {say('ashoreKey')} <b data-testid="count-ashore">{count(census.ashore)}</b>
        </span>
        <span class="grow" />
        <Sample view={view} shown={snapshot.count} agents={agents} peoplePerDot={peoplePerDot} />
      </div>
      <div class="row arcs">
        <span class="faint" title={say('arcsMeaning')}>
          {say('arcsKey')}
        </span>
        {ARC_REASONS.map((reason) => (
          <span key={reason} class="r">
            <ReasonGlyph name={reason === 'other' ? 'more' : reason} />
            {nameArc(reason)} <b data-testid={`count-arc-${reason}`}>{count(arcs.get(reason) ?? 0)}</b>
          </span>
        ))}
      </div>
    </div>
  );
}

/** The key behind a button, for screens that have no room for it beside the map. */
export function KeyButton({ view }: { readonly view: ExploreView }) {
  const face = (
    <>
      <span class="ramp-dots" aria-hidden="true">
        {Array.from({ length: RAMP_STEPS }, (_, step) => (
          <Dot key={step} step={step} />
        ))}
      </span>
      {say('marketKey')}
    </>
  );
  return (
    <Popover testId="open-key" label={say('marketKeyMeaning')} face={face}>
      {() => (
        <section class="key-panel" aria-label={say('marketKey')}>
          <h3 class="title">{say(`colour-${view.colourBy}`)}</h3>
          <MarketKey view={view} />
        </section>
      )}
    </Popover>
  );
}

interface SampleProps {
  readonly view: ExploreView;
  readonly shown: number;
  readonly agents: number;
  readonly peoplePerDot: number;
}

/** What one mark of the map stands for. */
function Sample({ view: { language }, shown, agents, peoplePerDot }: SampleProps) {
  const perCell = cellPeople.value;
  const [sample, all] = [shown, agents].map((value) => formatCount(value, language));
  const isWhole = shown === agents;
  return (
    <span class="faint" title={isWhole ? say('allShown', { all }) : undefined} data-testid="sample">
      {perCell === null
        ? say('dotMeans', { people: formatPeople(Math.round(peoplePerDot), language) })
        : say('cellMeans', {
            investors: formatCount(Math.round(perCell), language),
            people: formatPeople(perCell * peoplePerDot, language),
          })}
      {isWhole ? '' : ` · ${say('sampleShown', { sample, all })}`}
    </span>
  );
}
