import { formatChange } from '../amounts.ts';
import type { Answer } from '../answers.ts';
import type { Evidence } from '../evidence.ts';
import type { Experiment } from '../experiments.ts';
import { findMetric } from '../measure.ts';
import { formatTable } from '../pages.ts';
import { CLAIMS, type JudgedClaim, judgeClaim } from './claims.ts';
import { formatDifference } from './lever-tables.ts';

/** All claims that the answers can judge. */
export function judgeClaims(experiments: readonly Experiment[], answers: readonly Answer[]): JudgedClaim[] {
  return CLAIMS.flatMap((claim) => {
    const experiment = experiments.find(({ file }) => file.id === claim.experiment);
    const answer = answers.find(({ id }) => id === claim.experiment);
    if (experiment === undefined || answer === undefined) return [];
    return judgeClaim(claim, experiment, answer) ?? [];
  });
}

export function formatClaimTable(
  judged: readonly JudgedClaim[],
  experiments: readonly Experiment[],
  evidence: Evidence,
): string {
  const rows = judged.map((entry) => {
    const { claim, verdict } = entry;
    const said = evidence.get(claim.source)?.en ?? claim.source;
    return [
      `${said} (${claim.source})`,
      describeComparison(entry, experiments),
      formatFigure(entry, experiments),
      verdict === 'as said' ? verdict : `**${verdict}**`,
    ];
  });
  return formatTable(['the report says', 'put as', 'the model gives', 'verdict'], rows);
}

function findExperiment({ claim }: JudgedClaim, experiments: readonly Experiment[]): Experiment {
  return experiments.find(({ file }) => file.id === claim.experiment) as Experiment;
}

function readOutcome(entry: JudgedClaim, experiments: readonly Experiment[]) {
  const outcome = findExperiment(entry, experiments).file.outcomes[entry.outcome];
  const { label, unit } = findMetric(outcome);
  const isShare = outcome.per !== undefined && (unit === 'people' || unit.startsWith('return'));
  return { label: (outcome.label ?? label).en, unit: isShare ? 'share' : unit };
}

/** `12-month retention: Community against A lower price should be higher (retention)`. */
function describeComparison(entry: JudgedClaim, experiments: readonly Experiment[]): string {
  const { arms, sign, size, experiment } = entry.claim;
  const { file } = findExperiment(entry, experiments);
  const [said, against] = arms.map((id) => file.arms.find((arm) => arm.id === id)?.title.en ?? id);
  const { label, unit } = readOutcome(entry, experiments);
  const by = size === undefined ? '' : ` by ${formatChange(size, unit, 'en').slice(1)}`;
  return `${label}: “${said}” against “${against}” should be ${sign > 0 ? 'higher' : 'lower'}${by} (\`${experiment}\`)`;
}

function formatFigure(entry: JudgedClaim, experiments: readonly Experiment[]): string {
  return formatDifference(entry.difference, readOutcome(entry, experiments).unit);
}

/** The claims that the model speaks against, in a sentence each. */
export function listContradictions(
  judged: readonly JudgedClaim[],
  experiments: readonly Experiment[],
  evidence: Evidence,
): string[] {
  return judged
    .filter(({ verdict }) => verdict === 'contradicted')
    .map((entry) => {
      const said = evidence.get(entry.claim.source)?.en ?? entry.claim.source;
      return `- **Against the report** (${entry.claim.source}, “${said}”): ${describeComparison(entry, experiments)}; the model gives ${formatFigure(entry, experiments)}.`;
    });
}
