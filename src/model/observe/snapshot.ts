import { NONE } from '../purposes.ts';
import { SNAPSHOT_COLUMNS, type Snapshot } from '../records.ts';
import { readMonth, type World } from '../world.ts';

/** Bytes of the first `sample` investors, column by column, for drawing. */
export function drawSnapshot(world: World, sample: number): Snapshot {
  const { investors, agents, inputs } = world;
  const month = readMonth(world);
  const count = Math.min(agents, Math.max(0, Math.floor(sample)));
  const bytes = new Uint8Array(SNAPSHOT_COLUMNS.length * count);
  for (let i = 0; i < count; i++) {
    const isUser = investors.main[i] !== NONE;
    bytes[i] = investors.main[i];
    bytes[count + i] = investors.status[i];
    bytes[2 * count + i] = Math.floor((month - investors.birthMonth[i]) / 12);
    bytes[3 * count + i] = Math.floor(investors.experience[i] * 255);
    bytes[4 * count + i] = Math.floor(investors.risk[i] * 255);
    bytes[5 * count + i] = Math.floor(investors.satisfaction[i] * 255);
    bytes[6 * count + i] = isUser ? Math.min(255, Math.floor((month - investors.mainSince[i]) / 3)) : 0;
  }
  return { month: month - inputs.startMonth, count, bytes };
}
