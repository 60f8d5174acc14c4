import type { Language } from '../../core/text.ts';
import { formatNumber, formatQuarter } from '../format.ts';
import type { ReadonlyCursor } from './chart-cursor.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import { estimateWidth } from './labels.ts';
import type { CohortTriangle } from './retention-series.ts';
import { findRange } from './scales.ts';

const STEPS = 7;
const HEAD = 13;
const FOOT = 3;
const QUARTER_LABEL = 38;
const LABEL_SIZE = 12;
/** From this cell size up there is room for its value (DESIGN.md Charts). */
const VALUE_WIDTH = 22;
const VALUE_HEIGHT = 16;
/** Steps from which on the cell needs the ink of the other end. */
const DARK_STEP = 5;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Cells of a triangle of cohorts: rows by opening quarter, columns by quarters since. */
export interface CohortLayout {
  readonly box: Box;
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Quarters of the whole run. */
  readonly quarters: number;
  readonly startMonth: number;
  /** Lower end of the first colour and upper end of the last, as shares. */
  readonly low: number;
  readonly high: number;
}

export function createCohortLayout(
  box: Box,
  triangle: CohortTriangle,
  startMonth: number,
  horizon: number,
): CohortLayout {
  const quarters = Math.max(1, Math.floor(horizon / 3));
  const left = box.left + QUARTER_LABEL;
  const top = box.top + HEAD;
  const room = (box.width - QUARTER_LABEL) / quarters;
  const range = findRange(triangle.retained) ?? { low: 0, high: 1 };
  return {
    box,
    left,
    top,
    cellWidth: Math.min(room, 48),
    cellHeight: Math.min((box.height - HEAD - FOOT) / quarters, 26),
    quarters,
    startMonth,
    low: Math.floor(range.low * 10) / 10,
    high: Math.max(Math.floor(range.low * 10) / 10 + 0.1, Math.ceil(range.high * 10) / 10),
  };
}

/** Colour step 1…7 of a share. */
export function chooseStep(share: number, low: number, high: number): number {
  return Math.max(1, Math.min(STEPS, 1 + Math.floor(((share - low) / (high - low)) * STEPS)));
}

interface MarksProps {
  readonly layout: CohortLayout;
  readonly triangle: CohortTriangle;
  readonly language: Language;
}

/** Cells, names of quarters and the key of colours. */
export function CohortMarks({ layout, triangle, language }: MarksProps) {
  const { left, top, cellWidth, cellHeight, quarters, startMonth } = layout;
  const long = CHART_TEXTS.quartersLong[language];
  const head = estimateWidth(long, LABEL_SIZE) < cellWidth * quarters ? long : CHART_TEXTS.quartersShort[language];
  const every = Math.max(1, Math.ceil(14 / (cellHeight * 4))) * 4;
  return (
    <g>
      <text x={left} y={layout.box.top + 9}>
        {head}
      </text>
      {Array.from({ length: Math.ceil(quarters / every) }, (_, position) => position * every).map((quarter) => (
        <text key={quarter} x={left - 5} y={top + quarter * cellHeight + Math.min(cellHeight / 2 + 4, 9)} class="e">
          {formatQuarter(startMonth + quarter * 3, language)}
        </text>
      ))}
      <Cells layout={layout} triangle={triangle} language={language} />
      <ColourKey layout={layout} language={language} />
    </g>
  );
}

/** One path for each colour, so that three hundred cells are seven elements. */
function Cells({ layout, triangle, language }: MarksProps) {
  const { left, top, cellWidth, cellHeight, low, high } = layout;
  const gap = cellWidth > 7 ? 1 : 0.5;
  const paths = Array<string>(STEPS).fill('');
  const values: { x: number; y: number; text: string; dark: boolean }[] = [];
  const printed = cellWidth >= VALUE_WIDTH && cellHeight >= VALUE_HEIGHT;
  for (let quarter = 0; quarter < triangle.quarters; quarter++) {
    for (let age = 0; quarter + age < triangle.quarters; age++) {
      const share = triangle.retained[quarter * triangle.quarters + age];
      if (!Number.isFinite(share)) continue;
      const step = chooseStep(share, low, high);
      const x = left + age * cellWidth;
      const y = top + quarter * cellHeight;
      paths[step - 1] +=
        `M${round(x)} ${round(y)}h${round(cellWidth - gap)}v${round(cellHeight - gap)}h${-round(cellWidth - gap)}z`;
      if (!printed) continue;
      const text = formatNumber(share * 100, language);
      values.push({ x: x + cellWidth / 2, y: y + cellHeight / 2 + 4, text, dark: step >= DARK_STEP });
    }
  }
  return (
    <g>
      {paths.map((path, position) => (
        <path key={position} d={path} fill={`var(--h${position + 1})`} />
      ))}
      {values.map(({ x, y, text, dark }) => (
        <text key={`${x} ${y}`} x={x} y={y} class={dark ? 'm cell-dark' : 'm cell-light'}>
          {text}
        </text>
      ))}
    </g>
  );
}

