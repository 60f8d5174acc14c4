import { useSignal } from '@preact/signals';
import { useCallback, useMemo } from 'preact/hooks';
import type { Language } from '../../core/text.ts';
import { formatNumber, formatShare } from '../format.ts';
import type { BrokerLook, MonthFigures } from '../run-data.ts';
import type { ChartGrid, ReadonlyCursor } from './chart-cursor.ts';
import { ChartFrame } from './chart-frame.tsx';
import { type ChartProps, describeProgress } from './chart-props.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import { findBaseline, type Ghosts, hasMonth, readGhosts, useGhosts } from './ghosts.ts';
import { estimateWidth, fitLabels } from './labels.ts';
import { drawArea, drawLine } from './paths.ts';
import { type PlotSize, usePlotSize } from './plot-size.ts';
import { createScale, findRange, type Scale } from './scales.ts';
import { writeConcentrationSentence } from './sentences.ts';
import { computeShareSeries, type ShareSeries } from './share-series.ts';
import { createShareTable, nameBand } from './share-table.ts';
import {
  BranchRule,
  Crosshair,
  createTimeFrame,
  findMonth,
  nameMonth,
  PlayheadMark,
  type TimeFrame,
  Veil,
  YEARS_HEIGHT,
  YearAxis,
} from './time-axis.tsx';

const STRIP = { top: 15, bottom: 29 };
const STACK_TOP = 35;
const LABEL_GAP: Readonly<Record<Language, number>> = { en: 13, 'zh-CN': 15 };
const LABEL_SIZE = 12;
/** The HHI strip never magnifies less than this many points to its height, so that noise stays noise. */
const STRIP_POINTS = 60;

interface Layout {
  readonly frame: TimeFrame;
  /** Height of a cumulated share. */
  readonly y: Scale;
  readonly hhi: Scale;
}

/** Who holds the market: shares of clients stacked on the chosen broker, CR10 as their edge, HHI in a strip above. */
export function ConcentrationChart({ view, shown, baseline, parent, branchMonth, failure }: ChartProps) {
  const { language, looks, playhead } = view;
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal<ReadonlyCursor['value']>(null);
  const compute = useCallback((months: readonly MonthFigures[]) => computeShareSeries(months, looks), [looks]);
  const series = useMemo(() => compute(shown.months), [shown.months, compute]);
  const ghosts = useGhosts(baseline, parent, compute, language);
  const { inputs } = shown.run;
  const layout = useMemo(
    () => (size ? createLayout(size, series, ghosts, inputs.startMonth, inputs.months, looks, language) : null),
    [size, series, ghosts, inputs, looks, language],
  );
  const grid = layout && createGrid(layout, series, ghosts, shown.computed - 1, playhead, looks, language);
  const picture = useMemo(
    () =>
      layout && (
        <>
          <Stack layout={layout} series={series} />
          <Edges layout={layout} series={series} ghosts={ghosts} />
        </>
      ),
    [layout, series, ghosts],
  );
  const name = looks[view.chosen].name[language];
  return (
    <ChartFrame
      id="concentration"
      title={CHART_TEXTS.concentration[language]}
      sentence={
        describeProgress(shown, playhead, language) ??
        writeConcentrationSentence(series, findBaseline(ghosts), playhead, name, language)
      }
      language={language}
      failure={failure}
      faded={shown.run.status === 'failed'}
      table={() => createShareTable(series, ghosts, shown.computed, inputs.startMonth, looks, language)}
      grid={grid}
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
          <Labels layout={layout} series={series} ghosts={ghosts} {...{ cursor, playhead, looks, language }} />
        </>
      ) : null}
    </ChartFrame>
  );
}

