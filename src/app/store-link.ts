import { batch } from '@preact/signals';
import { type Problem, succeed } from '../core/result.ts';
import { ENGINE_VERSION } from '../experiment/version.ts';
import { loadExperiment, loadExperimentList, nameArm, readExperimentId } from './experiment-source.ts';
import { formatLink, isLink, type LinkState, parseLink } from './link.ts';
import { reducedMotion } from './preferences.ts';
import { chooseFirstBroker, loadScenario, loadScenarioList } from './scenario-source.ts';
import {
  chosenId,
  DEFAULT_SCENARIO,
  DEFAULT_SEED,
  decisions,
  experiment,
  experimentList,
  failure,
  followed,
  foreignEngine,
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
  const [list, experiments] = await Promise.all([loadScenarioList(), loadExperimentList()]);
  if (list.ok) scenarioList.value = list.value;
  else failure.value = { kind: 'scenario', problems: list.problems };
  if (experiments.ok) experimentList.value = experiments.value;
  const isUnknown = list.ok && !isListed(read.state.scenario);
  if (isUnknown) addLinkProblem(describeUnknownScenario(read.state.scenario));
  const isForeign = read.state.engine !== ENGINE_VERSION;
  foreignEngine.value = isForeign ? read.state.engine : null;
  if (isForeign) addLinkProblem(describeOtherEngine(read.state.engine));
  await openState(isUnknown ? FRESH : read.state);
  playing.value = read.state.month === 0 && !reducedMotion.value;
}

/** Whether the menu offers a scenario, or an experiment with any of its arms. */
function isListed(id: string): boolean {
  const asked = readExperimentId(id);
  if (asked === null) return scenarioList.value.some((entry) => entry.id === id);
  return experimentList.value.some((entry) => entry.id === asked);
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

/** A scenario by id, or the baseline of an experiment with one of its arms. */
async function loadNamed(id: string) {
  if (readExperimentId(id) === null) {
    const loaded = await loadScenario(id);
    return loaded.ok ? succeed({ opened: loaded.value, trial: null }) : loaded;
  }
  const loaded = await loadExperiment(id);
  return loaded.ok ? succeed({ opened: loaded.value.baseline, trial: loaded.value.experiment }) : loaded;
}

/** Loads a scenario and takes over everything else of the state. What is on screen stays until it is there. */
async function openState(state: LinkState): Promise<void> {
  scenarioId.value = state.scenario;
  const loaded = await loadNamed(state.scenario);
  if (scenarioId.peek() !== state.scenario) return;
  if (!loaded.ok) {
    failure.value = { kind: 'scenario', problems: loaded.problems };
    return;
  }
  const { opened, trial } = loaded.value;
  const { brokers } = opened.scenario;
  const isBroker = (id: string) => brokers.some((broker) => broker.id === id);
  const unknown = [state.broker, ...state.decisions.map(({ broker }) => broker)].filter((id) => id && !isBroker(id));
  for (const id of new Set(unknown)) addLinkProblem(describeUnknownBroker(id));
  batch(() => {
    if (failure.value?.kind === 'scenario') failure.value = null;
    seed.value = state.seed;
    overrides.value = state.overrides;
    decisions.value = state.decisions.filter(({ broker }) => isBroker(broker));
    chosenId.value = isBroker(state.broker) ? state.broker : (trial?.file.broker ?? chooseFirstBroker(opened.scenario));
    playhead.value = Math.min(state.month, opened.scenario.months);
    experiment.value = trial;
    scenario.value = opened;
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
  foreignEngine.value = null;
  linkProblems.value = [];
  followed.value = null;
  await openState({ ...FRESH, scenario: id, seed: seed.value });
}

/** Another arm of the experiment on screen as B; month, seed and everything else stay. */
export async function chooseArm(arm: string): Promise<void> {
  const shown = experiment.peek();
  if (shown === null) return;
  await openState({
    ...FRESH,
    scenario: nameArm(shown.file.id, arm),
    seed: seed.value,
    overrides: overrides.value,
    decisions: decisions.value,
    broker: chosenId.value,
    month: view.value?.playhead ?? playhead.value,
  });
}

/** The same scenario and decisions with other luck, from the start. */
export function restartWithSeed(text: string): void {
  batch(() => {
    playhead.value = 0;
    followed.value = null;
    seed.value = text;
  });
}

export async function retryScenario(): Promise<void> {
  failure.value = null;
  if (scenarioList.value.length === 0) await openAddress();
  else await chooseScenario(scenarioId.value);
}
