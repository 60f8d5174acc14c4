import { NEVER } from '../purposes.ts';
import { readMonth, type World } from '../world.ts';

/** First accounts by opening quarter of the run and broker: opened so far, and still funded and unclosed (see MonthRecord). */
export function observeCohorts(world: World): Float64Array {
  const { investors, agents, cohorts, inputs, brokerCount, peoplePerAgent } = world;
  const elapsed = readMonth(world) - inputs.startMonth;
  const quarters = Math.ceil(elapsed / 3);
  const figures = new Float64Array(quarters * brokerCount * 2);
  for (let row = 0; row < elapsed; row++) {
    for (let b = 0; b < brokerCount; b++) {
      figures[cell(row, b, brokerCount)] += cohorts.opened[row * brokerCount + b] * peoplePerAgent;
    }
  }
  for (let i = 0; i < agents; i++) {
    const row = investors.cohortMonth[i] - inputs.startMonth;
    if (investors.cohortMonth[i] === NEVER || row < 0 || investors.cohortKept[i] === 0) continue;
    figures[cell(row, investors.cohortBroker[i], brokerCount) + 1] += peoplePerAgent;
  }
  return figures;
}

function cell(monthRow: number, broker: number, brokerCount: number): number {
  return (Math.floor(monthRow / 3) * brokerCount + broker) * 2;
}
