import { batch } from '@preact/signals';
import type { Problem } from '../core/result.ts';
import { ENGINE_VERSION } from '../experiment/version.ts';
import { formatLink, isLink, type LinkState, parseLink } from './link.ts';
import { reducedMotion } from './preferences.ts';
import { chooseFirstBroker, loadScenario, loadScenarioList } from './scenario-source.ts';
import {
  chosenId,
  DEFAULT_SCENARIO,
  DEFAULT_SEED,
  decisions,
  failure,
  linkProblems,
  overrides,
  playhead,
  playing,
  scenario,
  scenarioId,
  scenarioList,
  seed,
  view,
} from './store.ts';
import { forgetPast } from './store-decisions.ts';

const FRESH: LinkState = {
  scenario: DEFAULT_SCENARIO,
  seed: DEFAULT_SEED,
  overrides: {},
  decisions: [],
  broker: '',
  month: 0,
  engine: ENGINE_VERSION,
};

/** The address that restores what is on screen. */
export function formatShareLink(): string {
  const state: LinkState = {
    scenario: scenarioId.value,
    seed: seed.value,
    overrides: overrides.value,
    decisions: decisions.value,
    broker: chosenId.value,
    month: view.value?.playhead ?? playhead.value,
    engine: ENGINE_VERSION,
  };
  return `${location.href.split('#')[0]}#${formatLink(state)}`;
}

/** The address after `#`; as it stands where it is not well-formed, so that the link is refused with a message. */
function readFragment(): string {
  const fragment = location.hash.slice(1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Begins with what the address asks for, or afresh; plays at once unless a month was asked for. */
export async function openAddress(): Promise<void> {
  const fragment = readFragment();
  const read = isLink(fragment) ? parseLink(fragment, FRESH) : { state: FRESH, problems: [] };
  linkProblems.value = read.problems;
  const list = await loadScenarioList();
  if (list.ok) scenarioList.value = list.value;
  else failure.value = { kind: 'scenario', problems: list.problems };
  const isUnknown = list.ok && !list.value.some(({ id }) => id === read.state.scenario);
  if (isUnknown) addLinkProblem(describeUnknownScenario(read.state.scenario));
  if (read.state.engine !== ENGINE_VERSION) addLinkProblem(describeOtherEngine(read.state.engine));
  await openState(isUnknown ? FRESH : read.state);
  playing.value = read.state.month === 0 && !reducedMotion.value;
}

function addLinkProblem(problem: Problem): void {
  linkProblems.value = [...linkProblems.value, problem];
}

function describeUnknownScenario(id: string): Problem {
  const expected = { en: 'a scenario of this page', 'zh-CN': '本页面的情景' };
  return { path: 'scenario', expected, got: id };
}

function describeOtherEngine(version: string): Problem {
  const expected = {
    en: `engine ${ENGINE_VERSION}; figures may differ from those the sender saw`,
    'zh-CN': `引擎 ${ENGINE_VERSION}；数字可能与发送者所见不同`,
  };
  return { path: 'engine', expected, got: version };
}

/** Loads a scenario and takes over everything else of the state. What is on screen stays until it is there. */
async function openState(state: LinkState): Promise<void> {
  scenarioId.value = state.scenario;
  const loaded = await loadScenario(state.scenario);
  if (scenarioId.peek() !== state.scenario) return;
  if (!loaded.ok) {
    failure.value = { kind: 'scenario', problems: loaded.problems };
    return;
  }
  const { brokers } = loaded.value.scenario;
  const isBroker = (id: string) => brokers.some((broker) => broker.id === id);
  const unknown = [state.broker, ...state.decisions.map(({ broker }) => broker)].filter((id) => id && !isBroker(id));
  for (const id of new Set(unknown)) addLinkProblem(describeUnknownBroker(id));
  batch(() => {
    if (failure.value?.kind === 'scenario') failure.value = null;
    seed.value = state.seed;
    overrides.value = state.overrides;
    decisions.value = state.decisions.filter(({ broker }) => isBroker(broker));
    chosenId.value = isBroker(state.broker) ? state.broker : chooseFirstBroker(loaded.value.scenario);
    playhead.value = Math.min(state.month, loaded.value.scenario.months);
    scenario.value = loaded.value;
  });
  forgetPast();
}

function describeUnknownBroker(id: string): Problem {
  const expected = { en: 'a broker of the scenario', 'zh-CN': '情景中的券商' };
  return { path: 'broker', expected, got: id };
}

/** Another scenario, from its start, with its own values and no decisions. Seed and broker stay where they can. */
export async function chooseScenario(id: string): Promise<void> {
  playing.value = false;
  linkProblems.value = [];
  await openState({ ...FRESH, scenario: id, seed: seed.value });
}

/** The same scenario and decisions with other luck, from the start. */
export function restartWithSeed(text: string): void {
  batch(() => {
    playhead.value = 0;
    seed.value = text;
  });
}

export async function retryScenario(): Promise<void> {
  failure.value = null;
  if (scenarioList.value.length === 0) await openAddress();
  else await chooseScenario(scenarioId.value);
}
