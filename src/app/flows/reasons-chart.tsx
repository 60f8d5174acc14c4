import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { LiveMonth } from '../../experiment/live-run.ts';
import type { ReadonlyCursor } from '../charts/chart-cursor.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { type PlotSize, usePlotSize } from '../charts/plot-size.ts';
import { createScale } from '../charts/scales.ts';
import { createTimeFrame, PlayheadMark, YearAxis } from '../charts/time-axis.tsx';
import { formatCount, formatQuarter } from '../format.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { whyScope } from '../store.ts';
import { countFlows, type Flows } from '../why.ts';
import { FLOWS_TEXTS, GROUP_TEXTS } from './flows-texts.ts';
import { colourGroup, REASON_GROUPS, type ReasonGroup, sumGroups } from './reason-groups.ts';

const QUARTER = 3;
const EDGE = { left: 44, right: 12, top: 12, bottom: 20 } as const;
const NO_CURSOR: ReadonlyCursor['value'] = null;

/** What drew and pushed in one quarter. */
interface QuarterReasons {
  /** Months completed at its end. */
  readonly month: number;
  readonly joined: Readonly<Record<ReasonGroup, number>>;
  readonly left: Readonly<Record<ReasonGroup, number>>;
}

/** Joined and left by kind of reason, a quarter at a time. @param broker `null` for the market */
function countQuarters(months: readonly LiveMonth[], broker: number | null): QuarterReasons[] {
  const quarters: QuarterReasons[] = [];
  let before: Flows = countFlows(months, { broker, segment: null, lastMonth: 0 });
  for (let month = QUARTER; month < months.length; month += QUARTER) {
    const flows = countFlows(months, { broker, segment: null, lastMonth: month });
    const since = (now: readonly number[], then: readonly number[]) => now.map((count, code) => count - then[code]);
    quarters.push({
      month,
      joined: sumGroups(since(flows.joinedBy, before.joinedBy)),
      left: sumGroups(since(flows.leftBy, before.leftBy)),
    });
    before = flows;
  }
  return quarters;
}

