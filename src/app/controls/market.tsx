import { signal } from '@preact/signals';
import { lazy, Suspense } from 'preact/compat';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { isPhone } from '../preferences.ts';
import type { ColourBy, ExploreView } from '../run-data.ts';
import { MOST_DOTS, readShownRun } from '../run-data.ts';
import { chosenId, colourBy, view as currentView, followed, runA, runB, type WorldMode, worldMode } from '../store.ts';
import { follower } from '../store-follow.ts';
import { Facts } from './facts.tsx';
import { FollowCard } from './follow-card.tsx';
import { Guard } from './guard.tsx';
import { Icon } from './icon.tsx';
import { cellPeople, KeyButton, MarketKey } from './market-key.tsx';
import { ChoiceMenu } from './popover.tsx';

const TableView = lazy(async () => (await import('../charts/table-view.tsx')).TableView);
const FlowsView = lazy(async () => (await import('../flows/flows-view.tsx')).FlowsView);
const SegmentsView = lazy(async () => (await import('../flows/segments-view.tsx')).SegmentsView);
const CompareView = lazy(async () => (await import('../compare/compare-view.tsx')).CompareView);

const COLOURS: readonly ColourBy[] = ['age', 'experience', 'riskTolerance', 'satisfaction'];

/** Why the market cannot be drawn here, or empty. Then the table stands in. */
const stageProblem = signal('');

function failStage(reason: string): void {
  stageProblem.value = reason;
  worldMode.value = 'table';
}

/** The pixi market lives outside of the tree of components: it is told what to show and nothing else. */
function Sea({ view }: { readonly view: ExploreView }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => mountStage(host.current!), []);
  return (
    <section
      id="sea"
      ref={host}
      aria-label={say('mapLabel', { count: readShownRun(view).inputs.brokers.length })}
      data-testid="market"
    >
      <FollowCard view={view} />
    </section>
  );
}

/** @returns what takes the stage down again, also when it was still being built */
function mountStage(host: HTMLElement): () => void {
  let isGone = false;
  let release = () => {};
  import('../world/stage.ts')
    .then(async ({ createStage }) => {
      const onPickBroker = (index: number) => {
        const broker = currentView.peek()?.runA.inputs.brokers[index];
        if (broker) chosenId.value = broker.id;
      };
      const onPickInvestor = (slot: number) => {
        followed.value = { slot, month: currentView.peek()?.playhead ?? 0 };
      };
      const onCells = (people: number | null) => {
        cellPeople.value = people;
      };
      const stage = await createStage(host, { onPickBroker, onPickInvestor, onCells, onFail: failStage });
      if (isGone) return stage.destroy();
      const stopFollowing = currentView.subscribe((view) => view && stage.show(view));
      const stopRing = follower.subscribe((person) => stage.follow(person));
      const observer = new ResizeObserver(() => stage.resize());
      observer.observe(host);
      release = () => {
        stopFollowing();
        stopRing();
        observer.disconnect();
        stage.destroy();
      };
    })
    .catch((error: unknown) => failStage(error instanceof Error ? error.message : String(error)));
  return () => {
    isGone = true;
    release();
  };
}

function toggleFullScreen(): void {
  const market = document.getElementById('market');
  if (document.fullscreenElement) void document.exitFullscreen();
  else void market?.requestFullscreen();
}

/** What the dots' colour stands for. */
function ColourChoice() {
  return (
    <>
      <span class="sep" />
      <ChoiceMenu
        testId="colour-by"
        label={say('chooseColour')}
        face={
          <>
            <span class="label">{say('colour')}</span> {say(`colour-${colourBy.value}`)}
          </>
        }
        value={colourBy.value}
        options={COLOURS.map((value) => ({ value, label: say(`colour-${value}`) }))}
        onChoose={(value) => {
          colourBy.value = value;
        }}
      />
    </>
  );
}

interface Mode {
  readonly value: WorldMode;
  readonly label: string;
}

/** The ways in which the market can be shown: A beside B only where there is a B. */
function listModes(): Mode[] {
  const map = say((runA.value?.inputs.agents ?? 0) > MOST_DOTS ? 'density' : 'dots');
  const hasCompare = runB.value !== null || worldMode.value === 'compare';
  return [
    { value: 'map', label: map },
    { value: 'flows', label: say('flows') },
    { value: 'segments', label: say('segments') },
    { value: 'table', label: say('table') },
    ...(hasCompare ? [{ value: 'compare', label: say('compare') } as const] : []),
  ];
}

/** On a phone, below the map: what is opened here covers the sheet and leaves the islands in sight. */
function PhoneTools({ view }: { readonly view: ExploreView }) {
  const modes = listModes();
  const isMap = worldMode.value === 'map';
  return (
    <div class="tools">
      <ChoiceMenu
        testId="world-mode"
        label={say('marketAs')}
        face={modes.find(({ value }) => value === worldMode.value)?.label}
        value={worldMode.value}
        options={modes.filter(({ value }) => value !== 'map' || stageProblem.value === '')}
        onChoose={(value) => {
          worldMode.value = value;
        }}
      />
      {isMap ? <ColourChoice /> : null}
      <span class="grow" />
      {isMap ? <KeyButton view={view} /> : null}
    </div>
  );
}

function Tools() {
  const button = ({ value, label }: Mode) => (
    <button
      key={value}
      type="button"
      aria-pressed={worldMode.value === value}
      disabled={value === 'map' && stageProblem.value !== ''}
      title={value === 'map' && stageProblem.value !== '' ? say('noMap') : undefined}
      data-testid={`world-${value}`}
      onClick={() => {
        worldMode.value = value;
      }}
    >
      {label}
    </button>
  );
  return (
    <div class="tools">
      <fieldset class="seg" aria-label={say('marketAs')}>
        {listModes().map(button)}
      </fieldset>
      {worldMode.value === 'map' ? <ColourChoice /> : null}
      <span class="grow" />
      {worldMode.value === 'map' ? <span class="faint nowrap roomy">{say('centreOldest')}</span> : null}
      <button
        type="button"
        class="btn icon"
        aria-label={say('fullScreen')}
        title={say('fullScreen')}
        data-testid="full-screen"
        onClick={toggleFullScreen}
      >
        <Icon name="expand" />
      </button>
    </div>
  );
}

const PANELS = { flows: FlowsView, segments: SegmentsView, table: TableView, compare: CompareView } as const;

/** What stands in the place of the sand table. */
function Panel({ mode, view }: { readonly mode: Exclude<WorldMode, 'map'>; readonly view: ExploreView }) {
  const Shown = PANELS[mode];
  return (
    <div id="sea" class="as-table" data-testid={`market-${mode}`}>
      <Guard>
        <Suspense fallback={<p class="empty">{say('loading')}</p>}>
          <Shown view={view} />
        </Suspense>
      </Guard>
    </div>
  );
}

/** The middle of the page: facts, the sand table or its table, and the key. */
export function Market({ view }: { readonly view: ExploreView }) {
  return (
    <main id="market">
      <h2 class="vh">{say('market')}</h2>
      <Facts view={view} />
      {isPhone.value ? null : <Tools />}
      {stageProblem.value === '' ? null : (
        <p class="notice" role="status" data-testid="no-map">
          <Icon name="warn" /> {say('noMapBecause', { reason: stageProblem.value })}
        </p>
      )}
      {worldMode.value === 'map' ? <Sea view={view} /> : <Panel mode={worldMode.value} view={view} />}
      {isPhone.value ? <PhoneTools view={view} /> : worldMode.value === 'map' ? <MarketKey view={view} /> : null}
    </main>
  );
}
