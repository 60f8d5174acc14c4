import type { Text } from '../../core/text.ts';
import { composeAnswer } from '../answer-text.ts';
import type { Answer } from '../answers.ts';
import type { Evidence } from '../evidence.ts';
import type { Experiment } from '../experiments.ts';
import { formatTable, joinBlocks } from '../pages.ts';
import { LEVER_TASTES, listUsualRanges } from '../sensitivity/ranges.ts';
import { formatClaimTable, judgeClaims, listContradictions } from './claim-table.ts';
import type { FindingsFile } from './findings-file.ts';
import { type BrokerSize, countAgents, LEVER_EXPERIMENTS } from './lever-runs.ts';
import {
  formatLeverTable,
  formatRobustnessTable,
  type JudgedAnswer,
  judgeAnswers,
  listGroups,
  listLeaders,
  listTasteDrivers,
  nameOutcome,
} from './lever-tables.ts';
import { describeResponses, formatResponseTable } from './response-tables.ts';
import { CLOUD, SHIPPED, TASTES } from './worlds.ts';

/** All that the page is made of. */
export interface FindingsSources {
  readonly file: FindingsFile;
  /** All that ship, with their answers. */
  readonly experiments: readonly Experiment[];
  readonly answers: readonly Answer[];
  readonly evidence: Evidence;
  /** Structures that were accepted, by id. */
  readonly structures: ReadonlyMap<string, Text>;
}

const HEAD =
  '<!-- Generated from public/data/findings-runs.json and public/data/answers.json by `node tools/findings.mjs`. Do not edit. -->';

const RULES = [
  'Everything here is a statement about this model and was written by rules from figures; nothing was chosen by hand. The rules:',
  [
    '- A difference is the mean over seeds of arm less baseline under the same seed, with its interval of 95 % (Student’s t). It is **clear** (bold) when the interval leaves 0 out; nothing else is called a difference.',
    '- A lever **leads** an outcome with the highest mean; levers that it is not clearly ahead of are named with it.',
    '- In other models all their runs count as seeds of one comparison. The shipped answer **holds** where the same lever leads clearly, is **open** where it shares the first place, and **flips** where another lever is clearly ahead. The numbers of single models led by each lever rest on few seeds each and say how unsure that is.',
    '- A statement of the report is **as said** or **contradicted** by the sign of a clear difference, **weaker than said** when the interval ends short of the size that is said, and **not seen** otherwise.',
  ].join('\n'),
];

/** `docs/findings.md`. */
export function formatFindingsPage(sources: FindingsSources): string {
  const { file, experiments, answers, evidence } = sources;
  const bySize = listSizes(experiments);
  const levers = bySize.map(({ experiment }) => experiment);
  const judged = judgeAnswers(file, levers);
  const claims = judgeClaims(experiments, answers);
  return joinBlocks([
    '# Findings',
    HEAD,
    ...RULES,
    '## In short',
    [...summariseLevers(sources, judged), ...listContradictions(claims, experiments, evidence)].join('\n'),
    '## The same money on one lever',
    `A twentieth of its revenue a year, for price as commission forgone, from 2025 on. ${describeRuns(file)}`,
    ...bySize.flatMap(({ size, experiment }, k) => [
      `### A ${size} broker (${nameBroker(experiment)})`,
      formatLeverTable(file, experiment, k),
      listLeaders(file, experiment, k).join('\n'),
    ]),
    '## Where the answer flips',
    describeModels(sources),
    ...bySize.flatMap(({ size, experiment }, k) => [
      `### A ${size} broker`,
      formatRobustnessTable(
        judged.filter((answer) => answer.experiment === k),
        experiment,
        (group) => nameGroup(sources, group),
      ),
      ...wrap(
        listTasteDrivers(
          file,
          judged.filter((answer) => answer.experiment === k),
          experiment,
        ),
      ),
    ]),
    '## Who answers to which lever',
    describeAsking(file),
    ...bySize.flatMap(({ size }, k) => [
      `### A ${size} broker`,
      formatResponseTable(file, k),
      describeResponses(file, k).join('\n'),
    ]),
    '## Against the report',
    'From the answers to the shipped experiments below.',
    formatClaimTable(claims, experiments, evidence),
    '## Answers to the shipped experiments',
    ...experiments.flatMap((experiment) => formatExperiment(experiment, answers)),
    '## Ranges',
    `Lever tastes are seen by no target. In the runs above each lay anywhere from half to twice what is shipped, all at once (${countWorlds(file, TASTES)} points of a Latin hypercube).`,
    formatTasteTable(),
  ]);
}