/** Who joined above the line and who left below it, by reason. */
export function ReasonsChart({ view }: { readonly view: ExploreView }) {
  const { language, playhead, chosen, runA } = view;
  const { months } = readShownRun(view);
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal(NO_CURSOR);
  const broker = whyScope.value === 'broker' ? chosen : null;
  const quarters = useMemo(() => countQuarters(months, broker), [months, broker]);
  const layout = size && createLayout(size, quarters, view);
  const nameQuarter = ({ month }: QuarterReasons) => formatQuarter(runA.inputs.startMonth + month - 1, language);
  const now = quarters.findLast(({ month }) => month <= playhead) ?? quarters[0];
  const format = (value: number) => formatCount(value, language);
  return (
    <ChartFrame
      id="reasons"
      title={FLOWS_TEXTS.overTime[language]}
      sentence={now ? writeSentence(now, nameQuarter(now), view) : FLOWS_TEXTS.noMoves[language]}
      language={language}
      failure={null}
      faded={false}
      table={() => ({
        caption: FLOWS_TEXTS.overTime[language],
        columns: [
          { label: FLOWS_TEXTS.quarter[language] },
          ...(['joined', 'left'] as const).flatMap((side) =>
            REASON_GROUPS.map((group) => ({
              label: `${FLOWS_TEXTS[side][language]}: ${GROUP_TEXTS[group][language]}`,
              format,
            })),
          ),
        ],
        rows: quarters.map((quarter) => [
          nameQuarter(quarter),
          ...REASON_GROUPS.map((group) => quarter.joined[group]),
          ...REASON_GROUPS.map((group) => quarter.left[group]),
        ]),
      })}
      grid={
        layout && {
          columns: quarters.length,
          rows: REASON_GROUPS.length,
          home: { column: Math.max(0, quarters.indexOf(now)), row: 0 },
          read: ({ column, row }) => {
            const quarter = quarters[column];
            const group = REASON_GROUPS[row];
            if (!quarter) return null;
            const entries = (['joined', 'left'] as const).map((side) => ({
              label: `${GROUP_TEXTS[group][language]}, ${FLOWS_TEXTS[side][language]}`,
              value: format(quarter[side][group]),
            }));
            return { heading: nameQuarter(quarter), entries };
          },
          place: ({ column }) => ({ x: layout.x(quarters[column].month - QUARTER / 2), y: layout.y(0) }),
          locate: ({ x, y }) => {
            const column = quarters.findIndex(({ month }) => x >= layout.x(month - QUARTER) && x < layout.x(month));
            return column < 0 ? null : { column, row: layout.findGroup(quarters[column], y) };
          },
        }
      }
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {layout ? (
        <>
          {quarters.flatMap((quarter) =>
            (['joined', 'left'] as const).flatMap((side) =>
              layout
                .stack(quarter, side)
                .map(({ group, top, height }) => (
                  <rect
                    key={`${quarter.month} ${side} ${group}`}
                    class={group === 'chance' ? 'chance' : undefined}
                    x={layout.x(quarter.month - QUARTER) + 0.5}
                    y={top}
                    width={Math.max(1, layout.x(QUARTER) - layout.x(0) - 1)}
                    height={height}
                    fill={colourGroup(group)}
                    opacity={quarter.month <= playhead ? 1 : 0.35}
                  />
                )),
            ),
          )}
          <path class="axis" d={`M${EDGE.left} ${layout.y(0)}H${layout.frame.right}`} />
          <text x={EDGE.left - 4} y={EDGE.top + 6} class="e">
            {FLOWS_TEXTS.joinedUp[language]}
          </text>
          <text x={EDGE.left - 4} y={layout.frame.bottom} class="e">
            {FLOWS_TEXTS.leftDown[language]}
          </text>
          <YearAxis frame={layout.frame} />
          <PlayheadMark frame={layout.frame} playhead={playhead} />
        </>
      ) : null}
    </ChartFrame>
  );
}

function createLayout({ width, height }: PlotSize, quarters: readonly QuarterReasons[], { runA }: ExploreView) {
  const edges = { left: EDGE.left, right: width - EDGE.right, top: EDGE.top, bottom: height - EDGE.bottom };
  const frame = createTimeFrame(edges, runA.inputs.startMonth, runA.inputs.months);
  const sum = (counts: QuarterReasons['joined']) => REASON_GROUPS.reduce((total, group) => total + counts[group], 0);
  const high = Math.max(1, ...quarters.map(({ joined }) => sum(joined)));
  const low = Math.max(1, ...quarters.map(({ left }) => sum(left)));
  const y = createScale(-low, high, edges.bottom, edges.top);
  const stack = (quarter: QuarterReasons, side: 'joined' | 'left') => {
    const sign = side === 'joined' ? 1 : -1;
    let level = 0;
    return REASON_GROUPS.map((group) => {
      const from = level;
      level += sign * quarter[side][group];
      return { group, top: Math.min(y(from), y(level)), height: Math.abs(y(level) - y(from)) };
    }).filter((part) => part.height > 0);
  };
  const findGroup = (quarter: QuarterReasons, at: number) => {
    const parts = [...stack(quarter, 'joined'), ...stack(quarter, 'left')];
    const found = parts.find(({ top, height: tall }) => at >= top && at <= top + tall);
    return found ? REASON_GROUPS.indexOf(found.group) : 0;
  };
  return { frame, x: frame.x, y, stack, findGroup };
}

function writeSentence({ joined, left }: QuarterReasons, quarter: string, { language }: ExploreView): string {
  const total = (counts: QuarterReasons['joined']) =>
    formatCount(
      REASON_GROUPS.reduce((sum, group) => sum + counts[group], 0),
      language,
    );
  return language === 'en'
    ? `${quarter}: ${total(joined)} joined, ${total(left)} left. Simulated investors, one run.`
    : `${quarter}：加入 ${total(joined)}，离开 ${total(left)}。模拟投资者，一次运行。`;
}
