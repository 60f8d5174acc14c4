import type { MetricDeclaration, ParameterDeclaration } from '../../core/schema.ts';
import { MARKET_METRICS } from '../../model/metrics.ts';
import { PARAMETERS } from '../../model/parameters.ts';
import { formatAmount, formatChange } from '../amounts.ts';
import { formatTable, joinBlocks } from '../pages.ts';
import type { Bounded, FigureSensitivity, Sensitivity } from './analysis.ts';
import { LEVER_TASTES } from './ranges.ts';
import { rankParameters } from './ranking.ts';

/** `public/data/sensitivity.json`. */
export interface SensitivityFile {
  readonly engineVersion: string;
  readonly studies: readonly (Sensitivity & {
    /** The line that computes it again. */
    readonly command: string;
  })[];
}

const HEAD = '<!-- Generated from public/data/sensitivity.json by `node tools/sensitivity.mjs`. Do not edit. -->';
const SHOWN = 10;

const DECLARATIONS: readonly ParameterDeclaration[] = PARAMETERS;
const METRICS: readonly MetricDeclaration[] = MARKET_METRICS;

/** `docs/sensitivity.md`. */
export function formatSensitivityPage({ engineVersion, studies }: SensitivityFile): string {
  const morris = studies.filter(({ method }) => method === 'morris');
  const sobol = studies.filter(({ method }) => method === 'sobol');
  return joinBlocks([
    '# Sensitivity',
    HEAD,
    `Which parameters drive concentration, retention, profit and what investors get. Engine ${engineVersion}. Every parameter that is calibrated was varied over its prior, tastes for levers from half to twice what is shipped, structure as far as evidence leaves it open; what a scenario starts from stays as it is.`,
    [
      '- **Effect** (μ*, Morris): mean size of what a step does to the figure, as for the whole range of the parameter; with its bootstrap interval of 95 % over trajectories. In bold where the interval lies above the median effect of all parameters: only these are told apart from the crowd.',
      '- **Direction**: the sign of the mean effect μ where its interval leaves 0 out, else mixed.',
      '- **Uneven** (σ / μ*): above 1 the effect depends on where the other parameters stand more than it is large.',
      '- **First** and **total** (Sobol): the part of the variance of the figure that goes back to the parameter alone, and with all others; estimates of Saltelli 2010 and Jansen 1999 with bootstrap intervals.',
      '- All points of a study have the same seeds.',
    ].join('\n'),
    '## In short',
    summariseStudies(morris).join('\n'),
    '## What that says about strategies',
    describeLevers(morris).join('\n'),
    ...morris.flatMap(formatStudy),
    ...sobol.flatMap(formatStudy),
  ]);
}

function formatStudy(study: SensitivityFile['studies'][number]): string[] {
  const { method, scenario, agents, months, size, replicates, runs, failed, parameters, figures, command } = study;
  const unit = method === 'morris' ? 'trajectories' : 'blocks';
  const lost = failed === 0 ? 'none failed' : `${failed} failed and are left out`;
  return [
    `## ${method === 'morris' ? 'Morris' : 'Sobol'}: \`${scenario}\``,
    `${parameters.length} parameters, ${size} ${unit}, ${replicates} seed${replicates === 1 ? '' : 's'} a point, ${agents} agents, ${months} months: ${runs} runs, ${lost}. Again: \`${command}\`.`,
    ...figures.flatMap((figure) => [
      `### ${nameFigure(figure)}`,
      `Over all points ${formatAmount(figure.mean, figure.unit, 'en')} on average, standard deviation ${formatAmount(figure.sd, figure.unit, 'en')}${figure.missing === 0 ? '' : `; ${figure.missing} points have no figure`}.`,
      method === 'morris' ? formatMorrisTable(study, figure) : formatSobolTable(study, figure),
    ]),
  ];
}

function nameFigure({ name }: FigureSensitivity): string {
  return METRICS.find(({ key }) => key === name)?.label.en ?? name;
}

