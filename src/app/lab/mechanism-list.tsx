import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Evidence } from '../../experiment/evidence.ts';
import type { Mechanism } from '../../model/mechanism.ts';
import type { MechanismKey } from '../../model/mechanisms.ts';
import type { ParameterValues } from '../../model/parameters.ts';
import { pick } from '../i18n/say.ts';
import { overrides } from '../store.ts';
import { scenarioValues } from './lab-runs.ts';
import { ALL_MECHANISMS, changeSwitch, isSwitched, matchesMechanism, readState } from './mechanism-state.ts';
import { WORDS } from './words.ts';

interface MechanismListProps {
  readonly query: string;
  readonly changedOnly: boolean;
  readonly evidence: Evidence;
  /** Asked to bring B against A into view. */
  readonly onCompare: () => void;
}

/** Every mechanism of the model with its switch. Switching sets parameters, so B is the scenario with or without it. */
export function MechanismList({ query, changedOnly, evidence, onCompare }: MechanismListProps) {
  const isOpen = useSignal(true);
  const list = useRef<HTMLUListElement>(null);
  const values = scenarioValues.value;
  if (values === null) return null;
  const searches = query.trim() !== '' || changedOnly;
  const shown = ALL_MECHANISMS.filter(
    (mechanism) =>
      (query.trim() === '' || matchesMechanism(mechanism, query.trim())) &&
      (!changedOnly || isSwitched(mechanism, values, overrides.value)),
  );
  const switched = ALL_MECHANISMS.filter((mechanism) => isSwitched(mechanism, values, overrides.value)).length;
  const opens = isOpen.value || searches;
  return (
    <section class="lab-mechanisms" aria-label={pick(WORDS.mechanisms)} data-testid="lab-mechanisms">
      <h2>
        <button
          type="button"
          class="fold"
          aria-expanded={opens}
          data-testid="lab-mechanisms-fold"
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {pick(WORDS.mechanisms)}
          <span class="faint">
            {switched > 0 ? `${pick(WORDS.switched)} ${switched} · ` : ''}
            {searches ? `${shown.length} / ${ALL_MECHANISMS.length}` : ALL_MECHANISMS.length}
          </span>
        </button>
      </h2>
      {opens && shown.length === 0 ? <p class="lab-none">{pick(WORDS.noMechanism)}</p> : null}
      {opens && shown.length > 0 ? (
        <ul ref={list} onKeyDown={(event) => moveAmongSwitches(event, list.current)}>
          {shown.map((mechanism) => (
            <Row key={mechanism.key} mechanism={mechanism} values={values} evidence={evidence} onCompare={onCompare} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Arrow keys go from switch to switch. */
function moveAmongSwitches(event: KeyboardEvent, list: HTMLUListElement | null): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const switches = [...(list?.querySelectorAll<HTMLElement>('[role=switch]') ?? [])];
  const at = switches.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  switches[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}

interface RowProps {
  readonly mechanism: Mechanism<MechanismKey>;
  readonly values: ParameterValues;
  readonly evidence: Evidence;
  readonly onCompare: () => void;
}

function Row({ mechanism, values, evidence, onCompare }: RowProps) {
  const isDetailed = useSignal(false);
  const { key, label, effect, sources } = mechanism;
  const isOn = readState(mechanism, values, overrides.value) === 'on';
  const changed = isSwitched(mechanism, values, overrides.value);
  const flip = () => {
    overrides.value = changeSwitch(mechanism, isOn ? 'off' : 'on', values, overrides.value);
  };
  return (
    <li class={changed ? 'mechanism changed' : 'mechanism'} data-testid={`lab-mechanism-${key}`}>
      <button
        type="button"
        class="lab-switch"
        role="switch"
        aria-checked={isOn}
        aria-label={pick(label)}
        data-testid={`lab-switch-${key}`}
        onClick={flip}
      >
        <i />
      </button>
      <div class="said">
        <button
          type="button"
          class="name"
          aria-expanded={isDetailed.value}
          onClick={() => {
            isDetailed.value = !isDetailed.value;
          }}
        >
          {pick(label)}
        </button>
        <p>{pick(effect)}</p>
        <div class="row">
          <span class="src">{sources.join(' ')}</span>
          <button
            type="button"
            class="btn"
            data-testid={`lab-compare-${key}`}
            onClick={() => {
              if (!changed) flip();
              onCompare();
            }}
          >
            {pick(WORDS.showDifference)}
          </button>
        </div>
        {isDetailed.value ? <Detail mechanism={mechanism} evidence={evidence} /> : null}
      </div>
    </li>
  );
}

function Detail({ mechanism: { sources, off, on = {} }, evidence }: Pick<RowProps, 'mechanism' | 'evidence'>) {
  const list = (values: object) => Object.entries(values).map(([key, value]) => `${key} = ${value}`);
  return (
    <dl class="detail">
      {sources.map((id) => {
        const text = evidence.get(id);
        return [
          <dt key={id} class="mono">
            {id}
          </dt>,
          <dd key={`${id} text`}>{text ? pick(text) : ''}</dd>,
        ];
      })}
      <dt>{pick(WORDS.offAt)}</dt>
      <dd class="mono">{list(off).join(', ')}</dd>
      {Object.keys(on).length > 0 ? (
        <>
          <dt>{pick(WORDS.onAt)}</dt>
          <dd class="mono">{list(on).join(', ')}</dd>
        </>
      ) : null}
    </dl>
  );
}
