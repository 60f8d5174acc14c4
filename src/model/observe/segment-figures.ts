import { stepAtZero } from '../../core/math.ts';
import { BLOCK_SLOTS, takeUsersInOrder } from '../investors/block.ts';
import { SEGMENT_METRIC, SEGMENT_METRICS } from '../metrics.ts';
import { MOVE, REASON } from '../reasons.ts';
import { EVENT_WIDTH, STATUS } from '../records.ts';
import { SEGMENT_CELLS, SEGMENT_DIMENSIONS } from '../segments.ts';
import type { World } from '../world.ts';

const TENURED_MONTHS = 12;
const WIDTH = SEGMENT_METRICS.length;

/** Upper bounds of the bands but the last, by dimension. */
const [AGE, EXPERIENCE, RISK, HORIZON, TIER] = SEGMENT_DIMENSIONS.map(({ bands }) =>
  Float64Array.from(bands.slice(0, -1), ({ below }) => below),
);

/** Additive figures of every segment cell, scaled to people (see SEGMENT_METRICS). */
export function observeSegments(world: World): Float64Array {
  const figures = new Float64Array(SEGMENT_CELLS * WIDTH);
  addUsers(world, figures);
  addMoves(world, figures);
  for (let k = 0; k < figures.length; k++) figures[k] *= world.peoplePerAgent;
  return figures;
}

/** The cell of the person in a slot, as they are now: bands as digits, the last dimension fastest. */
export function findCell({ investors, market }: World, i: number): number {
  const ageYears = (market.month[0] - investors.birthMonth[i]) / 12;
  let cell = findBand(AGE, ageYears);
  cell = cell * (EXPERIENCE.length + 1) + findBand(EXPERIENCE, investors.experience[i]);
  cell = cell * (RISK.length + 1) + findBand(RISK, investors.risk[i]);
  cell = cell * (HORIZON.length + 1) + findBand(HORIZON, investors.shortHorizon[i]);
  return cell * (TIER.length + 1) + findBand(TIER, investors.tier[i]);
}

function findBand(bounds: Float64Array, value: number): number {
  let band = 0;
  for (let k = 0; k < bounds.length; k++) band += stepAtZero(value - bounds[k]);
  return band;
}

const IS_ACTIVE = Uint8Array.from(Object.values(STATUS), (status) => (status === STATUS.active ? 1 : 0));

function addUsers(world: World, figures: Float64Array): void {
  const { investors, agents, market, block } = world;
  const newest = market.month[0] - TENURED_MONTHS;
  for (let from = 0; from < agents; from += BLOCK_SLOTS) {
    takeUsersInOrder(world, from, Math.min(agents, from + BLOCK_SLOTS));
    for (let k = 0; k < block.count; k++) {
      const i = block.slots[k];
      const at = findCell(world, i) * WIDTH;
      const isTenured = stepAtZero(newest - investors.userSince[i]);
      figures[at + SEGMENT_METRIC.users]++;
      figures[at + SEGMENT_METRIC.activeUsers] += IS_ACTIVE[investors.status[i]];
      figures[at + SEGMENT_METRIC.trades] += investors.monthTrades[i];
      figures[at + SEGMENT_METRIC.turnover] += investors.monthTurnoverCents[i];
      figures[at + SEGMENT_METRIC.grossReturnSum] += investors.monthGross[i];
      figures[at + SEGMENT_METRIC.netReturnSum] += investors.monthNet[i];
      figures[at + SEGMENT_METRIC.tenuredUsers] += isTenured;
      figures[at + SEGMENT_METRIC.losingUsers] += isTenured * (1 - stepAtZero(investors.yearNet[i]));
      figures[at + SEGMENT_METRIC.complaints] += investors.complained[i];
      figures[at + SEGMENT_METRIC.satisfactionSum] += investors.satisfaction[i];
    }
  }
}

const MOVE_METRIC: ReadonlyMap<number, number> = new Map([
  [MOVE.join, SEGMENT_METRIC.joined],
  [MOVE.switch, SEGMENT_METRIC.switched],
  [MOVE.dormant, SEGMENT_METRIC.wentDormant],
  [MOVE.leave, SEGMENT_METRIC.left],
]);

/** Moves count in the cell of the person as they are at month end. Whoever left the pool is no longer there to be placed. */
function addMoves(world: World, figures: Float64Array): void {
  const { rows, count } = world.events;
  for (let row = 0; row < count; row++) {
    const metric = MOVE_METRIC.get(rows[row * EVENT_WIDTH + 1]);
    const isGone = rows[row * EVENT_WIDTH + 4] === REASON.lifecycle;
    if (metric !== undefined && !isGone) figures[findCell(world, rows[row * EVENT_WIDTH]) * WIDTH + metric]++;
  }
}
