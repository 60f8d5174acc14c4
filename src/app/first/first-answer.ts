import { batch, effect } from '@preact/signals';
import { chosenId, decisions, failure, runA, runB, scenario, seed } from '../store.ts';
import { readMapMonth } from './computed-month.ts';
import { computeFirstResult } from './first-result.ts';
import { failureCause, mapMonth, mapMonths, mapPlaying, result, stage, visit } from './first-state.ts';

let stop = () => {};

/**
 * Runs the market with the cut, as a decision on the very run that the page has computed, and shows it as it comes. It is
 * B of Explore afterwards. Tells the result when the months that the question asks for are there, in A as well.
 */
export function runAnswer(): void {
  const shown = visit.peek();
  if (shown === null) return;
  stop();
  const { question, run } = shown;
  const people = run.people.broker.length;
  const cutter = run.brokers.findIndex(({ id }) => id === question.cut.broker);
  batch(() => {
    stage.value = 'running';
    result.value = null;
    mapMonths.value = [];
    mapMonth.value = 0;
    mapPlaying.value = true;
  });
  const stopAsking = effect(() => {
    if (scenario.value === null) return;
    batch(() => {
      seed.value = run.seed;
      chosenId.value = question.cut.broker;
      decisions.value = [{ month: 0, broker: question.cut.broker, lever: 'price', value: question.cut.value }];
    });
  });
  const stopShowing = effect(() => {
    if (failure.value !== null) {
      const { value } = failure;
      failureCause.value = value.kind === 'engine' ? value.message : value.problems.map(({ path }) => path).join(', ');
      stage.value = 'failed';
      return;
    }
    const [a, b] = [runA.value?.months ?? [], runB.value?.months ?? []];
    const brokers = run.brokers.length;
    if (b.length > mapMonths.peek().length) {
      const fresh = b.slice(mapMonths.peek().length, question.months + 1);
      mapMonths.value = [...mapMonths.peek(), ...fresh.map((month) => readMapMonth(month, brokers, people))];
    }
    if (a.length <= question.months || b.length <= question.months || stage.peek() !== 'running') return;
    result.value = computeFirstResult(a, b, { cutter, brokers, months: question.months });
    stage.value = 'answered';
    mapMonth.value = question.months;
  });
  stop = () => {
    stopAsking();
    stopShowing();
  };
}

/** Gives up the run that was asked for; what was there before the question is there again. */
export function stopAnswer(): void {
  stop();
  decisions.value = [];
}

/** Follows the run no longer; what it came to stays. */
export function endAnswer(): void {
  stop();
}
