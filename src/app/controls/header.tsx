import type { ComponentChildren } from 'preact';
import { lazy, Suspense } from 'preact/compat';
import { nameArm, readExperimentId } from '../experiment-source.ts';
import { openGlossary } from '../glossary/glossary-dialog.tsx';
import { pick, say } from '../i18n/say.ts';
import { chosenTheme, language, theme } from '../preferences.ts';
import { readShownRun } from '../run-data.ts';
import {
  decisions,
  experiment,
  experimentList,
  overrides,
  runA,
  runB,
  scenario,
  scenarioId,
  scenarioList,
  seed,
  view,
} from '../store.ts';
import { chooseScenario } from '../store-link.ts';
import { pending } from '../store-runs.ts';
import { copyCommand, copyHash, copyLink } from './copying.ts';
import { openHelp } from './help-dialog.tsx';
import { Icon, Logo } from './icon.tsx';
import { ChoiceMenu, moveInMenu, Popover } from './popover.tsx';
import { SeedField } from './seed-field.tsx';

const LazyItems = lazy(async () => (await import('../export/export-menu.tsx')).ExportItems);

function ExportItems({ close }: { readonly close: () => void }) {
  return (
    <Suspense fallback={<p class="empty">{say('loading')}</p>}>
      <LazyItems close={close} />
    </Suspense>
  );
}

/** Files of what is on screen. */
function ExportMenu({ door }: { readonly door: Door }) {
  if (door !== 'explore') return null;
  return (
    <Popover testId="export" label={say('exportFiles')} face={<span>{say('export')}</span>} className="btn wide" bare>
      {(close) => (
        <div role="menu" class="menu" aria-label={say('export')} onKeyDown={moveInMenu}>
          <ExportItems close={close} />
        </div>
      )}
    </Popover>
  );
}

export type Door = 'explore' | 'learn' | 'lab' | 'scoreboard';

/** The doors that show no run of their own. */
const READING: readonly Door[] = ['scoreboard', 'learn'];

/** The scoreboard is a room of the Lab. */
function readCurrent(door: Door, to: Door): 'page' | 'true' | undefined {
  if (door === to) return 'page';
  return door === 'scoreboard' && to === 'lab' ? 'true' : undefined;
}

function Doors({ door }: { readonly door: Door }) {
  const link = (to: 'explore' | 'learn' | 'lab', name: string) => (
    <a href={`#${to}`} aria-current={readCurrent(door, to)} data-testid={`door-${to}`}>
      {name}
    </a>
  );
  return (
    <nav class="doors" aria-label={say('doors')}>
      {link('explore', say('explore'))}
      {link('learn', say('learn'))}
      {link('lab', say('lab'))}
    </nav>
  );
}

function ScenarioMenu() {
  const trial = experiment.value;
  const shown = trial ? trial.file.title : scenario.value?.scenario.title;
  const title = shown ? pick(shown) : say('loadingScenario');
  const options = [
    ...scenarioList.value.map((entry) => ({
      value: entry.id,
      label: pick(entry.title),
      note: say(`kind-${entry.kind}`),
    })),
    // Question first: it is what one chooses by.
    ...experimentList.value.map((entry) => ({
      value: nameArm(entry.id),
      label: pick(entry.question),
      note: pick(entry.title),
    })),
  ];
  const asked = readExperimentId(scenarioId.value);
  return (
    <ChoiceMenu
      testId="scenario"
      label={say('chooseScenario')}
      className="btn scenario"
      face={<span class="cut">{title}</span>}
      value={asked === null ? scenarioId.value : nameArm(asked)}
      options={options}
      onChoose={chooseScenario}
    />
  );
}

/** Which line is which. B is there only while something was decided in Explore, or changed in the Lab. */
function Legend({ door }: { readonly door: Door }) {
  const trial = door === 'lab' ? null : experiment.value;
  const hasB = door === 'lab' ? Object.keys(overrides.value).length > 0 : trial !== null || decisions.value.length > 0;
  return (
    <span class="legend wide" data-testid="legend">
      <span class="row">
        <i class="sw a" />
        <b>A</b> {trial ? pick(trial.file.arms[0].title) : say('baseline')}
      </span>
      {hasB ? (
        <span class="row">
          <i class="sw b" />
          <b>B</b> {trial ? pick(trial.file.arms[trial.arm].title) : say('mine')}
        </span>
      ) : null}
    </span>
  );
}

/** First and last digits of the state hash; equal hashes mean equal runs. */
function StateHash() {
  const run = runA.value && readShownRun({ runA: runA.value, runB: runB.value });
  const hash = pending.a.value || pending.b.value ? null : (run?.stateHash ?? null);
  if (hash === null) {
    return (
      <span class="mono faint hash roomy" data-testid="state-hash" data-hash="">
        {run?.status === 'running' ? say('computing') : ''}
      </span>
    );
  }
  return (
    <button
      type="button"
      class="btn mono faint hash roomy"
      title={say('hashMeaning', { hash })}
      data-testid="state-hash"
      data-hash={hash}
      onClick={() => copyHash(hash)}
    >
      {hash.slice(0, 4)}·{hash.slice(-4)}
    </button>
  );
}

