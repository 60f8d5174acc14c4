import type { Language } from '../../core/text.ts';
import { PARAMETER_GROUPS } from '../../model/parameter-groups.ts';
import { PARAMETERS } from '../../model/parameters.ts';
import { Icon } from '../controls/icon.tsx';
import { Popover } from '../controls/popover.tsx';
import { pick } from '../i18n/say.ts';
import { scenarioValues } from '../lab/lab-runs.ts';
import { formatValue } from '../lab/parameter-value.ts';
import { overrides } from '../store.ts';
import { changeForm, form, proposeRange, type SweptRange } from './study-form.ts';
import { nameSwept } from './study-formats.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

interface AxesPopoverProps {
  readonly language: Language;
}

/** The parameters that are swept, each from end to end; more are added here or in the tree. */
export function AxesPopover({ language }: AxesPopoverProps) {
  const { axes } = form.value;
  return (
    <Popover
      testId="study-axes"
      className="btn line study-pick"
      label={pick(WORDS.parameters)}
      face={<span>{countChosen(axes.length, language)}</span>}
    >
      {() => (
        <div class="study-axes">
          {axes.length === 0 ? (
            <p class="note">{pick(WORDS.chooseFirst)}</p>
          ) : (
            <AxesTable axes={axes} language={language} />
          )}
          <AddAxis language={language} />
        </div>
      )}
    </Popover>
  );
}

function countChosen(count: number, language: Language): string {
  return language === 'en' ? `${count} chosen` : `已选 ${count} 项`;
}

function AxesTable({ axes, language }: { readonly axes: readonly SweptRange[]; readonly language: Language }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{pick(WORDS.parameter)}</th>
          <th scope="col" class="r">
            {pick(WORDS.from)}
          </th>
          <th scope="col" class="r">
            {pick(WORDS.to)}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {axes.map((axis) => (
          <AxisRow key={axis.key} axis={axis} language={language} />
        ))}
      </tbody>
    </table>
  );
}

function AxisRow({ axis, language }: { readonly axis: SweptRange; readonly language: Language }) {
  const name = nameSwept(axis.key, language);
  const end = (which: 'min' | 'max') => (
    <input
      inputMode="decimal"
      aria-label={`${name}: ${pick(which === 'min' ? WORDS.from : WORDS.to)}`}
      defaultValue={formatValue(axis[which])}
      data-testid={`study-${which}-${axis.key}`}
      onInput={(event) => changeAxis(axis.key, which, event.currentTarget.value)}
    />
  );
  return (
    <tr>
      <th scope="row" title={axis.key}>
        {name}
      </th>
      <td class="r">{end('min')}</td>
      <td class="r">{end('max')}</td>
      <td>
        <button
          type="button"
          class="btn icon"
          aria-label={`${pick(WORDS.remove)}: ${name}`}
          title={pick(WORDS.remove)}
          data-testid={`study-remove-${axis.key}`}
          onClick={() => changeForm({ axes: form.peek().axes.filter(({ key }) => key !== axis.key) })}
        >
          <Icon name="cross" />
        </button>
      </td>
    </tr>
  );
}

/** What is no number yet leaves the axis as it was: the design would refuse it while it is being typed. */
function changeAxis(key: string, which: 'min' | 'max', typed: string): void {
  const value = typed.trim() === '' ? Number.NaN : Number(typed.replace('−', '-'));
  if (!Number.isFinite(value)) return;
  changeForm({ axes: form.peek().axes.map((axis) => (axis.key === key ? { ...axis, [which]: value } : axis)) });
}

function addAxes(keys: readonly string[]): void {
  const values: Readonly<Record<string, number>> = { ...scenarioValues.peek(), ...overrides.peek() };
  const { axes } = form.peek();
  const missing = keys.filter((key) => axes.every((axis) => axis.key !== key));
  changeForm({ axes: [...axes, ...missing.map((key) => proposeRange(key, values[key] ?? 0))] });
}

function AddAxis({ language }: { readonly language: Language }) {
  const changed = Object.keys(overrides.value);
  const taken = new Set(form.value.axes.map(({ key }) => key));
  return (
    <div class="study-add">
      <select
        aria-label={pick(WORDS.add)}
        data-testid="study-add-axis"
        value=""
        onChange={(event) => {
          addAxes([event.currentTarget.value]);
          event.currentTarget.value = '';
        }}
      >
        <option value="">{`${pick(WORDS.add)}…`}</option>
        {PARAMETER_GROUPS.map((group) => (
          <optgroup key={group.key} label={group.label[language]}>
            {PARAMETERS.filter(({ key, group: of }) => of === group.key && !taken.has(key)).map(({ key, label }) => (
              <option key={key} value={key}>
                {label[language]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {changed.length > 0 ? (
        <button type="button" class="btn" data-testid="study-add-changed" onClick={() => addAxes(changed)}>
          {pick(WORDS.addChanged)} ({changed.length})
        </button>
      ) : null}
    </div>
  );
}
