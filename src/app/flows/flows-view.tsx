import { signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Language } from '../../core/text.ts';
import { REASONS } from '../../model/reasons.ts';
import type { ChartGrid, ReadonlyCursor } from '../charts/chart-cursor.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import type { DataTable } from '../charts/data-table.ts';
import { estimateWidth } from '../charts/labels.ts';
import { usePlotSize } from '../charts/plot-size.ts';
import { ChoiceMenu } from '../controls/popover.tsx';
import { formatCount } from '../format.ts';
import { nameRecord } from '../month-names.ts';
import { type BrokerLook, type ExploreView, readShownRun } from '../run-data.ts';
import { whyScope } from '../store.ts';
import { areAboutEqual } from '../why.ts';
import { FLOWS_TEXTS, GROUP_TEXTS } from './flows-texts.ts';
import { colourGroup } from './reason-groups.ts';
import { ReasonsChart } from './reasons-chart.tsx';
import { countMoves, foldSmall, type MoveCount, OTHERS, type PlannedLink, planSankey } from './sankey-plan.ts';
import './flows.css';

/** Months that the flows are summed over, up to the one on show; 0 for all. */
const WINDOWS = [3, 12, 0] as const;
const flowWindow = signal<(typeof WINDOWS)[number]>(12);

/** Room for names at either side, and what is left for the bands of a narrow plot. */
const LARGEST_MARGIN = 150;
const BANDS_WIDTH = 72;
const TEXT_SIZE = 12;
const NAME_GAP = 14;
const NO_CURSOR: ReadonlyCursor['value'] = null;

/** Flows between brokers, coloured by what moved people, and the reasons over time. */
export function FlowsView({ view }: { readonly view: ExploreView }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="flows" aria-label={FLOWS_TEXTS.flows[view.language]} tabIndex={0} data-testid="flows">
      <SankeyChart view={view} />
      <ReasonsChart view={view} />
    </section>
  );
}

function nameWindow(months: number, language: Language): string {
  if (months === 0) return language === 'en' ? 'whole run' : '全程';
  return language === 'en' ? `last ${months} months` : `近 ${months} 个月`;
}

function WindowMenu({ language }: { readonly language: Language }) {
  return (
    <ChoiceMenu
      testId="flow-window"
      label={FLOWS_TEXTS.window[language]}
      face={<span>{nameWindow(flowWindow.value, language)}</span>}
      value={String(flowWindow.value)}
      options={WINDOWS.map((months) => ({ value: String(months), label: nameWindow(months, language) }))}
      onChoose={(value) => {
        flowWindow.value = WINDOWS.find((months) => String(months) === value) ?? 0;
      }}
    />
  );
}

function SankeyChart({ view }: { readonly view: ExploreView }) {
  const { language, playhead, chosen, looks } = view;
  const { months } = readShownRun(view);
  const [plotRef, size] = usePlotSize();
  const cursor = useSignal(NO_CURSOR);
  const broker = whyScope.value === 'broker' ? chosen : null;
  const first = flowWindow.value === 0 ? 1 : Math.max(1, playhead - flowWindow.value + 1);
  const counts = useMemo(() => countMoves(months, first, playhead, broker), [months, first, playhead, broker]);
  const name = (position: number) => nameNode(position, looks, language);
  const folded = useMemo(() => foldSmall(counts, chosen), [counts, chosen]);
  const margin = chooseMargin(
    folded.flatMap(({ from, to }) => [name(from), name(to)]),
    size?.width ?? 0,
  );
  const plan = useMemo(() => (size ? planSankey(folded, size, margin) : null), [folded, size, margin]);
  return (
    <ChartFrame
      id="flows"
      title={FLOWS_TEXTS.flows[language]}
      choice={<WindowMenu language={language} />}
      sentence={writeFlowSentence(counts, first, view)}
      language={language}
      failure={null}
      faded={false}
      table={() => createTable(counts, name, language)}
      grid={plan && createGrid(plan.links, name, language)}
      cursor={cursor}
      plotRef={plotRef}
      size={size}
    >
      {plan ? (
        <>
          {plan.links.map((link, k) => (
            <path
              key={`${link.from} ${link.to} ${link.group}`}
              class={link.group === 'chance' ? 'flow chance' : 'flow'}
              d={link.path}
              stroke={colourGroup(link.group)}
              stroke-width={Math.max(0.75, link.width)}
              opacity={cursor.value === null ? 0.55 : cursor.value.row === k ? 0.95 : 0.2}
            />
          ))}
          {plan.nodes.map(({ broker: position, side, x, y, height, count }) => (
            <g key={`${side} ${position}`}>
              <rect x={x} y={y} width={8} height={Math.max(1, height)} fill={colourNode(position, looks)} />
              {height >= 7 ? (
                <text
                  x={side === 'from' ? x - 6 : x + 14}
                  y={y + height / 2 + 4}
                  class={position === chosen ? 'd' : undefined}
                  text-anchor={side === 'from' ? 'end' : 'start'}
                >
                  {fitLabel(name(position), formatCount(count, language), margin - NAME_GAP)}
                </text>
              ) : null}
            </g>
          ))}
        </>
      ) : null}
    </ChartFrame>
  );
}

