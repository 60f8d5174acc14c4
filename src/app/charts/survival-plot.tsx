import type { Language } from '../../core/text.ts';
import { formatShare } from '../format.ts';
import type { Box } from './cohort-plot.tsx';
import { drawLine } from './paths.ts';
import { chooseTicks, createScale, type Scale } from './scales.ts';

const LEFT = 32;
const RIGHT = 16;
const TOP = 9;
const BOTTOM = 17;
const YEAR = 12;

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
  before: readonly number[] | null,
): SurvivalLayout {
  const ages = Math.max(YEAR, Math.floor((horizon - 24) / YEAR) * YEAR);
  const lowest = Math.min(...whole.slice(0, ages + 1), ...(before ?? []).slice(0, ages + 1));
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
  readonly before: readonly number[] | null;
  /** Shares still there after twelve months, of the run on show and of A. */
  readonly own: number;
  readonly other: number;
  readonly language: Language;
}

/** The curve of the run on show, A dashed, and the mark at twelve months. */
export function SurvivalCurves({ layout, survival, whole, before, own, other, language }: SurvivalProps) {
  const { x, y, ages } = layout;
  const draw = (values: readonly number[]) => drawLine(Math.min(values.length, ages + 1), x, (age) => y(values[age]));
  return (
    <g>
      <Axes layout={layout} language={language} />
      <path class="mine to-come" d={draw(whole)} />
      {before ? <path class="ghost" d={draw(before)} /> : null}
      <path class="mine" d={draw(survival)} />
      <YearMark layout={layout} own={own} other={other} language={language} />
      {before && survival.length > 1 ? <CurveNames layout={layout} survival={survival} before={before} /> : null}
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

function CurveNames({
  layout,
  survival,
  before,
}: Pick<SurvivalProps, 'layout' | 'survival'> & { before: readonly number[] }) {
  const end = (values: readonly number[]) => Math.min(values.length - 1, layout.ages);
  const own = layout.y(survival[end(survival)]);
  const other = layout.y(before[end(before)]);
  const apart = Math.max(0, 12 - Math.abs(own - other)) / 2;
  const up = own <= other ? -1 : 1;
  return (
    <g>
      <text x={layout.x(end(survival)) + 5} y={Math.min(own + 4 + up * apart, layout.bottom - 3)} class="d">
        B
      </text>
      <text x={layout.x(end(before)) + 5} y={Math.min(other + 4 - up * apart, layout.bottom - 3)}>
        A
      </text>
    </g>
  );
}
