import type { ComponentChildren } from 'preact';
import { formatMonth } from '../../core/calendar.ts';
import type { Language } from '../../core/text.ts';
import type { Decision } from '../../model/inputs.ts';
import { formatControl, nameControl } from '../controls/control-texts.ts';
import { formatNumber } from '../format.ts';
import { pick } from '../i18n/say.ts';
import { formatDifference, formatFigure } from '../lab/metric-figures.ts';
import { readUnit } from '../lab/units.ts';
import type { ExploreView } from '../run-data.ts';
import { COMPARE_TEXTS } from './compare-texts.ts';
import { findInputDifferences, type InputRow } from './input-differences.ts';
import { describeOutcome, nameOutcome, OUTCOMES, type Outcome, readOutcome } from './outcomes.ts';
import { countSeeds, listDifferences, type SeedPair } from './seed-counts.ts';
import { describeSeedCount } from './seed-sentences.ts';
import { SeedStrip } from './seed-strip.tsx';

const STRIP_WIDTH = 84;

interface DifferenceTableProps {
  readonly view: ExploreView;
  readonly pairs: readonly SeedPair[];
  readonly onChoose: (outcome: number) => void;
}

/** Everything in which B differs from A: what was put in, and what came out. Equal rows are folded. */
export function DifferenceTable({ view, pairs, onChoose }: DifferenceTableProps) {
  const { language, runA, runB } = view;
  if (!runB) return null;
  const inputs = findInputDifferences(runA.inputs, runB.inputs);
  const rows = OUTCOMES.map((outcome, position) => ({ outcome, position, ...readBoth(view, outcome) }));
  const [different, equal] = [rows.filter(({ isEqual }) => !isEqual), rows.filter(({ isEqual }) => isEqual)];
  return (
    <table class="differences" data-testid="differences">
      <thead>
        <tr>
          <th scope="col">{COMPARE_TEXTS.input[language]}</th>
          <th scope="col" class="r">
            A
          </th>
          <th scope="col" class="r">
            B
          </th>
          <th scope="col" class="r">
            B − A
          </th>
          <th scope="col">{COMPARE_TEXTS.seedsHead[language]}</th>
        </tr>
      </thead>
      <tbody data-testid="input-rows">
        <GroupHead>{COMPARE_TEXTS.inputs[language]}</GroupHead>
        {inputs.rows.map((row) => (
          <InputLine key={JSON.stringify(row)} row={row} view={view} />
        ))}
        <Folded count={inputs.equal} language={language} />
      </tbody>
      <tbody data-testid="outcome-rows">
        <GroupHead>{COMPARE_TEXTS.outcomes[language]}</GroupHead>
        {different.length === 0 ? (
          <tr>
            <td colSpan={5}>{COMPARE_TEXTS.noDifference[language]}</td>
          </tr>
        ) : null}
        {different.map((row) => (
          <OutcomeLine key={row.position} {...row} view={view} pairs={pairs} onChoose={onChoose} />
        ))}
        <Folded
          count={equal.length}
          names={equal.map(({ outcome }) => nameOutcome(outcome, language))}
          language={language}
        />
      </tbody>
    </table>
  );
}

function GroupHead({ children }: { readonly children: ComponentChildren }) {
  return (
    <tr class="group">
      <th scope="colgroup" colSpan={5}>
        {children}
      </th>
    </tr>
  );
}

/** Rows that are the same in both: how many, and with a press which. */
function Folded({ count, names = [], language }: { count: number; names?: readonly string[]; language: Language }) {
  if (count === 0) return null;
  const figure = formatNumber(count, language);
  const text = language === 'en' ? `${figure} more are equal` : `另有 ${figure} 项相同`;
  return (
    <tr class="folded">
      <td colSpan={5}>
        {names.length === 0 ? (
          text
        ) : (
          <details>
            <summary>{text}</summary>
            {names.join(language === 'en' ? ' · ' : '、')}
          </details>
        )}
      </td>
    </tr>
  );
}

function readBoth({ runA, runB, playhead, chosen, language }: ExploreView, outcome: Outcome) {
  const a = readOutcome(runA.months[playhead], outcome, chosen);
  const b = readOutcome(runB!.months[playhead], outcome, chosen);
  const metric = describeOutcome(outcome);
  const isKnown = Number.isFinite(a) && Number.isFinite(b);
  return { a, b, isEqual: !isKnown || !/[1-9]/.test(formatDifference(metric, a, b, language)) };
}

interface OutcomeLineProps {
  readonly outcome: Outcome;
  readonly position: number;
  readonly a: number;
  readonly b: number;
  readonly view: ExploreView;
  readonly pairs: readonly SeedPair[];
  readonly onChoose: (outcome: number) => void;
}

function OutcomeLine({ outcome, position, a, b, view, pairs, onChoose }: OutcomeLineProps) {
  const { language, playhead } = view;
  const metric = describeOutcome(outcome);
  const differences = listDifferences(pairs, position, playhead);
  const tone = outcome.sense === 0 ? '' : (b - a) * outcome.sense > 0 ? 'gain' : 'loss';
  const name = nameOutcome(outcome, language);
  return (
    <tr data-testid={`outcome-${outcome.scope}-${outcome.metric}`}>
      <th scope="row">
        <button type="button" class="btn" onClick={() => onChoose(position)}>
          {name}
          {outcome.scope === 'market' ? <span class="faint"> {COMPARE_TEXTS.ofMarket[language]}</span> : null}
        </button>
      </th>
      <td class="r">{formatFigure(metric, a, language)}</td>
      <td class="r">{formatFigure(metric, b, language)}</td>
      <td class={`r ${tone}`}>
        {b > a ? '▲ ' : '▼ '}
        {formatDifference(metric, a, b, language)}
      </td>
      <td class="seeds">
        {differences.length > 0 ? (
          <>
            <SeedStrip differences={differences} sense={outcome.sense} width={STRIP_WIDTH} language={language} />
            <span data-testid="seed-count">{describeSeedCount(countSeeds(differences), outcome.sense, language)}</span>
          </>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

function InputLine({ row, view }: { readonly row: InputRow; readonly view: ExploreView }) {
  const { language } = view;
  if (row.kind === 'decision') {
    const decision = (row.a ?? row.b) as Decision;
    const own = COMPARE_TEXTS.notHeld[language];
    const broker = pick(view.runA.inputs.brokers[decision.broker].name);
    return (
      <tr>
        <th scope="row">
          {broker}: {nameControl(decision.lever)} <span class="faint">{formatMonth(decision.month)}</span>
        </th>
        <td class="r">{row.a ? formatDecision(row.a, view) : own}</td>
        <td class="r">{row.b ? formatDecision(row.b, view) : own}</td>
        <td />
        <td />
      </tr>
    );
  }
  const decimals = (value: number) => (Number.isInteger(value) ? 0 : 3);
  const figure = (value: number) => formatNumber(value, language, decimals(value));
  return (
    <tr>
      <th scope="row" class="long">
        {row.kind === 'broker' ? `${pick(row.broker)}: ` : ''}
        {pick(row.label)} <span class="faint">{pick(readUnit(row.unit))}</span>
      </th>
      <td class="r">{figure(row.a)}</td>
      <td class="r">{figure(row.b)}</td>
      <td class="r">{figure(row.b - row.a)}</td>
      <td />
    </tr>
  );
}

function formatDecision({ mode, lever, value }: Decision, view: ExploreView): string {
  return mode === 'set' ? formatControl(lever, value, view) : `×${value}`;
}
