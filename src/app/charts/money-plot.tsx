import type { Language } from '../../core/text.ts';
import { formatMoneyIn, formatNumber } from '../format.ts';
import type { ReadonlyCursor } from './chart-cursor.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import { type Ghosts, hasMonth } from './ghosts.ts';
import { spreadLabels } from './labels.ts';
import type { MoneyLayout, MoneyView } from './money-layout.ts';
import { COST_KINDS, type MoneyKind, type MoneySeries, REVENUE_KINDS, readKindLabel } from './money-series.ts';
import { stackKinds } from './money-table.ts';
import { drawArea, drawLine } from './paths.ts';
import { nameMonth } from './time-axis.tsx';

interface PictureProps {
  readonly layout: MoneyLayout;
  readonly series: MoneySeries;
  readonly ghosts: Ghosts<MoneySeries>;
}

/** Revenue over profit; profit is filled above and below zero, the ghosts behind both. */
export function MoneyTotalsPicture({ layout, series, ghosts }: PictureProps) {
  const { frame, y } = layout;
  const fill = (sign: 1 | -1) =>
    drawArea(
      1,
      series.months,
      frame.x,
      (m) => y(sign * Math.max(0, sign * series.profit[m])),
      () => y(0),
    );
  const draw = (values: Float64Array, from = 0) => drawLine(values.length, frame.x, (m) => y(values[m]), from);
  return (
    <g>
      <MoneyAxis layout={layout} />
      <path d={fill(1)} fill="var(--gain)" opacity={0.35} />
      <path d={fill(-1)} fill="var(--loss)" opacity={0.35} />
      {ghosts.map(({ kind, series: before, from }) => (
        <g key={kind}>
          <path class={kind} d={draw(before.revenue, from)} />
          <path class={kind} d={draw(before.profit, from)} />
        </g>
      ))}
      <path class="mine" d={draw(series.revenue)} />
      <path class="line" d={draw(series.profit)} />
    </g>
  );
}

/** Revenue by kind stacked upwards, cost by kind downwards, the profit between them as a line. */
export function MoneyKindsPicture({ layout, series }: PictureProps) {
  const { frame, y } = layout;
  const layers = (kinds: readonly MoneyKind[], values: readonly Float64Array[], sign: 1 | -1) =>
    stackKinds(values, sign).map((edge, position, edges) => {
      const below = edges[position - 1];
      const path = drawArea(
        1,
        series.months,
        frame.x,
        (m) => y(edge[m]),
        (m) => y(below ? below[m] : 0),
      );
      return (
        <path
          key={kinds[position].metric}
          class="band"
          d={path}
          fill={`var(${kinds[position].colour})`}
          opacity={0.85}
        />
      );
    });
  return (
    <g>
      <MoneyAxis layout={layout} />
      {layers(REVENUE_KINDS, series.revenueKinds, 1)}
      {layers(COST_KINDS, series.costKinds, -1)}
      <path class="line" d={drawLine(series.months, frame.x, (m) => y(series.profit[m]))} />
    </g>
  );
}

function MoneyAxis({ layout }: { readonly layout: MoneyLayout }) {
  const { frame, y, ticks, unit } = layout;
  const decimals = ticks.some((tick) => Math.abs(tick - Math.round(tick)) > 1e-9) ? 1 : 0;
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <path class={tick === 0 ? 'axis' : 'grid'} d={`M${frame.left} ${y(tick * unit.cents)}H${frame.right}`} />
          <text x={frame.left - 5} y={y(tick * unit.cents) + 4} class="e">
            {formatNumber(tick, 'en', decimals)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface LabelsProps extends PictureProps {
  readonly show: MoneyView;
  readonly cursor: ReadonlyCursor;
  readonly playhead: number;
  readonly language: Language;
}

interface Label {
  readonly height: number;
  readonly text: string;
  readonly kind: 'd' | 'plain' | 'before';
}

/** Names at the ends of lines and layers, with the figures of the month on show or under the cursor. */
export function MoneyLabels(props: LabelsProps) {
  const { layout, cursor, playhead, show, language } = props;
  const { frame } = layout;
  const month = Math.max(1, cursor.value?.column ?? playhead);
  const labels = (show === 'totals' ? listTotals(props, month) : listKinds(props, month)).filter(({ height }) =>
    Number.isFinite(height),
  );
  labels.sort((a, b) => a.height - b.height);
  const heights = spreadLabels(
    labels.map(({ height }) => height),
    13,
    10,
    frame.bottom - 3,
  );
  const x = frame.right + 6;
  return (
    <g>
      {labels.map(({ text, kind }, position) => (
        <text key={position} x={x} y={heights[position]} class={kind}>
          {text}
        </text>
      ))}
      <text x={x} y={frame.bottom + 13}>
        {nameMonth(frame, month, language)}
      </text>
    </g>
  );
}

function listTotals({ layout, series, ghosts, language }: LabelsProps, month: number): Label[] {
  const { y, unit } = layout;
  const end = series.months - 1;
  const figure = (values: Float64Array) => formatMoneyIn(unit, values[month], language);
  const labels: Label[] = [
    {
      height: y(series.revenue[end]) + 4,
      text: `${CHART_TEXTS.revenue[language]} ${figure(series.revenue)}`,
      kind: 'd',
    },
    { height: y(series.profit[end]) + 4, text: `${CHART_TEXTS.profit[language]} ${figure(series.profit)}`, kind: 'd' },
  ];
  for (const ghost of ghosts.filter((ghost) => hasMonth(ghost, month))) {
    const { revenue, profit } = ghost.series;
    const last = ghost.months - 1;
    labels.push(
      { height: y(revenue[last]) + 5, text: `${ghost.name} ${figure(revenue)}`, kind: 'before' },
      { height: y(profit[last]) + 5, text: `${ghost.name} ${figure(profit)}`, kind: 'before' },
    );
  }
  return labels;
}

/** Only layers thick enough to be seen are named; the cursor and the table name all. */
function listKinds({ layout, series, language }: LabelsProps, month: number): Label[] {
  const { y, unit } = layout;
  const end = series.months - 1;
  const list = (kinds: readonly MoneyKind[], values: readonly Float64Array[], sign: 1 | -1) => {
    const edges = stackKinds(values, sign);
    return kinds.flatMap((kind, position): Label[] => {
      const outer = y(edges[position][end]);
      const inner = y(position > 0 ? edges[position - 1][end] : 0);
      if (!(Math.abs(outer - inner) >= 6)) return [];
      const text = `${readKindLabel(kind)[language]} ${formatMoneyIn(unit, values[position][month], language)}`;
      return [{ height: (outer + inner) / 2 + 4, text, kind: 'plain' }];
    });
  };
  const profit = `${CHART_TEXTS.profit[language]} ${formatMoneyIn(unit, series.profit[month], language)}`;
  return [
    ...list(REVENUE_KINDS, series.revenueKinds, 1),
    { height: y(series.profit[end]) + 4, text: profit, kind: 'd' },
    ...list(COST_KINDS, series.costKinds, -1),
  ];
}