function createLayout(
  { width, height }: PlotSize,
  series: ShareSeries,
  ghosts: Ghosts<ShareSeries>,
  startMonth: number,
  horizon: number,
  looks: readonly BrokerLook[],
  language: Language,
): Layout {
  const named = looks.filter((look) => look.colour.startsWith('--b'));
  const names = [...named.map((look) => look.name[language]), ...ghosts.map(({ name }) => name)];
  const widest = Math.max(...names.map((name) => estimateWidth(`${name} 00.0`, LABEL_SIZE)));
  const room = Math.min(Math.max(74, widest + 10), width * 0.4);
  const frame = createTimeFrame(
    { left: 0, right: width - room, top: 0, bottom: height - YEARS_HEIGHT },
    startMonth,
    horizon,
  );
  const range = findRange(series.hhi, ...ghosts.map((ghost) => ghost.series.hhi)) ?? { low: 0, high: 1 };
  const spare = Math.max(0, STRIP_POINTS - (range.high - range.low)) / 2;
  return {
    frame,
    y: createScale(0, 1, frame.bottom, STACK_TOP),
    hhi: createScale(range.low - spare, range.high + spare, STRIP.bottom, STRIP.top),
  };
}

interface PictureProps {
  readonly layout: Layout;
  readonly series: ShareSeries;
  readonly ghosts: Ghosts<ShareSeries>;
}

/** The layers, from the ground up. */
function Stack({ layout, series }: Omit<PictureProps, 'ghosts'>) {
  const { frame, y, hhi } = layout;
  const count = series.months;
  return (
    <g>
      {series.bands.map((band, position) => {
        const below = series.bands[position - 1];
        const path = drawArea(
          0,
          count,
          frame.x,
          (m) => y(band.tops[m]),
          (m) => y(below ? below.tops[m] : 0),
        );
        const strength = position === 0 ? 1 : band.colour.startsWith('--b') ? 0.82 : 0.9;
        return <path key={position} class="band" d={path} fill={`var(${band.colour})`} opacity={strength} />;
      })}
      <path class="line" d={drawLine(count, frame.x, (m) => hhi(series.hhi[m]))} />
    </g>
  );
}

/** CR10, and the lines of ghosts on a ground of their own, for they cross the layers. */
function Edges({ layout, series, ghosts }: PictureProps) {
  const { frame, y, hhi } = layout;
  return (
    <g>
      {ghosts.map(({ kind, series: before, from }) => (
        <g key={kind}>
          <path class={kind} d={drawLine(before.months, frame.x, (m) => hhi(before.hhi[m]), from)} />
          {[before.cr10, before.bands[0].tops].map((values, position) => {
            const path = drawLine(before.months, frame.x, (m) => y(values[m]), from);
            return (
              <g key={position}>
                <path class="ghost-ground" d={path} />
                <path class={kind} d={path} />
              </g>
            );
          })}
        </g>
      ))}
      <path class="line" d={drawLine(series.months, frame.x, (m) => y(series.cr10[m]))} />
    </g>
  );
}

interface LabelsProps extends PictureProps {
  readonly cursor: ReadonlyCursor;
  readonly playhead: number;
  readonly looks: readonly BrokerLook[];
  readonly language: Language;
}

interface Label {
  readonly height: number;
  readonly text: string;
  readonly kind: 'strong' | 'plain' | 'before';
  readonly weight: number;
}

/** Names where the layers end, with the figures of the month on show or under the cursor. */
function Labels({ layout, series, ghosts, cursor, playhead, looks, language }: LabelsProps) {
  const { frame } = layout;
  const month = cursor.value?.column ?? playhead;
  const x = frame.right + 7;
  const labels = fitLabels(
    listLabels({ layout, series, ghosts }, month, looks, language),
    frame.bottom - 4,
    LABEL_GAP[language],
  );
  const last = series.months - 1;
  const rest = layout.y((series.bands.at(-1)!.tops[last] + series.bands.at(-2)!.tops[last]) / 2) + 4;
  const others = CHART_TEXTS.others[language];
  return (
    <g>
      <text x={0} y={10} class="halo">
        HHI {formatNumber(series.hhi[0], language)}
      </text>
      <text x={6} y={rest} class="on-band">
        {language === 'en' ? `${series.others[month]} others` : `${others} ${series.others[month]} 家`}
      </text>
      {labels.map(({ text, height, kind }) => (
        <text key={text} x={x} y={height} class={kind}>
          {text}
        </text>
      ))}
      <text x={x} y={frame.bottom + 13}>
        {nameMonth(frame, month, language)}
      </text>
    </g>
  );
}