function SeedMenu() {
  const face = (
    <>
      <span class="label">{say('seed')}</span> <span class="cut">{seed.value}</span>
    </>
  );
  return (
    <Popover testId="seed" label={say('changeSeed')} face={face} className="btn wide">
      {(close) => <SeedField onDone={close} />}
    </Popover>
  );
}

function toggleTheme(): void {
  chosenTheme.value = theme.value === 'dark' ? 'light' : 'dark';
}

interface ActionProps {
  readonly testId: string;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

function MenuAction({ testId, onPress, children }: ActionProps) {
  return (
    <button type="button" role="menuitem" data-testid={testId} onClick={onPress}>
      {children}
    </button>
  );
}

/** What a narrow header has no room for. */
function MoreMenu({ door }: { readonly door: Door }) {
  return (
    <Popover testId="more" label={say('more')} face={<Icon name="more" />} className="btn icon narrow" plain>
      {(close) => {
        const then = (act: () => void) => () => {
          close();
          act();
        };
        return (
          <div role="menu" class="menu" aria-label={say('more')} onKeyDown={moveInMenu}>
            {(['explore', 'learn', 'lab', 'scoreboard'] as const)
              .filter((other) => other !== door)
              .map((other) => (
                <a key={other} role="menuitem" href={`#${other}`} onClick={close} data-testid={`more-${other}`}>
                  {say(other)}
                </a>
              ))}
            {READING.includes(door) ? null : (
              <MenuAction testId="more-share" onPress={then(copyLink)}>
                {say('share')}
              </MenuAction>
            )}
            <MenuAction testId="more-command" onPress={then(copyCommand)}>
              {say('copyCommand')}
            </MenuAction>
            <MenuAction testId="more-theme" onPress={then(toggleTheme)}>
              {say(theme.value === 'dark' ? 'useLight' : 'useDark')}
            </MenuAction>
            <MenuAction testId="more-glossary" onPress={then(openGlossary)}>
              {say('glossary')}
            </MenuAction>
            <MenuAction testId="more-help" onPress={then(openHelp)}>
              {say('help')}
            </MenuAction>
            {door === 'explore' ? (
              <>
                <hr />
                <ExportItems close={close} />
              </>
            ) : null}
            {READING.includes(door) ? null : (
              <>
                <hr />
                <SeedField onDone={close} />
              </>
            )}
          </div>
        );
      }}
    </Popover>
  );
}

function LanguageButton() {
  const other = language.value === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      class="btn"
      lang={other}
      data-testid="language"
      onClick={() => {
        language.value = other;
      }}
    >
      {other === 'en' ? 'EN' : '中文'}
    </button>
  );
}

function ThemeButton() {
  const label = say(theme.value === 'dark' ? 'useLight' : 'useDark');
  return (
    <button
      type="button"
      class="btn icon not-phone"
      aria-label={label}
      title={label}
      data-testid="theme"
      onClick={toggleTheme}
    >
      <Icon name={theme.value === 'dark' ? 'sun' : 'moon'} />
    </button>
  );
}

export function Header({ door }: { readonly door: Door }) {
  return (
    <header class="top">
      {view.value === null && door === 'explore' ? null : <h1 class="vh">{say('pageTitle')}</h1>}
      <a class="brand" href="#explore" aria-label="Brokerscape 券商沙盘">
        <Logo />
        <span>Brokerscape</span>
        <small lang="zh">券商沙盘</small>
      </a>
      <Doors door={door} />
      {READING.includes(door) ? null : (
        <>
          <span class="sep not-phone" />
          <ScenarioMenu />
          <Legend door={door} />
          <SeedMenu />
          <StateHash />
        </>
      )}
      <span class="grow" />
      {door === 'lab' ? (
        <a class="btn wide" href="#scoreboard" data-testid="door-scoreboard">
          {say('scoreboard')}
        </a>
      ) : null}
      {READING.includes(door) ? null : (
        <button type="button" class="btn wide" data-testid="share" onClick={copyLink}>
          {say('share')}
        </button>
      )}
      <ExportMenu door={door} />
      <button type="button" class="btn roomy" data-testid="copy-command" onClick={copyCommand}>
        {say('copyCommand')}
      </button>
      <span class="sep wide" />
      <LanguageButton />
      <ThemeButton />
      <button
        type="button"
        class="btn icon not-phone"
        aria-label={say('help')}
        title={say('help')}
        data-testid="help"
        onClick={openHelp}
      >
        ?
      </button>
      <MoreMenu door={door} />
    </header>
  );
}
