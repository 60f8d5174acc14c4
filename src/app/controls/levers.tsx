import { useSignal } from '@preact/signals';
import { LEVERS, type Lever } from '../../model/inputs.ts';
import { formatMoney } from '../format.ts';
import { say } from '../i18n/say.ts';
import { CENTS_PER_MILLION, readLever } from '../lever-values.ts';
import { nameNextMonth } from '../month-names.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { decisions } from '../store.ts';
import { canRedo, canUndo, redoDecisions, resetDecisions, undoDecisions } from '../store-decisions.ts';
import { announce, showToast } from './announcements.ts';
import { BrokerPicker } from './broker-picker.tsx';
import { Icon, reasonColour } from './icon.tsx';
import { LeverControl } from './lever.tsx';
import { moveInMenu, Popover } from './popover.tsx';

/** The four of Explore; the rest is one press deeper. */
const FIRST = 4;

export function undo(): void {
  if (undoDecisions()) announce(say('undone'));
}

export function redo(): void {
  if (redoDecisions()) announce(say('redone'));
}

function resetAll(): void {
  resetDecisions();
  showToast({ text: say('allReset'), action: { label: say('undo'), run: undo } });
}

function BudgetMenu() {
  return (
    <Popover testId="levers-menu" label={say('leversMenu')} face={<Icon name="more" />} className="btn icon" plain>
      {(close) => (
        <div role="menu" class="menu" aria-label={say('leversMenu')} onKeyDown={moveInMenu}>
          <button
            type="button"
            role="menuitem"
            disabled={!canUndo()}
            data-testid="undo"
            onClick={() => {
              close();
              undo();
            }}
          >
            {say('undoLast')} <kbd>Ctrl Z</kbd>
          </button>
          <button
            type="button"
            role="menuitem"
            disabled={!canRedo()}
            data-testid="redo"
            onClick={() => {
              close();
              redo();
            }}
          >
            {say('redoLast')} <kbd>Ctrl Y</kbd>
          </button>
          <button
            type="button"
            role="menuitem"
            disabled={decisions.value.length === 0}
            data-testid="reset-all"
            onClick={() => {
              close();
              resetAll();
            }}
          >
            {say('resetAll')}
          </button>
        </div>
      )}
    </Popover>
  );
}

/** Spending of the quarter that begins at the month on show, by lever. */
function readSpending(view: ExploreView): { lever: Lever; millions: number }[] {
  const shown = readShownRun(view);
  const months = view.playhead + 1 < shown.months.length ? shown.months : view.runA.months;
  return LEVERS.filter((lever) => lever !== 'price').map((lever) => ({
    lever,
    millions: Math.max(0, readLever(months, view.chosen, lever, view.playhead)),
  }));
}

function Budget({ view, isOpen, onToggle }: { view: ExploreView; isOpen: boolean; onToggle: () => void }) {
  const spending = readSpending(view);
  const total = spending.reduce((sum, { millions }) => sum + millions, 0);
  const money = formatMoney(total * CENTS_PER_MILLION, view.language);
  return (
    <div class="budget">
      <div class="row">
        <h3 class="grow title">{say('quarterlySpending')}</h3>
        <b class="num" data-testid="budget">
          {money}
        </b>
      </div>
      <div class="stack" aria-hidden="true">
        {spending.map(({ lever, millions }) => (
          <i
            key={lever}
            class={lever}
            style={{ '--c': reasonColour(lever), flexGrow: total > 0 ? millions / total : 0 }}
          />
        ))}
      </div>
      <div class="row">
        <span class="faint grow">
          {view.playhead < view.runA.inputs.months
            ? say('movesApply', { month: nameNextMonth(view.runA.inputs, view.playhead, view.language) })
            : say('runEnds')}
        </span>
        <button type="button" class="btn" aria-expanded={isOpen} data-testid="more-levers" onClick={onToggle}>
          {isOpen ? say('fewerLevers') : say('moreLevers', { count: LEVERS.length - FIRST })}
        </button>
        <BudgetMenu />
      </div>
    </div>
  );
}

/** The player's side of the table. */
export function Levers({ view }: { readonly view: ExploreView }) {
  const isOpen = useSignal(false);
  const shown = isOpen.value ? LEVERS : LEVERS.slice(0, FIRST);
  return (
    <section id="levers" aria-label={say('levers')}>
      <h2 class="vh">{say('levers')}</h2>
      <BrokerPicker view={view} />
      <div class="lever-list">
        {shown.map((lever) => (
          <LeverControl key={lever} lever={lever} view={view} />
        ))}
      </div>
      <Budget
        view={view}
        isOpen={isOpen.value}
        onToggle={() => {
          isOpen.value = !isOpen.value;
        }}
      />
    </section>
  );
}
