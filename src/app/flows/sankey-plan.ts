import { type SankeyLink, type SankeyNode, sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey';
import type { LiveMonth } from '../../experiment/live-run.ts';
import { MOVE, REASONS } from '../../model/reasons.ts';
import { EVENT_COLUMNS, EVENT_WIDTH } from '../../model/records.ts';
import type { PlotSize } from '../charts/plot-size.ts';
import { groupReason, REASON_GROUPS, type ReasonGroup } from './reason-groups.ts';

/** Investors who changed their main broker in one way for one main reason. −1 stands for no online broker. */
export interface MoveCount {
  readonly from: number;
  readonly to: number;
  /** Code of `REASONS`. */
  readonly reason: number;
  readonly count: number;
}

/** The same by kind of reason, as it is drawn. */
export interface FlowCount {
  readonly from: number;
  readonly to: number;
  readonly group: ReasonGroup;
  readonly count: number;
}

const [MOVE_AT, FROM, TO, REASON_AT] = (['move', 'from', 'to', 'reason'] as const).map((key) =>
  EVENT_COLUMNS.indexOf(key),
);

/**
 * Counts changes of the main broker over months `first` to `last`, largest first.
 * @param broker only those from or to this one; `null` for all
 */
export function countMoves(
  months: readonly LiveMonth[],
  first: number,
  last: number,
  broker: number | null,
): MoveCount[] {
  const counts = new Map<string, MoveCount>();
  for (let month = Math.max(1, first); month <= last && month < months.length; month++) {
    const { events } = months[month].record;
    for (let base = 0; base < events.length; base += EVENT_WIDTH) {
      const move = events[base + MOVE_AT];
      if (move !== MOVE.join && move !== MOVE.switch && move !== MOVE.leave) continue;
      const from = events[base + FROM];
      const to = move === MOVE.leave ? -1 : events[base + TO];
      if (from === to || (broker !== null && from !== broker && to !== broker)) continue;
      const reason = events[base + REASON_AT];
      const key = `${from} ${to} ${reason}`;
      counts.set(key, { from, to, reason, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to);
}

/** Brokers that stand by themselves; the rest stand together. */
const MOST_BROKERS = 8;
/** Position of all the others. */
export const OTHERS = -2;

/** Folds the brokers with the fewest moves into one, so that names stay readable. @param always a broker that is kept */
export function foldSmall(counts: readonly MoveCount[], always: number): FlowCount[] {
  const sizes = new Map<number, number>();
  for (const { from, to, count } of counts) {
    for (const broker of [from, to]) if (broker >= 0) sizes.set(broker, (sizes.get(broker) ?? 0) + count);
  }
  const ranked = [...sizes.keys()].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || a - b);
  const kept = new Set([-1, always, ...ranked.slice(0, MOST_BROKERS)]);
  const folded = new Map<string, FlowCount>();
  for (const { from, to, reason, count } of counts) {
    const group = groupReason(REASONS[reason].key);
    const [a, b] = [from, to].map((broker) => (kept.has(broker) ? broker : OTHERS));
    const key = `${a} ${b} ${group}`;
    folded.set(key, { from: a, to: b, group, count: (folded.get(key)?.count ?? 0) + count });
  }
  return [...folded.values()].sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to);
}

interface NodeData {
  readonly id: string;
  readonly broker: number;
  readonly side: 'from' | 'to';
}

/** A broker’s bar on either side. */
export interface PlannedNode {
  readonly broker: number;
  readonly side: 'from' | 'to';
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly count: number;
}

/** A band between two bars. */
export interface PlannedLink extends FlowCount {
  readonly path: string;
  readonly width: number;
  /** Middle of the band. */
  readonly x: number;
  readonly y: number;
}

const BAR = 8;
const PADDING = 6;

/** Lays the flows out as a Sankey diagram: where people came from on the left, where they went on the right. */
export function planSankey(
  counts: readonly FlowCount[],
  { width, height }: PlotSize,
  margin: number,
): { readonly nodes: readonly PlannedNode[]; readonly links: readonly PlannedLink[] } {
  if (counts.length === 0) return { nodes: [], links: [] };
  const nodes = new Map<string, NodeData>();
  for (const { from, to } of counts) {
    nodes.set(`from ${from}`, { id: `from ${from}`, broker: from, side: 'from' });
    nodes.set(`to ${to}`, { id: `to ${to}`, broker: to, side: 'to' });
  }
  // One order of colours on every bar.
  const links = [...counts]
    .sort((a, b) => REASON_GROUPS.indexOf(a.group) - REASON_GROUPS.indexOf(b.group))
    .map((flow) => ({ source: `from ${flow.from}`, target: `to ${flow.to}`, value: flow.count, flow }));
  const layout = sankey<NodeData, { flow: FlowCount }>()
    .nodeId(({ id }) => id)
    .nodeAlign(sankeyJustify)
    .nodeWidth(BAR)
    .nodePadding(PADDING)
    .extent([
      [margin, 4],
      [Math.max(margin + 60, width - margin), height - 4],
    ]);
  const graph = layout({ nodes: [...nodes.values()], links });
  const draw = sankeyLinkHorizontal<NodeData, { flow: FlowCount }>();
  return { nodes: graph.nodes.map(placeNode), links: graph.links.map((link) => placeLink(link, draw(link) ?? '')) };
}

function placeNode({ broker, side, x0 = 0, y0 = 0, y1 = 0, value = 0 }: SankeyNode<NodeData, { flow: FlowCount }>) {
  return { broker, side, x: x0, y: y0, height: y1 - y0, count: value };
}

function placeLink(link: SankeyLink<NodeData, { flow: FlowCount }>, path: string): PlannedLink {
  const { flow, width = 0, y0 = 0, y1 = 0 } = link;
  const [source, target] = [link.source, link.target] as SankeyNode<NodeData, { flow: FlowCount }>[];
  return { ...flow, path, width, x: ((source.x1 ?? 0) + (target.x0 ?? 0)) / 2, y: (y0 + y1) / 2 };
}
