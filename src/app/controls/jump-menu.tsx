import { say } from '../i18n/say.ts';
import { nameNextMonth, nameRecord } from '../month-names.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { decisions, playing } from '../store.ts';
import { showMonth } from '../store-playback.ts';
import { countLosses, findMassExits, findNext, listShocks } from '../time-marks.ts';
import { Icon } from './icon.tsx';
import { moveInMenu, Popover } from './popover.tsx';

/** Months of what may be jumped to, by kind. */
function listTargets(view: ExploreView): Readonly<Record<Target, readonly number[]>> {
  const { inputs } = view.runA;
  const { months } = readShownRun(view);
  const shipped = inputs.decisions.map(({ month }) => month - inputs.startMonth);
  return {
    decision: [...shipped, ...decisions.value.map(({ month }) => month)],
    shock: listShocks(months, inputs).map(({ month }) => month),
    exit: findMassExits(countLosses(months, view.chosen)),
  };
}

const TARGETS = ['decision', 'shock', 'exit'] as const;
type Target = (typeof TARGETS)[number];

/** A decision is named by the month it takes effect in, as its mark is; all else by the month it happened in. */
function nameTarget(target: Target, month: number, { runA, language }: ExploreView): string {
  return (target === 'decision' ? nameNextMonth : nameRecord)(runA.inputs, month, language);
}

/** To the next decision, shock or mass exit after the month on show; from the last one round to the first. */
export function JumpMenu({ view }: { readonly view: ExploreView }) {
  return (
    <Popover testId="jump" label={say('jump')} face={<Icon name="jump" />} className="btn icon" plain>
      {(close) => {
        const targets = listTargets(view);
        return (
          <div role="menu" class="menu" aria-label={say('jump')} onKeyDown={moveInMenu}>
            {TARGETS.map((target) => {
              const month = findNext(targets[target], view.playhead) ?? findNext(targets[target], -1);
              return (
                <button
                  key={target}
                  type="button"
                  role="menuitem"
                  disabled={month === null}
                  data-testid={`jump-${target}`}
                  data-month={month ?? undefined}
                  onClick={() => {
                    close();
                    playing.value = false;
                    if (month !== null) showMonth(month);
                  }}
                >
                  <span>{say(`jump-${target}`)}</span>
                  <small>{month === null ? say('jumpNone') : nameTarget(target, month, view)}</small>
                </button>
              );
            })}
          </div>
        );
      }}
    </Popover>
  );
}
