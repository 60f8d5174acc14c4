import type { Language } from '../../core/text.ts';
import { formatShare } from '../format.ts';
import type { Box } from './cohort-plot.tsx';
import type { Ghosts } from './ghosts.ts';
import { estimateWidth, spreadLabels } from './labels.ts';
import { drawLine } from './paths.ts';
import { chooseTicks, createScale, type Scale } from './scales.ts';

const LEFT = 32;
const RIGHT = 16;
const TOP = 9;
const BOTTOM = 17;
const YEAR = 12;
const NAME_GAP = 12;
const LABEL_SIZE = 12;
/** Piece of line before a name. */
const SAMPLE = 18;

/** Axes of the survival curves: ages in months across, shares up. */
export interface SurvivalLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Ages shown, from 0. */
  readonly ages: number;
  readonly ticks: readonly number[];
  readonly x: Scale;
  readonly y: Scale;
}

/** Ages that only the first two years of cohorts have reached are left out: too few stand behind them. */
export function createSurvivalLayout(
  box: Box,
  horizon: number,
  whole: readonly number[],
  ghosts: Ghosts<readonly number[]>,
): SurvivalLayout {
  const ages = Math.max(YEAR, Math.floor((horizon - 24) / YEAR) * YEAR);
  const lowest = Math.min(
    ...[whole, ...ghosts.map(({ series }) => series)].flatMap((values) => values.slice(0, ages + 1)),
  );
  const low = Math.min(0.8, Math.floor(lowest * 5) / 5);
  const left = box.left + LEFT;
  const right = box.left + box.width - RIGHT;
  const top = box.top + TOP;
  const bottom = box.top + box.height - BOTTOM;
  return {
    left,
    right,
    top,
    bottom,
    ages,
    ticks: chooseTicks(low, 1, bottom - top > 90 ? 5 : 2),
    x: createScale(0, ages, left, right),
    y: createScale(low, 1, bottom, top),
  };
}

interface SurvivalProps {
  readonly layout: SurvivalLayout;
  /** By age in months, known up to the month on show. */
  readonly survival: readonly number[];
  /** The same with everything computed. */
  readonly whole: readonly number[];
  readonly ghosts: Ghosts<readonly number[]>;
  /** Shares still there after twelve months, of the run on show and of A. */
  readonly own: number;
  readonly other: number;
  readonly language: Language;
}

/** The curve of the run on show, its ghosts, and the mark at twelve months. */
export function SurvivalCurves({ layout, survival, whole, ghosts, own, other, language }: SurvivalProps) {
  const { x, y, ages } = layout;
  const draw = (values: readonly number[]) => drawLine(Math.min(values.length, ages + 1), x, (age) => y(values[age]));
  return (
    <g>
      <Axes layout={layout} language={language} />
      <path class="mine to-come" d={draw(whole)} />
      {ghosts.map(({ kind, series }) => (
        <path key={kind} class={kind} d={draw(series)} />
      ))}
      <path class="mine" d={draw(survival)} />
      <YearMark layout={layout} own={own} other={other} language={language} />
      {ghosts.length > 0 && survival.length > 1 ? <CurveNames {...{ layout, survival, ghosts }} /> : null}
    </g>
  );
}

function Axes({ layout, language }: Pick<SurvivalProps, 'layout' | 'language'>) {
  const { left, right, bottom, ticks, ages, x, y } = layout;
  const every = right - left < 118 ? 24 : YEAR;
  const months = Array.from({ length: Math.floor(ages / YEAR) + 1 }, (_, year) => year * YEAR);
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <path class="grid" d={`M${left} ${y(tick)}H${right}`} />
          <text x={left - 5} y={y(tick) + 4} class="e">
            {formatShare(tick, language, 0)}
          </text>
        </g>
      ))}
      {months.map((month) => (
        <g key={month}>
          <path class="axis" d={`M${x(month)} ${bottom}v3`} />
          {month % every === 0 ? (
            <text x={month === ages ? right + RIGHT : x(month)} y={bottom + 14} class={month === ages ? 'e' : 'm'}>
              {month === ages ? `${month} ${language === 'en' ? 'mo' : '个月'}` : month}
            </text>
          ) : null}
        </g>
      ))}
    </g>
  );
}

type YearProps = Pick<SurvivalProps, 'layout' | 'own' | 'other' | 'language'>;

/** The share still there after twelve months, as the sentence has it. */
function YearMark({ layout, own, other, language }: YearProps) {
  if (!Number.isFinite(own)) return null;
  const x = layout.x(YEAR);
  const y = layout.y(own);
  return (
    <g>
      {Number.isFinite(other) ? <circle class="dot-ghost" cx={x} cy={layout.y(other)} r={2.5} /> : null}
      <circle class="dot-mine" cx={x} cy={y} r={3} />
      <text x={x + 3} y={other > own ? y + 17 : y - 8} class="d halo">
        {formatShare(own, language, 0)}
      </text>
    </g>
  );
}

/** Names where the curves end. */
function CurveNames({ layout, survival, ghosts }: Pick<SurvivalProps, 'layout' | 'survival' | 'ghosts'>) {
  const place = (name: string, kind: string, values: readonly number[]) => {
    const end = Math.min(values.length - 1, layout.ages);
    return { name, kind, x: layout.x(end) + 5, height: layout.y(values[end]) + 4 };
  };
  const a = ghosts.find(({ kind }) => kind === 'ghost');
  const names = [place('B', 'd', survival), ...(a ? [place(a.name, 'before', a.series)] : [])];
  names.sort((one, other) => one.height - other.height);
  const heights = spreadLabels(
    names.map(({ height }) => height),
    NAME_GAP,
    layout.top,
    layout.bottom - 3,
  );
  return (
    <g>
      {names.map(({ name, kind, x }, position) => (
        <text key={name} x={x} y={heights[position]} class={kind}>
          {name}
        </text>
      ))}
      <ParentName {...{ layout, survival, ghosts }} />
    </g>
  );
}

/** The name of the parent is too long to stand at the end: it lies over all curves, which fall, behind a piece of line. */
function ParentName({ layout, survival, ghosts }: Pick<SurvivalProps, 'layout' | 'survival' | 'ghosts'>) {
  const parent = ghosts.find(({ kind }) => kind === 'parent');
  if (!parent) return null;
  const { x, y, right, ages } = layout;
  const end = right + RIGHT;
  const start = end - estimateWidth(parent.name, LABEL_SIZE) - SAMPLE;
  const age = Array.from({ length: ages }, (_, k) => k).findLast((k) => x(k) <= start) ?? 0;
  const highest = Math.max(...[survival, ...ghosts.map(({ series }) => series)].map((values) => values[age] ?? 0));
  const base = y(highest) - NAME_GAP;
  return (
    <g>
      <path class="parent" d={`M${start} ${base - 4}h${SAMPLE - 4}`} />
      <text x={end} y={base} class="e before halo">
        {parent.name}
      </text>
    </g>
  );
}