function nameNode(position: number, looks: readonly BrokerLook[], language: Language): string {
  if (position === OTHERS) return FLOWS_TEXTS.others[language];
  return position < 0 ? FLOWS_TEXTS.nobody[language] : looks[position].name[language];
}

/** Room for the longest name with a number of four digits, as far as the bands leave it. */
function chooseMargin(names: readonly string[], width: number): number {
  const widest = Math.max(0, ...names.map((name) => estimateWidth(`${name} 0,000`, TEXT_SIZE)));
  return Math.min(LARGEST_MARGIN, (width - BANDS_WIDTH) / 2, widest + NAME_GAP);
}

/** A name gives way before its number does, and says that it did. */
function fitLabel(name: string, count: string, room: number): string {
  const fits = (text: string) => estimateWidth(`${text} ${count}`, TEXT_SIZE) <= room;
  if (fits(name)) return `${name} ${count}`;
  let kept = name;
  while (kept.length > 1 && !fits(`${kept}…`)) kept = kept.slice(0, -1).trimEnd();
  return `${kept}… ${count}`;
}

function colourNode(position: number, looks: readonly BrokerLook[]): string {
  return position < 0 ? 'var(--tail-1)' : `var(${looks[position].colour})`;
}

/** How many moved, and for what most: two reasons where they are within a tenth. */
function writeFlowSentence(counts: readonly MoveCount[], first: number, view: ExploreView): string {
  const { language, playhead, runA } = view;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return FLOWS_TEXTS.noMoves[language];
  const sums = new Map<number, number>();
  for (const { reason, count } of counts) sums.set(reason, (sums.get(reason) ?? 0) + count);
  const sorted = [...sums].sort(([, a], [, b]) => b - a);
  const leading = sorted.filter(([, count]) => areAboutEqual(sorted[0][1], count)).slice(0, 2);
  const period = `${nameRecord(runA.inputs, first, language)} – ${nameRecord(runA.inputs, playhead, language)}`;
  const part = `${formatCount((leading[0][1] / total) * 100, language)}%`;
  const names = leading.map(([reason]) => REASONS[reason].label[language]);
  if (language === 'en') {
    const joined = names.map((name) => (name === 'AI advice' ? name : name.toLowerCase())).join(' and ');
    const cause = names.length > 1 ? `${joined} about equally (${part} each)` : `${joined} most often (${part})`;
    return `In this model ${formatCount(total, language)} investors moved, ${period}: for ${cause}.`;
  }
  const cause = names.length > 1 ? `${names.join('与')}相差无几（各约 ${part}）` : `最多是${names[0]}（${part}）`;
  return `在这个模型里，${period}有 ${formatCount(total, language)} 人变动：${cause}。`;
}

function createTable(counts: readonly MoveCount[], name: (position: number) => string, language: Language): DataTable {
  return {
    caption: FLOWS_TEXTS.flows[language],
    columns: [
      { label: FLOWS_TEXTS.from[language] },
      { label: FLOWS_TEXTS.to[language] },
      { label: FLOWS_TEXTS.reason[language] },
      { label: FLOWS_TEXTS.investors[language], format: (value) => formatCount(value, language) },
    ],
    rows: counts.map(({ from, to, reason, count }) => [name(from), name(to), REASONS[reason].label[language], count]),
  };
}

/** Up and down go through the bands. */
function createGrid(
  links: readonly PlannedLink[],
  name: (position: number) => string,
  language: Language,
): ChartGrid | null {
  if (links.length === 0) return null;
  return {
    columns: 1,
    rows: links.length,
    home: { column: 0, row: 0 },
    read: ({ row }) => {
      const { from, to, group, count } = links[row];
      const entries = [{ label: GROUP_TEXTS[group][language], value: formatCount(count, language) }];
      return { heading: `${name(from)} → ${name(to)}`, entries };
    },
    place: ({ row }) => links[row],
    locate: (point) => {
      const distances = links.map(({ y, width }) => Math.max(0, Math.abs(y - point.y) - width / 2));
      const nearest = Math.min(...distances);
      return nearest > 6 ? null : { column: 0, row: distances.indexOf(nearest) };
    },
  };
}
