import type { Language } from '../../core/text.ts';
import { findNeutralValues, type UndoneCause } from '../../experiment/undo-cause.ts';
import { PARAMETERS, type ParameterKey } from '../../model/parameters.ts';
import { REASON, REASONS } from '../../model/reasons.ts';
import { Icon } from '../controls/icon.tsx';
import { formatCount } from '../format.ts';
import { nameRecord } from '../month-names.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { type Cause, readUndone, undoCause } from '../store-undo.ts';
import { findMainCauses, type Interview } from '../why.ts';
import { LIFE_TEXTS } from './life-texts.ts';
import './life.css';

interface UndoRowsProps {
  readonly view: ExploreView;
  readonly interview: Interview;
}

/** Causes that are offered to be undone, where the main ones cannot be. */
const MOST_OFFERED = 2;

/** “Undo this cause” for the causes that are named: one, or all that weighed about equally; else for the next ones. */
export function UndoRows({ view, interview }: UndoRowsProps) {
  const canUndo = (reason: number) => findNeutralValues(REASONS[reason].key) !== null;
  const main = findMainCauses(interview.causes).map(({ reason }) => reason);
  const fixed = main.filter((reason) => !canUndo(reason));
  const others = interview.causes
    .map(({ reason }) => reason)
    .filter((reason) => !main.includes(reason) && canUndo(reason));
  const offered = main.some(canUndo) ? main.filter(canUndo) : others.slice(0, MOST_OFFERED);
  return (
    <>
      {fixed.length > 0 || main.length === 0 ? <CannotUndo reasons={fixed} language={view.language} /> : null}
      {offered.map((reason) => (
        <UndoRow key={reason} view={view} interview={interview} reason={reason} />
      ))}
    </>
  );
}

function CannotUndo({ reasons, language }: { readonly reasons: readonly number[]; readonly language: Language }) {
  const named = reasons.length > 0 ? reasons : [REASON.chance];
  const names = named
    .map((reason) => REASONS[reason].label[language].toLowerCase())
    .join(language === 'en' ? ' and ' : '与');
  return (
    <p class="faint" data-testid="cannot-undo">
      {language === 'en'
        ? `Cannot be undone: ${names}. No parameter of the model stands for it.`
        : `无法撤销：${names}，模型中没有对应的参数。`}
    </p>
  );
}

function UndoRow({ view, interview, reason }: UndoRowsProps & { readonly reason: number }) {
  const { language } = view;
  const run = readShownRun(view);
  const { key, label } = REASONS[reason];
  const cause: Cause = { month: interview.month, slot: interview.investor, broker: interview.from, reason: key };
  const undone = readUndone(run, cause);
  const isWorking = undone === 'replaying';
  const name = language === 'en' && label.en !== 'AI advice' ? label.en.toLowerCase() : label[language];
  return (
    <div class="undo" data-testid={`undo-${key}`}>
      <button
        type="button"
        class="btn line"
        aria-disabled={isWorking || run.status !== 'done'}
        onClick={() => {
          if (!isWorking && run.status === 'done') void undoCause(cause);
        }}
      >
        <Icon name="undo" />
        {isWorking
          ? LIFE_TEXTS.replaying[language]
          : language === 'en'
            ? `Undo this cause: ${name}`
            : `撤销此因：${name}`}
      </button>
      {undone !== null && undone !== 'replaying' ? (
        <span role="status" data-testid="undone" data-stays={!undone.leavesWithout}>
          <b>{LIFE_TEXTS[undone.leavesWithout ? 'leavesAnyway' : 'stays'][language]}</b>,{' '}
          {LIFE_TEXTS.sameSeed[language]}
        </span>
      ) : null}
      {undone !== null && undone !== 'replaying' ? (
        <p class="faint">
          {tellOthers(undone, language)} {tellWhatWasUndone(key, name, interview.month, view)}
        </p>
      ) : null}
    </div>
  );
}

function tellOthers({ months, others, othersStay, othersLeave }: UndoneCause, language: Language): string {
  const count = (value: number) => formatCount(value, language);
  if (language === 'en') {
    const left = `In this model ${count(othersStay)} of ${count(others)} others who left within ${months} months would have stayed`;
    return othersLeave > 0 ? `${left}; ${count(othersLeave)} who stayed would have left.` : `${left}.`;
  }
  const left = `在这个模型里，${months} 个月内离开的另外 ${count(others)} 人中，${count(othersStay)} 人会留下`;
  return othersLeave > 0 ? `${left}；另有 ${count(othersLeave)} 名留下者会离开。` : `${left}。`;
}

/** Exactly what was changed for the replay. */
function tellWhatWasUndone(
  reason: (typeof REASONS)[number]['key'],
  name: string,
  month: number,
  view: ExploreView,
): string {
  const { language } = view;
  const values = Object.entries(findNeutralValues(reason) ?? {}).map(([key, value]) => {
    const declared = PARAMETERS.find((parameter) => parameter.key === (key as ParameterKey));
    return `${declared?.label[language] ?? key} (${key}) = ${value}`;
  });
  const when = nameRecord(view.runA.inputs, month, language);
  if (language === 'en') {
    return `Undone: ${name} weighs nothing in anybody’s decision from ${when} on: ${values.join(', ')}.`;
  }
  return `所撤销的：自${when}起，${name}在任何人的决定中都不起作用：${values.join('，')}。`;
}
