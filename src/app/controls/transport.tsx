import { say } from '../i18n/say.ts';
import { nameRecord } from '../month-names.ts';
import type { ExploreView } from '../run-data.ts';
import { playing, SPEEDS, type Speed, speed } from '../store.ts';
import { showMonth, stepMonths, togglePlay } from '../store-playback.ts';
import { Icon } from './icon.tsx';
import { ChoiceMenu } from './popover.tsx';

function nameSpeed(value: Speed): string {
  return value === SPEEDS[SPEEDS.length - 1] ? say('fastest') : `×${value}`;
}

function SpeedMenu() {
  return (
    <ChoiceMenu
      testId="speed"
      label={say('chooseSpeed')}
      face={<span>{nameSpeed(speed.value)}</span>}
      value={String(speed.value)}
      options={SPEEDS.map((value) => ({
        value: String(value),
        label: nameSpeed(value),
        note: value === SPEEDS[SPEEDS.length - 1] ? say('fastestMeaning') : say('speedMeaning', { months: value }),
      }))}
      onChoose={(value) => {
        speed.value = Number(value) as Speed;
      }}
    />
  );
}

function StepButton({ testId, label, name, onPress }: StepButtonProps) {
  return (
    <button type="button" class="btn icon step" aria-label={label} title={label} data-testid={testId} onClick={onPress}>
      <Icon name={name} />
    </button>
  );
}

interface StepButtonProps {
  readonly testId: string;
  readonly label: string;
  readonly name: 'start' | 'next';
  readonly onPress: () => void;
}

function goToStart(): void {
  playing.value = false;
  showMonth(0);
}

/** To the start, play or pause, one month on, speed, and the month on show. */
export function Transport({ view }: { readonly view: ExploreView }) {
  const { inputs } = view.runA;
  const label = say(playing.value ? 'pause' : 'play');
  return (
    <div class="transport">
      <StepButton testId="to-start" label={say('toStart')} name="start" onPress={goToStart} />
      <button
        type="button"
        class="play"
        aria-label={label}
        title={label}
        data-testid="play"
        data-playing={playing.value}
        onClick={togglePlay}
      >
        <Icon name={playing.value ? 'pause' : 'play'} />
      </button>
      <StepButton testId="step" label={say('stepOn')} name="next" onPress={() => stepMonths(1)} />
      <SpeedMenu />
      <span class="grow" />
      <span class="when nowrap">
        <b class={view.playhead === 0 ? 'head start' : 'head'} data-testid="month" data-month={view.playhead}>
          {nameRecord(inputs, view.playhead, view.language)}
        </b>
        <span class="faint not-phone">{say('monthOf', { month: view.playhead, months: inputs.months })}</span>
      </span>
    </div>
  );
}