function wrap(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function listSizes(experiments: readonly Experiment[]): { size: BrokerSize; experiment: Experiment }[] {
  return (Object.keys(LEVER_EXPERIMENTS) as BrokerSize[]).map((size) => ({
    size,
    experiment: experiments.find(({ file }) => file.id === LEVER_EXPERIMENTS[size]) as Experiment,
  }));
}

function nameBroker({ file, scenarios }: Experiment): string {
  return scenarios[0].brokers.find(({ id }) => id === file.broker)?.name.en ?? '';
}

function countWorlds({ worlds }: FindingsFile, group: string): number {
  return worlds.filter((world) => world.group === group).length;
}

function describeRuns({ worlds, agents, engineVersion, failed, command }: FindingsFile): string {
  const seeds = worlds.find(({ group }) => group === SHIPPED)?.seeds.length ?? 0;
  const lost = failed === 0 ? 'No run failed.' : `${failed} runs failed and are left out.`;
  const ofSmall = countAgents(agents, SHIPPED, LEVER_EXPERIMENTS.small);
  return `${seeds} seeds of ${agents} agents, of ${ofSmall} for the small broker, which has too few clients otherwise; engine ${engineVersion}. ${lost} Again: \`${command}\`.`;
}

function nameGroup({ structures }: Pick<FindingsSources, 'structures'>, group: string): string {
  if (group === CLOUD) return 'posterior cloud';
  return group === TASTES ? 'range of lever tastes' : (structures.get(group)?.en ?? group);
}

/** Which models were looked at beside the shipped one. */
function describeModels(sources: FindingsSources): string {
  const { worlds } = sources.file;
  const listed = listGroups(worlds).map((group) => {
    const own = worlds.filter((world) => world.group === group);
    return `${nameGroup(sources, group)}: ${own.length} models × ${own[0].seeds.length} seeds`;
  });
  return `The same runs in models that the data leave possible as well: members of the posterior cloud of the calibration, structures that were accepted beside the shipped one, and the range of lever tastes. Each has a history of its own, and ${sources.file.agents} agents for brokers of any size. ${listed.join('; ')}.`;
}

/** Sentences for who reads no further: per size and outcome who leads and whether it lasts. */
function summariseLevers(sources: FindingsSources, judged: readonly JudgedAnswer[]): string[] {
  const { experiments } = sources;
  const bySize = listSizes(experiments);
  return bySize.flatMap(({ size, experiment }, k) =>
    [...new Set(judged.map(({ outcome }) => outcome))].map((outcome) => {
      const own = judged.filter((answer) => answer.experiment === k && answer.outcome === outcome);
      const title = experiment.file.arms[own[0]?.leader ?? 0].title.en;
      const isGain = own[0]?.isGain === true;
      const head = isGain
        ? `most with “${title}” as shipped`
        : `no lever gains clearly as shipped, “${title}” comes first`;
      const of = (verdict: string) =>
        own.filter(({ robustness }) => robustness.verdict === verdict).map(({ group }) => nameGroup(sources, group));
      const [flips, open] = [of('flips'), of('open')];
      const rest = [
        flips.length === 0 ? 'another lever is clearly ahead nowhere' : `flips in: ${flips.join('; ')}`,
        open.length === 0 ? '' : `shares the first place in: ${open.join('; ')}`,
      ].filter((part) => part !== '');
      return `- A ${size} broker, ${nameOutcome(outcome)}: ${head}; ${rest.join('; ')}.`;
    }),
  );
}

function describeAsking({ responses }: FindingsFile): string {
  const { agents, months, seeds, points } = responses;
  return `Change of the chance that a person takes the broker in one choice among all, in percentage points per CNY billion that the lever cost, with intervals over ${seeds} seeds; a lever is turned from the start of ${months} months with ${agents} agents. Everything but what stands in the first column is middling (age 40, experience 0.5, risk tolerance 0.5). Shares by segment do not tell this: novices choose most often and so always seem to react most. The last column asks the same people at ${points.length} points of the range of lever tastes.`;
}

function formatExperiment(experiment: Experiment, answers: readonly Answer[]): string[] {
  const { file, scenarios } = experiment;
  const answer = answers.find(({ id }) => id === file.id);
  if (answer === undefined) return [];
  const names = new Map<string, Text>(scenarios[0].brokers.map(({ id, name }) => [id, name]));
  return [`### ${file.question.en}`, composeAnswer(file, answer, names, 'en'), `\`${answer.command}\``];
}

function formatTasteTable(): string {
  const rows = listUsualRanges()
    .filter(({ key }) => (LEVER_TASTES as readonly string[]).includes(key))
    .map(({ key, low, high, source }) => [`\`${key}\``, String(low), String(high), source]);
  return formatTable(['parameter', 'from', 'to', 'source of the shipped value'], rows);
}
