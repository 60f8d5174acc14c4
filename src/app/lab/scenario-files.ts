import { batch } from '@preact/signals';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import { overrideScenario } from '../../experiment/model-inputs.ts';
import { describeScenario } from '../../experiment/scenario.ts';
import { chooseFirstBroker, readScenario } from '../scenario-source.ts';
import { chosenId, decisions, experiment, overrides, playhead, scenario, scenarioId } from '../store.ts';
import { forgetPast } from '../store-decisions.ts';

/** More than any scenario needs: a file of this size was chosen by mistake. */
const LARGEST_FILE_BYTES = 5_000_000;

/** The file of what is on screen, changed values included. It builds on nothing, so the command line reads it as it is. */
export function createScenarioFile(): Result<{ readonly name: string; readonly text: string }> {
  const loaded = scenario.peek();
  if (loaded === null) return fail([]);
  const changed = overrideScenario(loaded.scenario, { set: overrides.peek() });
  if (!changed.ok) return changed;
  const id = Object.keys(overrides.peek()).length > 0 ? `${loaded.scenario.id}-changed` : loaded.scenario.id;
  const file = describeScenario({ ...changed.value, id });
  return succeed({ name: `${id}.json`, text: `${JSON.stringify(file, null, 2)}\n` });
}

/** Makes a file the scenario of the page. With any problem everything stays as it was. */
export async function openScenarioFile(file: File): Promise<readonly Problem[]> {
  if (file.size > LARGEST_FILE_BYTES) {
    const expected = { en: 'a scenario file of at most 5 MB', 'zh-CN': '不超过 5 MB 的情景文件' };
    return [{ path: '', expected, got: `${Math.round(file.size / 1e6)} MB` }];
  }
  const read = await readScenario(await file.text());
  if (!read.ok) return read.problems;
  const opened = read.value.scenario;
  batch(() => {
    overrides.value = {};
    decisions.value = [];
    playhead.value = 0;
    chosenId.value = chooseFirstBroker(opened);
    scenarioId.value = opened.id;
    experiment.value = null;
    scenario.value = { ...read.value, file: file.name };
  });
  forgetPast();
  return [];
}
