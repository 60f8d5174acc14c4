import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { MetricDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import type { Bin } from '../../experiment/study/bins.ts';
import type { Heat, StudySummary } from '../../experiment/study/summary.ts';
import type { ChartCell, ChartGrid, ReadonlyCursor } from '../charts/chart-cursor.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { chooseStep } from '../charts/cohort-plot.tsx';
import type { DataTable } from '../charts/data-table.ts';
import { estimateWidth } from '../charts/labels.ts';
import { type PlotSize, usePlotSize } from '../charts/plot-size.ts';
import { findRange } from '../charts/scales.ts';
import { formatNumber } from '../format.ts';
import { pick } from '../i18n/say.ts';
import { type AxisUnit, chooseAxisUnit } from '../lab/axis-unit.ts';
import { joinUnit } from '../lab/figure-axis.tsx';
import { formatFigure } from '../lab/metric-figures.ts';
import { overrides } from '../store.ts';
import { AxisChoice } from './axis-choice.tsx';
import { type HeatMark, Mark, placeMarks } from './heat-marks.tsx';
import { declareMeasure, describeSwept, nameMeasure, type SweptWords, sayRange } from './study-formats.ts';
import { askAbout, question, type Study } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

interface HeatChartProps {
  readonly study: Study;
  readonly summary: StudySummary | null;
  readonly language: Language;
}

/** What is swept across and up. */
type Axes = readonly [SweptWords, SweptWords];

const describeAxes = ([across, up]: readonly [string, string], language: Language): Axes => [
  describeSwept(across, language),
  describeSwept(up, language),
];

/** The outcome by two swept parameters. */
export function HeatChart({ study, summary, language }: HeatChartProps) {
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal<ChartCell | null>(null);
  const metric = useMemo(() => declareMeasure(study.design, study.focus.outcome), [study]);
  const heat = summary?.heat ?? null;
  const { across, up } = question.value;
  const keys = [across, up].map((axis) => study.design.points.keys[axis] ?? '') as [string, string];
  const axes = useMemo(() => describeAxes(keys, language), [...keys, language]);
  const plot = useMemo(
    () => (heat && size ? layOut(heat, metric, axes, size, language) : null),
    [heat, metric, axes, size, language],
  );
  const marks = heat ? placeMarks(heat, keys, study.design.scenario, overrides.value) : [];
  const outcome = nameMeasure(study.design, study.focus.outcome, language);
  const title = language === 'en' ? `Map of ${outcome}` : `${outcome}：热图`;
  const choice = (which: 'across' | 'up') => (
    <AxisChoice
      study={study}
      testId={`study-heat-${which}`}
      label={pick(WORDS[which])}
      face={which === 'across' ? '→' : '↑'}
      value={question.value[which]}
      onChoose={(axis) => askAbout(swapAxes(which, axis))}
      language={language}
    />
  );
  return (
    <ChartFrame
      id="study-heat"
      title={joinUnit(title, heat ? chooseUnit(heat, metric, language).label : '', language)}
      sentence={writeSentence(heat, metric, axes, language)}
      language={language}
      tools={
        <>
          {choice('across')}
          {choice('up')}
        </>
      }
      failure={null}
      faded={false}
      table={() => createTable(title, heat, metric, axes, language)}
      grid={heat && plot ? createGrid(heat, plot, metric, axes, marks, language) : null}
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {heat && plot ? <Cells heat={heat} plot={plot} axes={axes} marks={marks} language={language} /> : null}
      {plot ? <Marks plot={plot} marks={marks} /> : null}
      {plot ? <CellCursor plot={plot} cursor={cursor} /> : null}
    </ChartFrame>
  );
}

/** One parameter can't lie on both axes: choosing the other's swaps them. */
function swapAxes(which: 'across' | 'up', axis: number): { across: number; up: number } {
  const { across, up } = question.peek();
  if (which === 'across') return { across: axis, up: axis === up ? across : up };
  return { across: axis === across ? up : across, up: axis };
}

function chooseUnit({ cells }: Heat, metric: MetricDeclaration, language: Language): AxisUnit {
  const range = findRange(cells);
  return chooseAxisUnit(metric, range ? Math.max(Math.abs(range.low), Math.abs(range.high)) : 0, language);
}

function writeSentence(heat: Heat | null, metric: MetricDeclaration, [across, up]: Axes, language: Language): string {
  const known = heat
    ? Array.from(heat.cells, (value, cell) => ({ value, cell })).filter(({ value }) => Number.isFinite(value))
    : [];
  if (heat === null || known.length === 0) return pick(WORDS.waiting);
  const best = known.reduce((top, next) => (next.value > top.value ? next : top));
  const where = [heat.across[best.cell % heat.across.length], heat.up[Math.floor(best.cell / heat.across.length)]];
  const [x, y] = [sayRange(where[0], across), sayRange(where[1], up)];
  const value = formatFigure(metric, best.value, language);
  return language === 'en'
    ? `Highest, ${value}, with ${across.name} at ${x} and ${up.name} at ${y}. Medians of runs.`
    : `${across.name}为 ${x}、${up.name}为 ${y} 时最高，${value}。格内为运行中位数。`;
}

/** What stands for a stretch beside the map. */
const sayMiddle = ({ from, to }: Bin, { say }: SweptWords) => say((from + to) / 2);

interface HeatPlot {
  readonly left: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly columns: number;
  readonly rows: number;
  readonly low: number;
  readonly high: number;
  readonly unit: AxisUnit;
  readonly decimals: number;
}

const FOOT = 34;
/** From this cell size up there is room for its value (DESIGN.md Charts). */
const [VALUE_WIDTH, VALUE_HEIGHT] = [22, 16];
/** From this height up a value in the middle is clear of the letter of a mark. */
const MARKED_HEIGHT = 50;
/** Steps of colour from which on the cell needs the ink of the other end. */
const DARK_STEP = 5;
const TEXT_SIZE = 12;

function layOut(
  heat: Heat,
  metric: MetricDeclaration,
  [, up]: Axes,
  { width, height }: PlotSize,
  language: Language,
): HeatPlot | null {
  const range = findRange(heat.cells);
  if (!range || height < 80) return null;
  const [columns, rows] = [heat.across.length, heat.up.length];
  const labels = heat.up.map((bin) => estimateWidth(sayMiddle(bin, up), TEXT_SIZE));
  const left = Math.max(...labels) + 8;
  const unit = chooseUnit(heat, metric, language);
  return {
    left,
    columns,
    rows,
    cellWidth: (width - left) / columns,
    cellHeight: (height - FOOT) / rows,
    low: range.low,
    high: range.high > range.low ? range.high : range.low + Math.max(1e-9, Math.abs(range.low)),
    unit,
    decimals: chooseDecimals((range.high - range.low) / unit.size),
  };
}

/** Digits by which the cells of a map differ. */
function chooseDecimals(spread: number): number {
  return spread >= 10 || spread <= 0 ? 0 : spread >= 1 ? 1 : 2;
}

interface CellsProps {
  readonly heat: Heat;
  readonly plot: HeatPlot;
  readonly axes: Axes;
  readonly marks: readonly HeatMark[];
  readonly language: Language;
}

function Cells({ heat, plot, axes, marks, language }: CellsProps) {
  const { left, cellWidth, cellHeight, columns, rows, low, high, unit, decimals } = plot;
  const texts = Array.from(heat.cells, (value) => formatNumber(value / unit.size, language, decimals));
  const widest = Math.max(...texts.map((text) => estimateWidth(text, TEXT_SIZE)), VALUE_WIDTH - 2);
  const isPrinted = cellWidth >= widest + 2 && cellHeight >= VALUE_HEIGHT;
  const bottom = rows * cellHeight;
  // The letter of a mark takes the top of its cell, which in a low one is where the value would stand.
  const isLow = cellHeight < MARKED_HEIGHT;
  const isMarked = (cell: number) => marks.some(({ column, row }) => row * columns + column === cell);
  return (
    <g>
      {Array.from(heat.cells, (value, cell) => {
        if (!Number.isFinite(value)) return null;
        const x = left + (cell % columns) * cellWidth;
        const y = bottom - (Math.floor(cell / columns) + 1) * cellHeight;
        const step = chooseStep(value, low, high);
        return (
          <g key={cell}>
            <rect x={x} y={y} width={cellWidth - 1} height={cellHeight - 1} fill={`var(--h${step})`} />
            {isPrinted ? (
              <text
                x={x + cellWidth / 2}
                y={isLow && isMarked(cell) ? y + cellHeight - 5 : y + cellHeight / 2 + 4}
                class={step >= DARK_STEP ? 'm cell-dark' : 'm cell-light'}
              >
                {texts[cell]}
              </text>
            ) : null}
          </g>
        );
      })}
      <AxisLabels heat={heat} plot={plot} axes={axes} />
    </g>
  );
}

/** Values along both axes, as many as there is room for, and the names of the parameters. */
function AxisLabels({ heat, plot, axes: [acrossAxis, upAxis] }: Pick<CellsProps, 'heat' | 'plot' | 'axes'>) {
  const { left, cellWidth, cellHeight, columns, rows } = plot;
  const everyColumn = Math.max(1, Math.ceil(40 / cellWidth));
  const everyRow = Math.max(1, Math.ceil(16 / cellHeight));
  const [right, bottom] = [left + columns * cellWidth, rows * cellHeight];
  const [across, up] = [`${acrossAxis.name} →`, `↑ ${upAxis.name}`];
  const hasRoom = estimateWidth(across, TEXT_SIZE) + estimateWidth(up, TEXT_SIZE) + 2 * TEXT_SIZE <= right;
  return (
    <g>
      {heat.up.map((bin, row) =>
        row % everyRow === 0 ? (
          <text key={bin.from} class="e" x={left - 6} y={bottom - (row + 0.5) * cellHeight + 4}>
            {sayMiddle(bin, upAxis)}
          </text>
        ) : null,
      )}
      {heat.across.map((bin, column) =>
        column % everyColumn === 0 ? (
          <text key={bin.from} class="m" x={left + (column + 0.5) * cellWidth} y={bottom + 13}>
            {sayMiddle(bin, acrossAxis)}
          </text>
        ) : null,
      )}
      {hasRoom ? (
        <text x={0} y={bottom + 29}>
          {up}
        </text>
      ) : null}
      <text class="e" x={right} y={bottom + 29}>
        {across}
      </text>
    </g>
  );
}

function Marks({ plot, marks }: { readonly plot: HeatPlot; readonly marks: readonly HeatMark[] }) {
  const { left, cellWidth, cellHeight, rows } = plot;
  return (
    <g>
      {marks.map((mark, k) => (
        <Mark
          key={mark.name}
          mark={mark}
          before={marks.slice(0, k).filter(({ column, row }) => column === mark.column && row === mark.row).length}
          x={left + mark.column * cellWidth}
          y={(rows - 1 - mark.row) * cellHeight}
          width={cellWidth}
          height={cellHeight}
        />
      ))}
    </g>
  );
}

function CellCursor({ plot, cursor }: { readonly plot: HeatPlot; readonly cursor: ReadonlyCursor }) {
  const cell = cursor.value;
  if (!cell) return null;
  const { left, cellWidth, cellHeight } = plot;
  return (
    <rect
      class="cell-cursor"
      x={left + cell.column * cellWidth - 0.5}
      y={cell.row * cellHeight - 0.5}
      width={cellWidth}
      height={cellHeight}
    />
  );
}

/** Rows of the cursor count from the top, those of the map from the lowest value. */
function createGrid(
  heat: Heat,
  plot: HeatPlot,
  metric: MetricDeclaration,
  [across, up]: Axes,
  marks: readonly HeatMark[],
  language: Language,
): ChartGrid {
  const { left, cellWidth, cellHeight, columns, rows } = plot;
  const find = ({ column, row }: ChartCell) => (rows - 1 - row) * columns + column;
  return {
    columns,
    rows,
    home: { column: 0, row: rows - 1 },
    read: (cell) => {
      if (cell.column < 0 || cell.column >= columns || cell.row < 0 || cell.row >= rows) return null;
      const value = heat.cells[find(cell)];
      const entries = [
        { label: up.name, value: sayRange(heat.up[rows - 1 - cell.row], up) },
        { label: pick(WORDS.median), value: formatFigure(metric, value, language) },
        ...marks
          .filter(({ column, row }) => column === cell.column && row === rows - 1 - cell.row)
          .map(({ name }) => ({ label: name, value: pick(name === 'A' ? WORDS.markA : WORDS.markB) })),
      ];
      return { heading: `${across.name} ${sayRange(heat.across[cell.column], across)}`, entries };
    },
    place: ({ column, row }) => ({ x: left + (column + 0.5) * cellWidth, y: (row + 0.5) * cellHeight }),
    locate: ({ x, y }) => {
      const [column, row] = [Math.floor((x - left) / cellWidth), Math.floor(y / cellHeight)];
      return column >= 0 && column < columns && row >= 0 && row < rows ? { column, row } : null;
    },
  };
}

function createTable(
  caption: string,
  heat: Heat | null,
  metric: MetricDeclaration,
  [acrossAxis, upAxis]: Axes,
  language: Language,
): DataTable {
  const format = (value: number) => formatFigure(metric, value, language);
  const across = heat?.across ?? [];
  return {
    caption,
    columns: [
      { label: `${upAxis.name} ↑ ${acrossAxis.name} →` },
      ...across.map((bin) => ({ label: sayRange(bin, acrossAxis), format })),
    ],
    rows: (heat?.up ?? [])
      .map((bin, row) => [
        sayRange(bin, upAxis),
        ...(heat?.cells.slice(row * across.length, (row + 1) * across.length) ?? []),
      ])
      .reverse(),
  };
}