function listLabels(
  { layout, series, ghosts }: PictureProps,
  month: number,
  looks: readonly BrokerLook[],
  language: Language,
): Label[] {
  const { y, hhi } = layout;
  const last = series.months - 1;
  const points = (share: number) => formatNumber(share * 100, language, 1);
  const labels: Label[] = series.bands
    .filter((band) => band.colour.startsWith('--b'))
    .map((band, position) => ({
      height: y(band.tops[last] - band.shares[last] / 2) + 4,
      text: `${looks[band.brokers[last]].name[language]} ${points(band.shares[month])}`,
      kind: position === 0 ? 'strong' : 'plain',
      weight: position === 0 ? 2 : band.shares[last],
    }));
  labels.push(
    {
      height: y(series.cr10[last]) + 4,
      text: `CR10 ${formatShare(series.cr10[month], language)}`,
      kind: 'strong',
      weight: 2,
    },
    {
      height: hhi(series.hhi[last]) + 4,
      text: `HHI ${formatNumber(series.hhi[month], language)}`,
      kind: 'strong',
      weight: 2,
    },
  );
  for (const ghost of ghosts.filter((ghost) => hasMonth(ghost, month))) {
    const { name, series: before } = ghost;
    const end = before.months - 1;
    labels.push(
      {
        height: hhi(before.hhi[end]) + 4,
        text: `${name} ${formatNumber(before.hhi[month], language)}`,
        kind: 'before',
        weight: 1.5,
      },
      {
        height: y(before.bands[0].tops[end]) + 4,
        text: `${name} ${points(before.bands[0].shares[month])}`,
        kind: 'before',
        weight: 1.5,
      },
    );
  }
  return labels;
}

/** Rows of the cursor from the top of the picture down: HHI, CR10, then the layers. */
function createGrid(
  layout: Layout,
  series: ShareSeries,
  ghosts: Ghosts<ShareSeries>,
  last: number,
  playhead: number,
  looks: readonly BrokerLook[],
  language: Language,
): ChartGrid {
  const { frame, y, hhi } = layout;
  const bands = series.bands.length;
  const bandOfRow = (row: number) => bands + 1 - row;
  const readRow = (row: number, m: number) => {
    const band = series.bands[bandOfRow(row)];
    if (row === 0) return { label: 'HHI', value: series.hhi[m], read: ({ hhi }: ShareSeries) => hhi };
    if (row === 1) return { label: 'CR10', value: series.cr10[m], read: ({ cr10 }: ShareSeries) => cr10 };
    const label = nameBand(series, bandOfRow(row), m, looks, language);
    return {
      label,
      value: band.shares[m],
      read: (ghost: ShareSeries) => (row === bands + 1 ? ghost.bands[0].shares : undefined),
    };
  };
  return {
    columns: last + 1,
    rows: bands + 2,
    home: { column: Math.min(last, playhead), row: bands + 1 },
    read: ({ column, row }) => {
      if (column > last) return null;
      const { label, value, read } = readRow(row, column);
      const format = row === 0 ? formatNumber : formatShare;
      const write = (figure: number) => format(figure, language);
      const entries = [{ label, value: write(value) }, ...readGhosts(ghosts, column, read, write)];
      return { heading: nameMonth(frame, column, language), entries };
    },
    place: ({ column, row }) => {
      const x = frame.x(column);
      if (row === 0) return { x, y: hhi(series.hhi[column]) };
      if (row === 1) return { x, y: y(series.cr10[column]) };
      const band = series.bands[bandOfRow(row)];
      return { x, y: y(band.tops[column] - band.shares[column] / 2) };
    },
    locate: (point) => {
      if (point.x > frame.right + 4 || last < 0) return null;
      const column = findMonth(frame, point.x, last);
      if (point.y < STACK_TOP - 2) return { column, row: 0 };
      if (Math.abs(point.y - y(series.cr10[column])) < 3) return { column, row: 1 };
      const position = series.bands.findIndex((band) => point.y >= y(band.tops[column]));
      return { column, row: bands + 1 - (position < 0 ? bands - 1 : position) };
    },
  };
}
