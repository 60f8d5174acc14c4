import { formatTable, joinBlocks } from '../pages.ts';
import type { Posterior } from './posterior.ts';

/** Spread of the cloud over that of the prior: below, the data fix a parameter; from there on they say next to nothing. */
const IDENTIFIED_BELOW = 0.5;
export const UNIDENTIFIED_FROM = 0.8;
const LOW = 0.05;
const HIGH = 0.95;
const MOST_DIGITS = 6;

const GENERATED = '<!-- Generated from public/data/posterior.json by `node tools/pages.mjs`. Do not edit. -->';

/** `docs/calibration.md`: how the defaults were found, and what that leaves open. */
export function formatCalibrationPage(posterior: Posterior): string {
  const { settings, members, targets, kept, candidates, command, engineVersion } = posterior;
  const { misses, loss } = members[0];
  const within = misses.filter((miss) => Math.abs(miss) <= 1).length;
  const runs = countRuns(posterior);
  return joinBlocks([
    '# Calibration',
    GENERATED,
    `The defaults of the parameters marked \`calibrated\` are one member of a cloud that the published figures leave possible (engine ${engineVersion}). ` +
      'Only the targets with the use *calibrate* (`public/data/targets.json`) were looked at: no figure that validates, no forecast. ' +
      'Tastes for levers, and structure (how goodwill brings brokers to mind, how the cost of capabilities scales, the taste for reputation), are not fitted: no target rewards them, so they stay at what evidence says.',
    '## Method',
    [
      `1. **Priors.** Each parameter has a range with its source, declared beside its default ([parameters.md](parameters.md)); within it any value is equally likely. Coordinates are standard normal: z = Φ⁻¹((value − low)/(high − low)).`,
      `2. **Start.** ${settings.members} members, a Latin hypercube in the priors.`,
      `3. **Search.** Tempered ensemble Kalman inversion. In each generation all members meet the same ${settings.seeds} seeds (common random numbers), the next generation new ones; ${settings.agents} agents, six years. Each member moves by the gain of the ensemble times its own miss of perturbed data; the step along the way from prior (0) to posterior (1) follows the data misfit controller, and is three tenths at most.`,
      '4. **Error of a figure.** Tolerance² / weight, plus the variance of a mean over the seeds, estimated in every generation. A figure that chance moves as much as its tolerance, such as what clients cost an entrant, counts for little at this number of agents.',
      `5. **Acceptance.** All members of the posterior, its centre and the best fit, values rounded to a hundredth of the prior or finer first, on ${2 * settings.seeds} fresh seeds. The loss is the mean of squared misses over the error; kept is whose loss is at most ${settings.lossMost}: on average no figure further off than it can bear.`,
      `6. **Choice.** From the posterior the ensemble goes on three times, to 2, 4 and 8 times the way, as if each figure could bear less, the last time in markets of ${4 * settings.agents} agents, where what clients cost an entrant can be read; its centre, the best fit, is the first of the candidates of step 5, and its rounded values are the defaults. A test fails where they differ.`,
    ].join('\n'),
    posterior.method.map((paper) => `- ${paper}`).join('\n'),
    '## Loss',
    `Kept: ${kept} of ${candidates}. The shipped member has a loss of ${loss} and ${within} of ${targets.length} targets within tolerance on its ${2 * settings.seeds} seeds. These are small markets of ${settings.agents} agents; the scoreboard judges the defaults with more seeds and agents.`,
    formatTable(
      ['way to the posterior', 'mean loss of the members', 'targets within tolerance, by the mean of the members'],
      posterior.generations.map((generation) => [
        String(generation.temperature),
        String(generation.loss),
        String(generation.misses.filter((miss) => Math.abs(miss) <= 1).length),
      ]),
    ),
    'Misses in tolerances; *chance* is the standard deviation of a mean over the seeds of acceptance, in tolerances; the interval holds 90 % of the cloud.',
    formatTable(
      ['target', 'value', 'tolerance', 'weight', 'chance', 'first generation', 'shipped', 'cloud, 90 %'],
      targets.map(({ id, value, tolerance, weight, seedSd }, k) => [
        `\`${id}\``,
        String(value),
        String(tolerance),
        String(weight),
        format(seedSd / tolerance),
        format(posterior.generations[0].misses[k]),
        format(misses[k]),
        formatInterval(members.map((member) => member.misses[k])),
      ]),
    ),
    '## What the data identify',
    `*Spread* is the standard deviation of the cloud in coordinates, where that of the prior is 1: below ${IDENTIFIED_BELOW} the data fix the parameter, from ${UNIDENTIFIED_FROM} on they say next to nothing, and its default is little more than the middle of its prior.`,
    formatTable(
      ['parameter', 'prior', 'from', 'shipped', 'cloud, 90 %', 'spread', ''],
      posterior.parameters.map(({ key, low, high, source, spread }, k) => [
        `\`${key}\``,
        `${low} – ${high}`,
        source,
        String(members[0].values[k]),
        formatInterval(members.map(({ values }) => values[k])),
        format(spread),
        spread < IDENTIFIED_BELOW ? 'identified' : spread < UNIDENTIFIED_FROM ? 'weakly' : 'not identified',
      ]),
    ),
    ...formatStructures(posterior),
    '## Reproduce',
    `\`${command} --out calibration\` computes all of this again, to the byte, on any number of workers: ${runs} runs of 72 months with ${settings.agents} agents, about a second each on one core of 2024. Killed at any moment it goes on with \`--resume\`; \`--short\` shows in seconds that it works. \`node tools/adopt-posterior.mjs calibration/posterior.json\` makes the chosen member the defaults.`,
  ]);
}

function formatStructures({ structures }: Posterior): string[] {
  if (structures.length === 0) return [];
  return [
    '## Other structures',
    'Each changes what evidence leaves open, and is fitted again with a third of the members, from where the shipped fit stood early on, to the posterior; its first member is the centre of that. It is accepted where at least a tenth of its members are kept by the same rule.',
    formatTable(
      ['structure', 'set', 'kept', 'loss of its first member', 'within tolerance', ''],
      structures.map(({ title, set, kept, candidates, isAccepted, members: [first] }) => [
        title.en,
        Object.entries(set)
          .map(([key, value]) => `\`${key}\` ${value}`)
          .join(', '),
        `${kept} of ${candidates}`,
        String(first.loss),
        String(first.misses.filter((miss) => Math.abs(miss) <= 1).length),
        isAccepted ? 'accepted' : 'not accepted',
      ]),
    ),
  ];
}

/** All runs that the fit took. */
function countRuns({ settings, generations, candidates, structures }: Posterior): number {
  const { members, seeds } = settings;
  const own = generations.length * members * seeds + 2 * seeds * candidates;
  return structures.reduce(
    (runs, fit) => runs + fit.generations.length * (fit.candidates - 1) * seeds + 2 * seeds * fit.candidates,
    own,
  );
}

function format(value: number): string {
  return value.toFixed(2);
}

/** From the 5 % to the 95 % quantile, the nearest members’ own values, to a hundredth of the distance between them or finer. */
function formatInterval(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [LOW, HIGH].map((part) => sorted[Math.round(part * (sorted.length - 1))]);
  let digits = 0;
  for (let width = high - low; width < 100 && digits < MOST_DIGITS; width *= 10) digits++;
  return `${Number(low.toFixed(digits))} – ${Number(high.toFixed(digits))}`;
}
