import { DESIGN_FORMAT, type DesignFile, type MeasureEntry } from '../design/design-file.ts';
import type { ParameterRange } from './ranges.ts';

export const STUDY_METHODS = ['morris', 'sobol'] as const;
export type StudyMethod = (typeof STUDY_METHODS)[number];

/** What a study of sensitivity is of. */
export interface StudyRequest {
  readonly id: string;
  readonly method: StudyMethod;
  /** Id of a shipped scenario, or a scenario file. */
  readonly scenario: DesignFile['scenario'];
  readonly parameters: readonly Pick<ParameterRange, 'key' | 'low' | 'high'>[];
  readonly measures: readonly MeasureEntry[];
  /** Trajectories of Morris, or blocks of Sobol. */
  readonly size: number;
  /** Runs of each point; all points with the same seeds. */
  readonly replicates: number;
  readonly agents?: number;
  readonly months?: number;
  /** Draws the points; any text. */
  readonly seed: string;
}

/** Figures of concentration, retention, profit and of what investors get: what a study reports when nobody says. */
export const USUAL_MEASURES: readonly MeasureEntry[] = ['hhi', 'cr10', 'retention12', 'profit', 'netReturn'].map(
  (metric) => ({ metric }),
);

/** Size of a study when nobody says. */
export const USUAL_SIZE: Readonly<Record<StudyMethod, number>> = { morris: 10, sobol: 64 };

/** The design of a study: it can be swept, sharded and kept as any other. */
export function createStudyFile(request: StudyRequest): DesignFile {
  const { id, method, scenario, parameters, measures, size, replicates, agents, months, seed } = request;
  return {
    formatVersion: DESIGN_FORMAT,
    id,
    scenario,
    ...(agents === undefined ? {} : { agents }),
    ...(months === undefined ? {} : { months }),
    parameters: parameters.map(({ key, low, high }) => ({ key, min: low, max: high })),
    sampling:
      method === 'morris'
        ? { method: 'morris', trajectories: size, seed }
        : { method: 'saltelli', samples: size, seed },
    replicates,
    measures,
  };
}
