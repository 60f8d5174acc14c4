import type { Language } from '../../core/text.ts';
import type { ReadonlyCursor } from './chart-cursor.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import { estimateWidth } from './labels.ts';
import { type Bands, KEY_MARK, type OutcomeColumn, type OutcomeGhost, type OutcomeLayout } from './outcome-layout.ts';
import type { Outcome } from './outcome-series.ts';

const LABEL_SIZE = 12;
/** From this width of a scale up there is room for arrows and for the names of dots beside the figures. */
const ARROW_ROOM = 90;

interface OutcomePlotProps {
  readonly layout: OutcomeLayout;
  readonly bands: Bands;
  readonly own: readonly Outcome[];
  readonly others: readonly OutcomeGhost[];
  readonly cursor: ReadonlyCursor;
  readonly language: Language;
}

/** Groups down, measures across: B as a dot, A as a ring, the parent as a diamond, the cost of investing as a bar from gross to net. */
export function OutcomePlot({ layout, bands, own, others, cursor, language }: OutcomePlotProps) {
  const { columns, top, rowHeight, dotShift } = layout;
  const width = columns[columns.length - 1].valueRight;
  const cell = cursor.value;
  const parent = others.find(({ kind }) => kind === 'parent');
  return (
    <g>
      {parent ? (
        <>
          <path class="dot-ghost" d={drawDiamond(6, 5)} />
          <text x={KEY_MARK} y={9} class="before">
            {parent.name}
          </text>
        </>
      ) : null}
      {cell ? <rect class="row-cursor" x={0} y={top + cell.row * rowHeight} width="100%" height={rowHeight} /> : null}
      {columns.map((column) => (
        <ColumnAxis key={column.measure.key} column={column} layout={layout} language={language} />
      ))}
      {bands.map((band, row) => {
        const y = top + (row + 0.5) * rowHeight;
        return (
          <g key={band.key}>
            {row > 0 && dotShift > 6 ? <path class="grid" d={`M0 ${y - rowHeight / 2}H${width}`} /> : null}
            <text x={0} y={y + 4} class="plain">
              {band.label[language]}
            </text>
            {columns.map((column) => (
              <OutcomeMark
                key={column.measure.key}
                {...{ column, layout, middle: y, named: row === 0 && column.measure.key === 'return' }}
                outcome={own[row]}
                ghosts={others.map(({ kind, outcomes }) => ({ kind, outcome: outcomes[row] }))}
              />
            ))}
          </g>
        );
      })}
    </g>
  );
}

/** Around the dot of B also where both are the same. */
function drawDiamond(x: number, y: number): string {
  return `M${x} ${y - 6}l6 6-6 6-6-6z`;
}

interface AxisProps {
  readonly column: OutcomeColumn;
  readonly layout: OutcomeLayout;
  readonly language: Language;
}

function ColumnAxis({ column, layout, language }: AxisProps) {
  const { measure, left, valueRight, ticks, x } = column;
  const { top, bottom } = layout;
  return (
    <g>
      <text x={left} y={9} class="label-text">
        {nameColumn(column, valueRight - left, language)}
      </text>
      {ticks.map((tick) => (
        <g key={tick}>
          <path class={tick === 0 ? 'axis' : 'grid'} d={`M${x(tick)} ${top}V${bottom}`} />
          <text x={x(tick)} y={bottom + 13} class="m">
            {measure.formatTick(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

const HEADS = {
  return: ['returnHead', 'returnHeadShort'],
  losing: ['losingHead', 'losingHead'],
  complaints: ['complaintsHead', 'complaintsHeadShort'],
} as const;

function nameColumn({ measure }: OutcomeColumn, width: number, language: Language): string {
  const [long, short] = HEADS[measure.key].map((key) => CHART_TEXTS[key][language]);
  return estimateWidth(long, LABEL_SIZE) <= width ? long : short;
}

interface MarkProps {
  readonly column: OutcomeColumn;
  readonly layout: OutcomeLayout;
  /** Height of the middle of the row. */
  readonly middle: number;
  /** Whether A and B are named here. */
  readonly named: boolean;
  readonly outcome: Outcome | undefined;
  readonly ghosts: readonly (Pick<OutcomeGhost, 'kind'> & { readonly outcome: Outcome | undefined })[];
}

function OutcomeMark({ column, layout, middle, named, outcome, ghosts }: MarkProps) {
  const y = middle + layout.dotShift;
  const { measure, x, valueRight } = column;
  const value = outcome ? measure.value(outcome) : Number.NaN;
  if (!outcome || !Number.isFinite(value)) return null;
  const [before, parent] = (['ghost', 'parent'] as const).map((kind) => {
    const ghost = ghosts.find((one) => one.kind === kind)?.outcome;
    return ghost ? x(measure.value(ghost)) : Number.NaN;
  });
  const hasGhost = Number.isFinite(before);
  const isReturn = measure.key === 'return';
  const colour = !isReturn ? 'mine' : value < 0 ? 'loss' : 'gain';
  const roomy = column.right - column.left >= ARROW_ROOM;
  const arrow = isReturn && roomy ? (value < 0 ? '▼ ' : '▲ ') : '';
  return (
    <g class={`mark-${colour}`}>
      {isReturn ? <CostBar from={x(outcome.grossReturn)} to={x(value)} y={y} /> : null}
      {hasGhost ? <path class="shift" d={`M${before} ${y}H${x(value)}`} /> : null}
      {Number.isFinite(parent) ? <path class="dot-ghost" d={drawDiamond(parent, y)} /> : null}
      {hasGhost ? <circle class="dot-ghost" cx={before} cy={y} r={4} /> : null}
      <circle class="dot" cx={x(value)} cy={y} r={4.5} />
      {named && hasGhost && roomy ? <Names own={x(value)} before={before} y={y} /> : null}
      <text x={valueRight} y={middle + layout.valueShift} class="value e">
        {arrow}
        {measure.formatTight(value)}
      </text>
    </g>
  );
}

/** What trading and fees took: from the gross return, a tick, to the net one. */
function CostBar({ from, to, y }: { readonly from: number; readonly to: number; readonly y: number }) {
  return (
    <g>
      <path class="cost" d={`M${from} ${y}H${to}`} />
      <path class="gross" d={`M${from} ${y - 5}v10`} />
    </g>
  );
}

function Names({ own, before, y }: { readonly own: number; readonly before: number; readonly y: number }) {
  const apart = Math.max(0, 13 - Math.abs(own - before)) / 2;
  const side = own >= before ? 1 : -1;
  return (
    <g>
      <text x={before - side * apart} y={y - 7} class="m halo">
        A
      </text>
      <text x={own + side * apart} y={y - 7} class="m d halo">
        B
      </text>
    </g>
  );
}
