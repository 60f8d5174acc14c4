import { effect, signal } from '@preact/signals';
import { LEVERS, type Lever } from '../model/inputs.ts';
import { createEngineClient, type EngineClient } from './engine-client.ts';
import { applyDecisions, type PlayerDecisions } from './player-decisions.ts';
import { readBroker } from './readings.ts';
import type { RunData } from './run-data.ts';
import { chosen, chosenId, decisions, runA, runB } from './store.ts';

/** What one lever alone does to the chosen broker's share at the horizon, against A. */
export type LeverEffect =
  | { readonly kind: 'none' }
  /** `working`: an older value stays until the new one is there. */
  | { readonly kind: 'known' | 'working'; readonly points: number };

export const leverEffects = signal<Readonly<Partial<Record<Lever, LeverEffect>>>>({});

/** Months go unseen here: only the last one counts. */
const SMALLEST_SAMPLE = 1;

/** A worker of its own, so that single effects never keep the runs on screen waiting. Made when two levers differ. */
let engine: EngineClient | null = null;
let round = 0;

function readFinalShare(run: RunData, broker: number): number {
  return readBroker(run.months[run.months.length - 1], broker, 'share');
}

function setEffect(lever: Lever, next: LeverEffect): void {
  leverEffects.value = { ...leverEffects.peek(), [lever]: next };
}

function markWorking(lever: Lever): void {
  const known = leverEffects.peek()[lever];
  setEffect(lever, { kind: 'working', points: known && known.kind !== 'none' ? known.points : 0 });
}

/** The share that the broker would have at the horizon with these decisions only; `null` when the run came to nothing. */
async function computeFinalShare(run: RunData, made: PlayerDecisions, broker: number): Promise<number | null> {
  engine ??= createEngineClient(() => {});
  let share: number | null = null;
  const request = { inputs: applyDecisions(run.inputs, made), seed: run.seed, sample: SMALLEST_SAMPLE };
  const outcome = await engine.run('b', request, (_, months) => {
    const last = months.at(-1);
    if (last) share = readBroker(last, broker, 'share');
  });
  return outcome.kind === 'done' ? share : null;
}

/** One lever after the other, as long as nothing newer is asked. */
async function computeSingly(
  levers: readonly Lever[],
  run: RunData,
  made: PlayerDecisions,
  broker: number,
): Promise<void> {
  const mine = ++round;
  const base = readFinalShare(run, broker);
  for (const lever of levers) {
    const alone = made.filter((decision) => decision.lever === lever);
    const share = await computeFinalShare(run, alone, broker);
    if (mine !== round) return;
    setEffect(lever, share === null ? { kind: 'none' } : { kind: 'known', points: share - base });
  }
}

/**
 * Keeps the effect of each moved lever. With one moved lever it is the difference of the runs on screen; with several,
 * each is run alone, because the effects of levers do not add up.
 */
export function followEffects(): void {
  let settled: RunData | null = null;
  let settledBroker = -1;
  effect(() => {
    const [a, b, made, broker] = [runA.value, runB.value, decisions.value, chosen.value];
    const mine = made.filter((decision) => decision.broker === chosenId.value);
    const moved = LEVERS.filter((lever) => mine.some((decision) => decision.lever === lever));
    if (!a || !b || moved.length === 0) {
      round++;
      settled = null;
      if (Object.keys(leverEffects.peek()).length > 0) leverEffects.value = {};
      return;
    }
    // For a moment after a decision the run on screen is the one before.
    const isSettled = a.status === 'done' && b.status === 'done' && b.made === made;
    if (!isSettled) {
      round++;
      for (const lever of moved) if (leverEffects.peek()[lever]?.kind !== 'working') markWorking(lever);
      return;
    }
    if (settled === b && settledBroker === broker) return;
    settled = b;
    settledBroker = broker;
    if (moved.length === 1 && mine.length === made.length) {
      leverEffects.value = {
        [moved[0]]: { kind: 'known', points: readFinalShare(b, broker) - readFinalShare(a, broker) },
      };
      return;
    }
    leverEffects.value = Object.fromEntries(
      moved.map((lever) => [lever, leverEffects.peek()[lever] ?? { kind: 'working', points: 0 }]),
    );
    void computeSingly(moved, a, mine, broker);
  });
}
