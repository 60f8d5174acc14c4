import { SEGMENT_METRIC, SEGMENT_METRICS } from '../metrics.ts';
import { NONE } from '../purposes.ts';
import { MOVE, REASON } from '../reasons.ts';
import { EVENT_WIDTH, STATUS } from '../records.ts';
import { bandOf, SEGMENT_CELLS, SEGMENT_DIMENSIONS } from '../segments.ts';
import { readMonth, type World } from '../world.ts';

const TENURED_MONTHS = 12;
const WIDTH = SEGMENT_METRICS.length;
const [AGE, EXPERIENCE, RISK, HORIZON, TIER] = SEGMENT_DIMENSIONS;

/** Additive figures of every segment cell, scaled to people (see SEGMENT_METRICS). */
export function observeSegments(world: World): Float64Array {
  const figures = new Float64Array(SEGMENT_CELLS * WIDTH);
  for (let i = 0; i < world.agents; i++) {
    if (world.investors.main[i] !== NONE) addUser(world, figures, i);
  }
  addMoves(world, figures);
  for (let k = 0; k < figures.length; k++) figures[k] *= world.peoplePerAgent;
  return figures;
}

/** The cell of the person in a slot, as they are now. */
export function findCell(world: World, i: number): number {
  const { investors } = world;
  const ageYears = (readMonth(world) - investors.birthMonth[i]) / 12;
  const age = bandOf(AGE, ageYears);
  const experience = bandOf(EXPERIENCE, investors.experience[i]);
  const risk = bandOf(RISK, investors.risk[i]);
  const horizon = bandOf(HORIZON, investors.shortHorizon[i]);
  const tier = bandOf(TIER, investors.tier[i]);
  return (
    (((age * EXPERIENCE.bands.length + experience) * RISK.bands.length + risk) * HORIZON.bands.length + horizon) *
      TIER.bands.length +
    tier
  );
}

function addUser(world: World, figures: Float64Array, i: number): void {
  const { investors } = world;
  const at = findCell(world, i) * WIDTH;
  figures[at + SEGMENT_METRIC.users]++;
  if (investors.status[i] === STATUS.active) figures[at + SEGMENT_METRIC.activeUsers]++;
  figures[at + SEGMENT_METRIC.trades] += investors.monthTrades[i];
  figures[at + SEGMENT_METRIC.turnover] += investors.monthTurnoverCents[i];
  figures[at + SEGMENT_METRIC.grossReturnSum] += investors.monthGross[i];
  figures[at + SEGMENT_METRIC.netReturnSum] += investors.monthNet[i];
  if (readMonth(world) - investors.userSince[i] >= TENURED_MONTHS) {
    figures[at + SEGMENT_METRIC.tenuredUsers]++;
    if (investors.yearNet[i] < 0) figures[at + SEGMENT_METRIC.losingUsers]++;
  }
  figures[at + SEGMENT_METRIC.complaints] += investors.complained[i];
  figures[at + SEGMENT_METRIC.satisfactionSum] += investors.satisfaction[i];
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
