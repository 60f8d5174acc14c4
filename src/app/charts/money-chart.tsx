import { useSignal } from '@preact/signals';
import { useCallback, useMemo } from 'preact/hooks';
import type { Language } from '../../core/text.ts';
import { chooseMoneyUnit, formatMoney } from '../format.ts';
import type { MonthFigures } from '../run-data.ts';
import type { ChartGrid, ReadonlyCursor } from './chart-cursor.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type ChartProps, describeProgress } from './chart-props.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import { findBaseline, type Ghosts, readGhosts, useGhosts } from './ghosts.ts';
import { createMoneyLayout, type MoneyLayout, type MoneyView } from './money-layout.ts';
import { MoneyKindsPicture, MoneyLabels, MoneyTotalsPicture } from './money-plot.tsx';
import { computeMoneySeries, type MoneySeries } from './money-series.ts';
import { createMoneyTable, listMoneyRows } from './money-table.ts';
import { usePlotSize } from './plot-size.ts';
import { findRange } from './scales.ts';
import { writeMoneyKindsSentence, writeMoneySentence } from './sentences.ts';
import { BranchRule, Crosshair, findMonth, nameMonth, PlayheadMark, Veil, YearAxis } from './time-axis.tsx';

/** What the chosen broker earns: revenue and profit, or revenue and cost by kind. */
export function MoneyChart({ view, shown, baseline, parent, branchMonth, failure }: ChartProps) {
  const { language, looks, playhead, chosen } = view;
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal<ReadonlyCursor['value']>(null);
  const show = useSignal<MoneyView>('totals');
  const { inputs } = shown.run;
  const compute = useCallback((months: readonly MonthFigures[]) => computeMoneySeries(months, chosen), [chosen]);
  const series = useMemo(() => compute(shown.months), [shown.months, compute]);
  const ghosts = useGhosts(baseline, parent, compute, language);
  const unit = useMemo(() => {
    const range = findRange(series.revenue, series.cost, ...ghosts.map((ghost) => ghost.series.revenue));
    return chooseMoneyUnit(range ? Math.max(Math.abs(range.low), Math.abs(range.high)) : 0, language);
  }, [series, ghosts, language]);
  const layout = useMemo(
    () =>
      size
        ? createMoneyLayout(size, show.value, series, ghosts, unit, inputs.startMonth, inputs.months, language)
        : null,
    [size, show.value, series, ghosts, unit, inputs, language],
  );
  const Picture = show.value === 'totals' ? MoneyTotalsPicture : MoneyKindsPicture;
  const picture = useMemo(
    () => layout && <Picture layout={layout} series={series} ghosts={ghosts} />,
    [layout, series, ghosts, Picture],
  );
  const name = looks[chosen]?.name[language] ?? '';
  return (
    <ChartFrame
      id="money"
      title={nameMoneyChart(unit.label, language)}
      titleTail={language === 'en' ? ' a month' : ''}
      sentence={
        describeProgress(shown, playhead, language) ??
        (show.value === 'totals'
          ? writeMoneySentence(series, findBaseline(ghosts), playhead, name, language)
          : writeMoneyKindsSentence(series, playhead, language))
      }
      language={language}
      tools={
        <button
          type="button"
          class="btn icon"
          aria-pressed={show.value === 'kinds'}
          aria-label={CHART_TEXTS.kinds[language]}
          title={CHART_TEXTS.kinds[language]}
          data-testid="chart-money-kinds"
          onClick={() => {
            show.value = show.value === 'kinds' ? 'totals' : 'kinds';
          }}
        >
          <svg class="ic" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.5 12.5h11M2.5 9.5c3 0 3-4 5.5-4s3 2 5.5 2M2.5 6.5C5.5 6.5 5.5 2.5 8 2.5s3 2 5.5 2" />
          </svg>
        </button>
      }
      failure={failure}
      faded={shown.run.status === 'failed'}
      table={() => createMoneyTable(series, ghosts, shown.computed, inputs.startMonth, language)}
      grid={layout && createGrid(layout, series, ghosts, show.value, shown.computed - 1, playhead, language)}
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {layout ? (
        <>
          {picture}
          <Veil frame={layout.frame} playhead={playhead} computed={shown.computed - 1} />
          <YearAxis frame={layout.frame} />
          <BranchRule frame={layout.frame} month={branchMonth} />
          <PlayheadMark frame={layout.frame} playhead={playhead} />
          <Crosshair frame={layout.frame} cursor={cursor} />
          <MoneyLabels {...{ layout, series, ghosts, show: show.value, cursor, playhead, language }} />
        </>
      ) : null}
    </ChartFrame>
  );
}

function nameMoneyChart(unit: string, language: Language): string {
  const words = CHART_TEXTS.moneyTotals[language];
  return language === 'en' ? `${words}, ${unit}` : `${words}（${unit}/月）`;
}

function createGrid(
  layout: MoneyLayout,
  series: MoneySeries,
  ghosts: Ghosts<MoneySeries>,
  show: MoneyView,
  last: number,
  playhead: number,
  language: Language,
): ChartGrid {
  const { frame, y } = layout;
  const rows = listMoneyRows(series, show, language);
  return {
    columns: last + 1,
    rows: rows.length,
    home: { column: Math.max(1, Math.min(last, playhead)), row: 0 },
    read: ({ column, row }) => {
      if (column < 1 || column > last) return null;
      const { label, values, read } = rows[row];
      const write = (cents: number) => formatMoney(cents, language);
      const before = read ? readGhosts(ghosts, column, read, write) : [];
      const entries = [{ label, value: write(values[column]) }, ...before];
      return { heading: nameMonth(frame, column, language), entries };
    },
    place: ({ column, row }) => ({ x: frame.x(column), y: y(rows[row].edge[column]) }),
    locate: (point) => {
      if (point.x < frame.left - 4 || point.x > frame.right + 4 || last < 1) return null;
      const column = Math.max(1, findMonth(frame, point.x, last));
      const distances = rows.map(({ edge }) => Math.abs(y(edge[column]) - point.y));
      return { column, row: distances.indexOf(Math.min(...distances)) };
    },
  };
}
