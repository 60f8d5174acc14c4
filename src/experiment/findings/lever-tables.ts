import type { MetricDeclaration } from '../../core/schema.ts';
import { BROKER_METRICS } from '../../model/metrics.ts';
import { formatAmount, formatBound, formatChange } from '../amounts.ts';
import type { Experiment } from '../experiments.ts';
import { formatTable } from '../pages.ts';
import { averageSeeds, type PairedDifference } from '../paired.ts';
import type { FindingsFile } from './findings-file.ts';
import { LEVER_OUTCOMES } from './lever-runs.ts';
import { correlateLead, judgeRobustness, type Robustness, rankLevers } from './verdicts.ts';
import { SHIPPED, TASTES, type World } from './worlds.ts';

/** What the page calls an outcome, as it goes on in a sentence. */
const OUTCOME_NAMES: Readonly<Record<(typeof LEVER_OUTCOMES)[number]['key'], string>> = {
  share: 'share of users at the end of 2030',
  retention12: '12-month retention at the end of 2030',
  profit: 'profit 2025 to 2030',
  netReturn12: 'its clients’ net return in 2030',
};

const METRICS: readonly MetricDeclaration[] = BROKER_METRICS;

export function nameOutcome(outcome: number): string {
  return OUTCOME_NAMES[LEVER_OUTCOMES[outcome].key];
}

function readUnit(outcome: number): string {
  return METRICS.find(({ key }) => key === LEVER_OUTCOMES[outcome].key)?.unit ?? '';
}

export function formatDifference({ mean, low, high }: PairedDifference, unit: string): string {
  if (!Number.isFinite(mean)) return '–';
  return `${formatChange(mean, unit, 'en')} (${formatBound(low, unit, 'en')} to ${formatBound(high, unit, 'en')})`;
}

type Figures = readonly (readonly (number | null)[])[];

/** Figures of one experiment and outcome in the worlds of a group: by world, arm and seed. */
function readGroup({ worlds, levers }: FindingsFile, group: string, experiment: number, outcome: number): Figures[] {
  return worlds.flatMap((world, k) => (world.group === group ? [levers[k][experiment][outcome]] : []));
}

/** What each lever does in the shipped model, against no lever. Differences that are clear stand in bold. */
export function formatLeverTable(file: FindingsFile, { file: { arms } }: Experiment, experiment: number): string {
  const figures = LEVER_OUTCOMES.map((_, outcome) => readGroup(file, SHIPPED, experiment, outcome)[0]);
  const rankings = figures.map(rankLevers);
  const baseline = figures.map((own, outcome) => formatAmount(averageSeeds(own[0]), readUnit(outcome), 'en'));
  const rows = arms.slice(1).map(({ title }, k) => [
    title.en,
    ...rankings.map(({ effects }, outcome) => {
      const { difference } = effects.find(({ arm }) => arm === k + 1) as (typeof effects)[number];
      const text = formatDifference(difference, readUnit(outcome));
      return difference.isClear ? `**${text}**` : text;
    }),
  ]);
  return formatTable(
    ['lever', ...LEVER_OUTCOMES.map((_, outcome) => nameOutcome(outcome))],
    [[arms[0].title.en, ...baseline], ...rows],
  );
}

/** Who leads in the shipped model, an outcome a line. */
export function listLeaders(file: FindingsFile, { file: { arms } }: Experiment, experiment: number): string[] {
  return LEVER_OUTCOMES.map((_, outcome) => {
    const { effects, leaders } = rankLevers(readGroup(file, SHIPPED, experiment, outcome)[0]);
    const unit = readUnit(outcome);
    const titles = leaders.map((arm) => `“${arms[arm].title.en}”`);
    const best = effects[0].difference;
    const isWorse = best.isClear && best.mean < 0;
    const head = isWorse
      ? 'no lever gains; least is lost with'
      : best.isClear
        ? 'most with'
        : 'no clear gain with any; highest mean with';
    const shared = titles.length > 1 ? `, not clearly ahead of ${titles.slice(1).join(', ')}` : '';
    return `- ${upperFirst(nameOutcome(outcome))}: ${head} ${titles[0]}, ${formatDifference(best, unit)}${shared}.`;
  });
}

