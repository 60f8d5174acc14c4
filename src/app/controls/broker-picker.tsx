import { useSignal } from '@preact/signals';
import type { BrokerInput } from '../../model/inputs.ts';
import { formatMonth, formatShare } from '../format.ts';
import { pick, say } from '../i18n/say.ts';
import { BROKER_STATUS, findEndMonth, rankBroker, readBroker } from '../readings.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { chosenId } from '../store.ts';
import { Caret, Icon } from './icon.tsx';
import { moveInMenu, Popover } from './popover.tsx';

/** Kind, place and number of brokers in one line. */
function describeBroker(view: ExploreView, broker: BrokerInput, index: number): string {
  const { inputs, months } = readShownRun(view);
  const rank = rankBroker(months[view.playhead], inputs.brokers.length, index);
  return say('brokerLine', { kind: say(`archetype-${broker.archetype}`), rank, total: inputs.brokers.length });
}

function matches(broker: BrokerInput, query: string): boolean {
  const words = [broker.id, broker.name.en, broker.name['zh-CN'], say(`archetype-${broker.archetype}`)];
  return words.some((word) => word.toLowerCase().includes(query.trim().toLowerCase()));
}

function BrokerOption({ view, index, onPick }: { view: ExploreView; index: number; onPick: () => void }) {
  const { inputs, months } = readShownRun(view);
  const broker = inputs.brokers[index];
  const month = months[view.playhead];
  const end = findEndMonth(months.slice(0, view.playhead + 1), index);
  const share =
    end !== null
      ? say('endedIn', { month: formatMonth(inputs.startMonth + end, view.language) })
      : readBroker(month, index, 'status') === BROKER_STATUS.notOpen
        ? say('notOpenYet')
        : formatShare(readBroker(month, index, 'share'), view.language);
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={index === view.chosen}
      class={end === null ? undefined : 'ended'}
      data-testid={`broker-${broker.id}`}
      onClick={onPick}
    >
      <i class="sw" style={{ '--c': `var(${view.looks[index].colour})` }} />
      <span class="grow">
        <b>{pick(broker.name)}</b> <small>{say(`archetype-${broker.archetype}`)}</small>
      </span>
      <small class="num">{share}</small>
    </button>
  );
}

/** The player's broker, and the list of all of them, largest first. */
export function BrokerPicker({ view }: { readonly view: ExploreView }) {
  const query = useSignal('');
  const { inputs, months } = readShownRun(view);
  const broker = inputs.brokers[view.chosen];
  const month = months[view.playhead];
  const order = inputs.brokers
    .map((_, index) => index)
    .filter((index) => matches(inputs.brokers[index], query.value))
    .sort((a, b) => readBroker(month, b, 'share') - readBroker(month, a, 'share') || a - b);
  const face = (
    <>
      <i class="sw" style={{ '--c': 'var(--b1)' }} />
      <span>
        <b class="head">{pick(broker.name)}</b>
        <span class="note">{describeBroker(view, broker, view.chosen)}</span>
      </span>
      <Caret />
    </>
  );
  return (
    <Popover testId="broker" label={say('chooseBroker')} face={face} className="pick" bare>
      {(close) => (
        <div class="broker-list">
          <label class="search">
            <Icon name="search" />
            <span class="vh">{say('searchBroker')}</span>
            <input
              type="search"
              placeholder={say('searchBroker')}
              value={query.value}
              onInput={(event) => {
                query.value = event.currentTarget.value;
              }}
              data-testid="broker-search"
              data-first
            />
          </label>
          {order.length === 0 ? <p class="note">{say('noBrokerMatches')}</p> : null}
          <div role="menu" aria-label={say('chooseBroker')} onKeyDown={moveInMenu}>
            {order.map((index) => (
              <BrokerOption
                key={inputs.brokers[index].id}
                view={view}
                index={index}
                onPick={() => {
                  chosenId.value = inputs.brokers[index].id;
                  close();
                }}
              />
            ))}
          </div>
          <p class="faint">{say('namesMarkTypes')}</p>
        </div>
      )}
    </Popover>
  );
}