function ColourKey({ layout, language }: { readonly layout: CohortLayout; readonly language: Language }) {
  const { left, top, cellWidth, cellHeight, quarters, low, high } = layout;
  const width = Math.min(84, cellWidth * quarters * 0.5);
  const x = left + cellWidth * quarters - width;
  const y = top + cellHeight * quarters - 24;
  const step = width / STEPS;
  return (
    <g>
      {Array.from({ length: STEPS }, (_, position) => (
        <rect key={position} x={x + position * step} y={y} width={step} height={6} fill={`var(--h${position + 1})`} />
      ))}
      <text x={x} y={y + 19}>
        {formatNumber(low * 100, language)}
      </text>
      <text x={x + width} y={y + 19} class="e">
        {formatNumber(high * 100, language)}%
      </text>
    </g>
  );
}

interface RulerProps {
  readonly layout: CohortLayout;
  readonly cursor: ReadonlyCursor;
  readonly playhead: number;
  readonly computed: number;
  readonly branchMonth: number | null;
}

/** What moves over the cells: the veil on months to come, the branch, the cursor. */
export function CohortRuler({ layout, cursor, playhead, computed, branchMonth }: RulerProps) {
  const { left, top, cellWidth, cellHeight, quarters } = layout;
  const cell = cursor.value;
  const branch = branchMonth === null ? null : Math.ceil(branchMonth / 3);
  return (
    <g>
      <path class="veil" d={drawAfter(layout, Math.floor(playhead / 3))} />
      {computed < quarters * 3 ? <path class="veil" d={drawAfter(layout, Math.floor(computed / 3))} /> : null}
      {branch !== null && branch > 0 && branch < quarters ? (
        <path
          class="branch"
          d={`M${left - 4} ${top + branch * cellHeight - 0.5}h${(quarters - branch) * cellWidth + 8}`}
        />
      ) : null}
      <path class="now-edge" d={drawEdge(layout, Math.floor(playhead / 3))} />
      {cell && cell.row < quarters ? (
        <rect
          class="cell-cursor"
          x={left + cell.column * cellWidth - 0.5}
          y={top + cell.row * cellHeight - 0.5}
          width={cellWidth}
          height={cellHeight}
        />
      ) : null}
    </g>
  );
}

/** The stairs between the quarters completed and those to come. */
function drawEdge({ left, top, cellWidth, cellHeight, quarters }: CohortLayout, completed: number): string {
  if (completed <= 0 || completed >= quarters) return '';
  let path = `M${round(left + completed * cellWidth)} ${round(top)}`;
  for (let row = 0; row < completed; row++) path += `v${round(cellHeight)}h${-round(cellWidth)}`;
  return path;
}

/** The region of all cells after `completed` quarters. */
function drawAfter(layout: CohortLayout, completed: number): string {
  const { left, top, cellWidth, cellHeight, quarters } = layout;
  if (completed >= quarters) return '';
  let path = `M${round(left)} ${round(top + quarters * cellHeight)}`;
  path += `V${round(top + completed * cellHeight)}`;
  for (let row = completed; row > 0; row--) path += `h${round(cellWidth)}v${-round(cellHeight)}`;
  path += `H${round(left + quarters * cellWidth)}`;
  for (let row = 0; row < quarters; row++) path += `v${round(cellHeight)}h${-round(cellWidth)}`;
  return `${path}Z`;
}

function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