function upperFirst(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}

/** Groups of worlds beside the shipped one, in the order of the file. */
export function listGroups(worlds: readonly World[]): string[] {
  return [...new Set(worlds.map(({ group }) => group))].filter((group) => group !== SHIPPED);
}

/** An answer of the shipped model and what becomes of it in another group. */
export interface JudgedAnswer {
  readonly experiment: number;
  readonly outcome: number;
  readonly group: string;
  readonly leader: number;
  /** Whether the shipped model shows a clear gain with it. */
  readonly isGain: boolean;
  readonly robustness: Robustness;
}

export function judgeAnswers(file: FindingsFile, experiments: readonly Experiment[]): JudgedAnswer[] {
  return experiments.flatMap((_, experiment) =>
    LEVER_OUTCOMES.flatMap((__, outcome) => {
      const { arm: leader, difference } = rankLevers(readGroup(file, SHIPPED, experiment, outcome)[0]).effects[0];
      return listGroups(file.worlds).map((group) => ({
        experiment,
        outcome,
        group,
        leader,
        isGain: difference.isClear && difference.mean > 0,
        robustness: judgeRobustness(readGroup(file, group, experiment, outcome), leader),
      }));
    }),
  );
}

/** A row an outcome and group: whether the shipped answer holds, who leads instead, and how far its effect ranges. */
export function formatRobustnessTable(
  judged: readonly JudgedAnswer[],
  { file: { arms } }: Experiment,
  nameGroup: (group: string) => string,
): string {
  const title = (arm: number) => arms[arm].title.en;
  return formatTable(
    [
      'outcome',
      'leads as shipped',
      'models',
      'verdict',
      'leads there, in so many of them',
      'effect of the first, and its range over them',
    ],
    judged.map(({ outcome, group, leader, robustness }) => {
      const { verdict, leading, worlds, effect, least, greatest } = robustness;
      const unit = readUnit(outcome);
      return [
        nameOutcome(outcome),
        title(leader),
        nameGroup(group),
        verdict === 'flips' ? `**flips** to ${title(robustness.leader)}` : verdict,
        leading.map(([arm, count]) => `${title(arm)} ${count}/${worlds}`).join(', '),
        `${formatDifference(effect, unit)}; ${formatBound(least, unit, 'en')} to ${formatBound(greatest, unit, 'en')}`,
      ];
    }),
  );
}

const CORRELATION_NOTED = 0.5;
/** Fewer points correlate by chance. */
const POINTS_LEAST = 6;

/** Which taste an open or flipped answer hangs on: the lead of the shipped leader over its first rival, by rank correlation. */
export function listTasteDrivers(
  file: FindingsFile,
  judged: readonly JudgedAnswer[],
  { file: { arms } }: Experiment,
): string[] {
  const tastes = file.worlds.filter(({ group }) => group === TASTES).map(({ set }) => set);
  if (tastes.length < POINTS_LEAST) return [];
  return judged
    .filter(({ group, robustness }) => group === TASTES && robustness.verdict !== 'holds')
    .flatMap(({ experiment, outcome, leader, robustness }) => {
      const worlds = readGroup(file, TASTES, experiment, outcome);
      const ranked = rankLevers(worlds[0].map((_, arm) => worlds.flatMap((figures) => figures[arm])));
      const rival = ranked.effects.find(({ arm }) => arm !== leader)?.arm ?? robustness.leader;
      const driver = Object.keys(tastes[0] ?? {})
        .map((key) => ({
          key,
          rho: correlateLead(
            worlds,
            [leader, rival],
            tastes.map((set) => set[key]),
          ),
        }))
        .sort((a, b) => Math.abs(b.rho) - Math.abs(a.rho))[0];
      if (driver === undefined || !(Math.abs(driver.rho) >= CORRELATION_NOTED)) return [];
      const direction = driver.rho > 0 ? 'rises' : 'falls';
      return [
        `- ${upperFirst(nameOutcome(outcome))}: the lead of “${arms[leader].title.en}” over “${arms[rival].title.en}” ${direction} with \`${driver.key}\` (rank correlation ${driver.rho.toFixed(2)} over ${worlds.length} points).`,
      ];
    });
}