function nameParameter(key: string): string {
  const label = DECLARATIONS.find((declaration) => declaration.key === key)?.label.en;
  return label === undefined ? `\`${key}\`` : `${label} \`${key}\``;
}

function formatMorrisTable(study: Sensitivity, figure: FigureSensitivity): string {
  const { mu, muStar, sigma } = figure.measures;
  const median = computeMedian(muStar);
  const rows = rankParameters(study, figure)
    .slice(0, SHOWN)
    .map(({ key, place }, k) => {
      const [size, low, high] = muStar[place];
      const range = `${formatAmount(low, figure.unit, 'en')} to ${formatAmount(high, figure.unit, 'en')}`;
      const text = `${formatAmount(size, figure.unit, 'en')} (${range})`;
      const { low: from, high: to } = study.parameters[place];
      return [
        String(k + 1),
        nameParameter(key),
        `${from} to ${to}`,
        isAbove(muStar[place], median) ? `**${text}**` : text,
        describeDirection(mu[place]),
        ((sigma[place][0] ?? Number.NaN) / (size ?? Number.NaN)).toFixed(1),
      ];
    });
  return formatTable(['', 'parameter', 'range', 'effect', 'direction', 'uneven'], rows);
}

function formatSobolTable(study: Sensitivity, figure: FigureSensitivity): string {
  const { first, total } = figure.measures;
  const say = ([value, low, high]: Bounded) =>
    `${(value ?? Number.NaN).toFixed(2)} (${(low ?? Number.NaN).toFixed(2)} to ${(high ?? Number.NaN).toFixed(2)})`;
  const rows = rankParameters(study, figure).map(({ key, place }, k) => [
    String(k + 1),
    nameParameter(key),
    say(first[place]),
    say(total[place]),
  ]);
  return formatTable(['', 'parameter', 'first', 'total'], rows);
}

function computeMedian(values: readonly Bounded[]): number {
  const sorted = values.map(([value]) => value ?? 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function isAbove([, low]: Bounded, median: number): boolean {
  return low !== null && low > median;
}

function describeDirection([, low, high]: Bounded): string {
  if (low !== null && low > 0) return 'raises';
  return high !== null && high < 0 ? 'lowers' : 'mixed';
}

/** A line a figure: who is told apart from the crowd. */
function summariseStudies(studies: SensitivityFile['studies']): string[] {
  return studies.flatMap((study) =>
    study.figures.map((figure) => {
      const { muStar, mu } = figure.measures;
      const median = computeMedian(muStar);
      const clear = rankParameters(study, figure)
        .slice(0, SHOWN)
        .filter(({ place }) => isAbove(muStar[place], median))
        .map(({ key, place }) => `\`${key}\` (${describeDirection(mu[place])})`);
      const named = clear.length === 0 ? 'no parameter is told apart from the others' : clear.join(', ');
      return `- ${nameFigure(figure)}, \`${study.scenario}\`: ${named}.`;
    }),
  );
}

/** What becomes of each taste for a lever: where it is among the first ten, and which way. */
function describeLevers(studies: SensitivityFile['studies']): string[] {
  return LEVER_TASTES.map((key) => {
    const places = studies.flatMap((study) =>
      study.figures.flatMap((figure) => {
        const ranked = rankParameters(study, figure);
        const rank = ranked.findIndex((parameter) => parameter.key === key);
        if (rank < 0 || rank >= SHOWN) return [];
        const { place } = ranked[rank];
        const [mean] = figure.measures.mu[place];
        const change = formatChange(mean ?? Number.NaN, figure.unit, 'en');
        return [
          `${nameFigure(figure)} in \`${study.scenario}\` (number ${rank + 1}, ${change} on average over its range)`,
        ];
      }),
    );
    return places.length === 0
      ? `- \`${key}\` is among the first ten for none of the figures: how much people care for this lever decides who gains by it, not what the market as a whole comes to.`
      : `- \`${key}\` is among the first ten for ${places.join('; ')}: what a strategy on this lever does to the market hangs on a taste that no target pins down.`;
  });
}
