import type { Lever } from '../../model/inputs.ts';
import { formatBp, formatMoney, formatPoints } from '../format.ts';
import { Terms } from '../glossary/terms.tsx';
import { type MessageKey, say } from '../i18n/say.ts';
import { CENTS_PER_MILLION, chooseLeverRange, readLever } from '../lever-values.ts';
import { findDecision } from '../player-decisions.ts';
import { BROKER_STATUS, readBroker } from '../readings.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { decisions } from '../store.ts';
import { moveLever, resetLever } from '../store-decisions.ts';
import { type LeverEffect, leverEffects } from '../store-effects.ts';
import { Icon, ReasonGlyph, reasonColour } from './icon.tsx';

const QUARTER = 3;
/** Below this a difference of spending is none: CNY 5,000 a quarter, or one per cent. */
const SAME_MILLIONS = 0.005;
const SAME_PART = 0.01;

/** Where a lever stands in A and in what is on show, and what the slider offers. */
interface LeverState {
  readonly value: number;
  readonly baseline: number;
  readonly max: number;
  readonly step: number;
  readonly isHeld: boolean;
}

function readState(view: ExploreView, lever: Lever): LeverState {
  const { runA, chosen, playhead } = view;
  const baseline = readLever(runA.months, chosen, lever, Math.min(playhead, runA.months.length - 1));
  const shown = readShownRun(view);
  const broker = runA.inputs.brokers[chosen].id;
  const held = findDecision(decisions.value, broker, lever, playhead);
  const isShown = playhead + 1 < shown.months.length;
  const value = held?.value ?? (isShown ? readLever(shown.months, chosen, lever, playhead) : baseline);
  const range = chooseLeverRange(lever, readLever(runA.months, chosen, lever, 0));
  return { value, baseline, isHeld: held !== undefined, max: Math.max(range.max, value), step: range.step };
}

export function formatLever(lever: Lever, value: number, view: ExploreView): string {
  return lever === 'price' ? formatBp(value, view.language) : formatMoney(value * CENTS_PER_MILLION, view.language);
}

/** What the position of a lever costs against A, in one line. */
function describeCost(view: ExploreView, lever: Lever, { value, baseline, isHeld }: LeverState): string {
  if (lever !== 'price') {
    const difference = value - baseline;
    if (Math.abs(difference) < Math.max(SAME_MILLIONS, SAME_PART * baseline)) return say('asInA');
    const sign = difference > 0 ? '+' : '';
    const money = sign + formatMoney(difference * CENTS_PER_MILLION, view.language);
    return say(isHeld ? 'costMore' : 'planDiffers', { money });
  }
  const { months } = view.runA;
  const last = months[Math.min(view.playhead, months.length - 1)];
  const lost = ((baseline - value) / 10_000) * readBroker(last, view.chosen, 'turnover') * QUARTER;
  if (Math.abs(lost) < SAME_MILLIONS * CENTS_PER_MILLION) return say('asInA');
  const money = formatMoney(Math.abs(lost), view.language);
  return say(lost > 0 ? 'feesLost' : 'feesWon', { money });
}

function Effect({ effect, lever, view }: { effect: LeverEffect; lever: Lever; view: ExploreView }) {
  if (effect.kind === 'none') return null;
  const mark = effect.points > 0.0005 ? '▲ ' : effect.points < -0.0005 ? '▼ ' : '';
  const tone = mark === '' ? '' : effect.points > 0 ? 'gain' : 'loss';
  return (
    <span
      class={`num ${tone}`}
      title={say('effectMeaning')}
      aria-busy={effect.kind === 'working'}
      data-testid={`lever-${lever}-effect`}
    >
      {mark}
      {say('shareEffect', { points: formatPoints(effect.points, view.language, { tight: true }) })}
      {effect.kind === 'working' ? ' …' : ''}
    </span>
  );
}

/** Closer than this, in per cent of the track, the thumb would cover the letter at A's tick. */
const NEAR_PERCENT = 6;

/** One lever of the chosen broker: a slider with A's tick, what it costs, what it does, and who responds. */
export function LeverControl({ lever, view }: { readonly lever: Lever; readonly view: ExploreView }) {
  const state = readState(view, lever);
  const { value, baseline, max, step } = state;
  const name = say(`lever-${lever}`);
  const percent = (figure: number) => Math.max(0, Math.min(100, (figure / max) * 100));
  const apart = percent(value) - percent(baseline);
  const isSame = Math.abs(value - baseline) < step / 2;
  const place = [isSame && 'same', apart > 0 && 'over', Math.abs(apart) < NEAR_PERCENT && 'near']
    .filter(Boolean)
    .join(' ');
  const month = readShownRun(view).months[view.playhead];
  const isOpen = readBroker(month, view.chosen, 'status') === BROKER_STATUS.operating;
  const move = (asked: number) => {
    // Only the slider's nearest position is A's: a wider catch would hold the arrow keys, which move by one step.
    const isBaseline = Math.abs(asked - baseline) <= step / 2;
    moveLever(lever, isBaseline ? baseline : asked, isBaseline);
  };
  return (
    <div
      class={`lever ${place}`}
      style={{ '--c': reasonColour(lever), '--v': percent(value), '--a': percent(baseline) }}
    >
      <h3>
        <ReasonGlyph name={lever} />
        <Terms text={name} />
        {state.isHeld ? (
          <button
            type="button"
            class="btn icon reset"
            aria-label={say('resetLever', { lever: name })}
            title={say('resetLever', { lever: name })}
            data-testid={`lever-${lever}-reset`}
            onClick={() => resetLever(lever)}
          >
            <Icon name="undo" />
          </button>
        ) : null}
        <output data-testid={`lever-${lever}-value`}>{formatLever(lever, value, view)}</output>
      </h3>
      <label class="slider">
        <span class="vh">{name}</span>
        <input
          type="range"
          min={0}
          max={max}
          step={step}
          value={value}
          disabled={!isOpen}
          title={isOpen ? undefined : say('leverClosed')}
          aria-valuetext={say('leverSpoken', {
            value: formatLever(lever, value, view),
            baseline: formatLever(lever, baseline, view),
          })}
          data-testid={`lever-${lever}`}
          onInput={(event) => move(event.currentTarget.valueAsNumber)}
          onDblClick={() => resetLever(lever)}
        />
        <i />
      </label>
      <p>
        <span>{describeCost(view, lever, state)}</span>
        <Effect effect={leverEffects.value[lever] ?? { kind: 'none' }} lever={lever} view={view} />
      </p>
      <p>{say(`responds-${lever}` as MessageKey)}</p>
    </div>
  );
}
