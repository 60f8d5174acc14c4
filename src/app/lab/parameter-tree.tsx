import { effect, type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type EvidenceTables, NO_EVIDENCE } from '../../experiment/evidence.ts';
import { PARAMETERS } from '../../model/parameters.ts';
import { Icon } from '../controls/icon.tsx';
import { pick, say } from '../i18n/say.ts';
import { keysEnabled, language } from '../preferences.ts';
import { overrides } from '../store.ts';
import { form, toggleSwept } from '../study/study-form.ts';
import { loadEvidence } from './evidence.ts';
import { changedCount, changeParameter, scenarioValues } from './lab-runs.ts';
import { MechanismList } from './mechanism-list.tsx';
import { createParameterPanel, type PanelFilter, type ParameterPanel } from './parameter-panel.ts';
import { WORDS } from './words.ts';

const NO_FILTER: PanelFilter = { query: '', changedOnly: false, everywhere: false };

interface ParameterTreeProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Asked to bring B against A into view. */
  readonly onCompare: () => void;
}

/** The left side of the Lab: search, switches of mechanisms, and the panel of all parameters. */
export function ParameterTree({ open, onClose, onCompare }: ParameterTreeProps) {
  const filter = useSignal(NO_FILTER);
  const shown = useSignal<number>(PARAMETERS.length);
  const search = useRef<HTMLInputElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const tables = useEvidence();
  usePanel(host, filter, shown, tables);
  useSlashKey(search);
  useEffect(() => {
    if (open) search.current?.focus();
  }, [open]);
  return (
    <aside
      class={open ? 'lab-tree open' : 'lab-tree'}
      aria-label={pick(WORDS.parameters)}
      id="lab-tree"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div class="lab-find">
        <div class="row">
          <h2 class="title grow">
            {pick(WORDS.parameters)} <span class="faint">{PARAMETERS.length}</span>
          </h2>
          <ChangedSwitch filter={filter} />
          <button type="button" class="btn lab-open-tree" data-testid="lab-tree-close" onClick={onClose}>
            {say('close')}
          </button>
        </div>
        <label class="field">
          <Icon name="search" />
          <input
            ref={search}
            type="search"
            placeholder={pick(WORDS.search)}
            aria-label={pick(WORDS.search)}
            value={filter.value.query}
            data-testid="lab-search"
            onInput={(event) => {
              filter.value = { ...filter.value, query: event.currentTarget.value, everywhere: false };
            }}
          />
          <kbd>/</kbd>
        </label>
      </div>
      <MechanismList
        query={filter.value.query}
        changedOnly={filter.value.changedOnly}
        evidence={tables.value.evidence}
        onCompare={onCompare}
      />
      <div class="lab-heads" aria-hidden="true">
        <span>{pick(WORDS.parameter)}</span>
        <span class="r">{pick(WORDS.value)}</span>
        <span>{pick(WORDS.unit)}</span>
        <span>{pick(WORDS.source)}</span>
        <span />
      </div>
      <div class="vh" role="status">
        {shown.value < PARAMETERS.length ? `${shown.value} / ${PARAMETERS.length}` : ''}
      </div>
      {shown.value === 0 ? <NothingFound filter={filter} /> : null}
      <div ref={host} class="lab-panel" hidden={shown.value === 0} data-testid="lab-panel" />
    </aside>
  );
}

interface FilterProps {
  readonly filter: { value: PanelFilter };
}

function ChangedSwitch({ filter }: FilterProps) {
  const count = changedCount.value;
  return (
    <button
      type="button"
      class="lab-switch"
      role="switch"
      aria-checked={filter.value.changedOnly}
      data-testid="lab-changed-only"
      onClick={() => {
        filter.value = { ...filter.value, changedOnly: !filter.value.changedOnly };
      }}
    >
      <i />
      {language.value === 'en' ? `${WORDS.changedOnly.en} (${count})` : `${WORDS.changedOnly['zh-CN']}（${count}）`}
    </button>
  );
}

function NothingFound({ filter }: FilterProps) {
  const { query, changedOnly, everywhere } = filter.value;
  const searches = query.trim() !== '';
  const mayWiden = searches && !changedOnly && !everywhere;
  return (
    <div class="lab-none" data-testid="lab-none">
      {pick(searches ? WORDS.none : WORDS.noneChanged)}{' '}
      <button
        type="button"
        class="btn"
        onClick={() => {
          filter.value = mayWiden ? { ...filter.value, everywhere: true } : NO_FILTER;
        }}
      >
        {pick(mayWiden ? WORDS.everywhere : WORDS.showAll)}
      </button>
    </div>
  );
}

/** What sources say, empty until it has been fetched. */
function useEvidence(): Signal<EvidenceTables> {
  const tables = useSignal(NO_EVIDENCE);
  useEffect(() => {
    loadEvidence().then((loaded) => {
      tables.value = loaded;
    });
  }, []);
  return tables;
}

/** Builds the panel anew for each language, and keeps it in step with values and filter. */
function usePanel(
  host: { current: HTMLDivElement | null },
  filter: FilterProps['filter'],
  shown: { value: number },
  tables: Signal<EvidenceTables>,
): void {
  const words = language.value;
  useEffect(() => {
    if (!host.current) return;
    const panel: ParameterPanel = createParameterPanel(host.current, words, changeParameter, toggleSwept);
    const stops = [
      effect(() => panel.showEvidence(tables.value)),
      effect(() => panel.showSwept(new Set(form.value.axes.map(({ key }) => key)))),
      effect(() => {
        if (scenarioValues.value) panel.showValues(scenarioValues.value, overrides.value);
        shown.value = panel.filter(filter.value);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      panel.destroy();
    };
  }, [words]);
}

/** "/" goes to the search from anywhere but a field. */
function useSlashKey(search: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key !== '/' || isTyping || !keysEnabled.peek()) return;
      event.preventDefault();
      search.current?.focus();
    };
    // In the capture phase, because lil-gui keeps keys pressed on its rows to itself.
    document.addEventListener('keydown', focus, true);
    return () => document.removeEventListener('keydown', focus, true);
  }, []);
}
