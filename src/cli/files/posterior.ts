import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Posterior } from '../../experiment/calibration/posterior.ts';

/** What the calibration left possible; `null` where none ships. */
export function readPosterior(publicFolder: string): Posterior | null {
  const path = join(publicFolder, 'data/posterior.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

type Values = Readonly<Record<string, number>>;

function readMember({ parameters }: Posterior, { values }: Posterior['members'][number]): Values {
  return Object.fromEntries(parameters.map(({ key }, k) => [key, values[k]]));
}

/** Members of the cloud, and of each structure that was accepted, as values to set. */
export function listMembers(posterior: Posterior | null): {
  readonly members: readonly Values[];
  readonly structures: readonly { readonly id: string; readonly members: readonly Values[] }[];
} {
  if (posterior === null) return { members: [], structures: [] };
  const accepted = posterior.structures.filter(({ isAccepted }) => isAccepted);
  return {
    members: posterior.members.map((member) => readMember(posterior, member)),
    structures: accepted.map(({ id, set, members }) => ({
      id,
      members: members.map((member) => ({ ...readMember(posterior, member), ...set })),
    })),
  };
}
