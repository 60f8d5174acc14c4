import { formatTable } from '../pages.ts';
import { estimateMean } from '../paired.ts';
import type { FindingsFile } from './findings-file.ts';
import { PERSON_KINDS, RESPONSE_LEVERS, type Responses } from './segment-responses.ts';

/** Levers by name, in a table of them. */
const LEVER_TITLES: Readonly<Record<string, string>> = {
  price: 'A lower price',
  content: 'Content',
  community: 'Community',
  advice: 'AI advice',
};

/** What a kind of person answers to most, and in how many points of the range of tastes to something else. */
interface KindAnswer {
  readonly key: string;
  readonly trait: string;
  /** Mean over the seeds by lever, with its interval. */
  readonly responses: readonly { readonly mean: number; readonly low: number; readonly high: number }[];
  readonly leader: number;
  readonly others: readonly (readonly [lever: number, points: number])[];
  readonly points: number;
}

function listKindAnswers({ responses }: FindingsFile, broker: number): KindAnswer[] {
  return PERSON_KINDS.map(({ key, trait }, kind) => {
    const means = RESPONSE_LEVERS.map((_, lever) =>
      estimateMean(responses.shipped[broker].flatMap((run) => run[lever][kind] ?? [])),
    );
    const leader = findLargest(means.map(({ mean }) => mean));
    const counts = new Map<number, number>();
    for (const run of responses.tastes[broker]) {
      const leads = findLargest(readKind(run, kind));
      if (leads !== leader) counts.set(leads, (counts.get(leads) ?? 0) + 1);
    }
    const others = [...counts].sort((a, b) => b[1] - a[1]);
    return { key, trait, responses: means, leader, others, points: responses.tastes[broker].length };
  });
}

function readKind(run: Responses, kind: number): number[] {
  return run.map((ofLever) => ofLever[kind] ?? Number.NEGATIVE_INFINITY);
}

function findLargest(values: readonly number[]): number {
  return values.indexOf(Math.max(...values.map((value) => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value))));
}

/** Points of probability per choice and CNY billion: a row a kind of person. */
export function formatResponseTable(file: FindingsFile, broker: number): string {
  const points = (value: number) => (value * 100).toPrecision(3);
  const rows = listKindAnswers(file, broker).map(({ key, responses, leader, others, points: count }) => [
    key,
    ...responses.map(({ mean, low, high }, lever) => {
      const text = `${points(mean)} (${points(low)} to ${points(high)})`;
      return lever === leader ? `**${text}**` : text;
    }),
    others.length === 0
      ? `none of ${count}`
      : others.map(([lever, times]) => `${nameLever(lever)} in ${times} of ${count}`).join(', '),
  ]);
  return formatTable(
    ['who', ...RESPONSE_LEVERS.map((_, lever) => nameLever(lever)), 'another leads in the range of tastes'],
    rows,
  );
}

function nameLever(lever: number): string {
  return LEVER_TITLES[RESPONSE_LEVERS[lever].lever];
}

/** In words: what leads for whom. */
export function describeResponses(file: FindingsFile, broker: number): string[] {
  const answers = listKindAnswers(file, broker);
  const middling = answers[0];
  const differing = answers.slice(1).filter(({ leader }) => leader !== middling.leader);
  const elsewhere =
    differing.length === 0
      ? 'and by everybody else who was asked'
      : `but ${differing.map(({ key, leader }) => `${nameLever(leader)} by ${key}`).join(', ')}`;
  const steepest = RESPONSE_LEVERS.map((_, lever) => {
    const sorted = [...answers].sort((a, b) => b.responses[lever].mean - a.responses[lever].mean);
    const [most, least] = [sorted[0], sorted[sorted.length - 1]];
    const ratio = most.responses[lever].mean / least.responses[lever].mean;
    return `- ${nameLever(lever)} draws ${most.key} most and ${least.key} least, ${ratio.toPrecision(2)} times as much.`;
  });
  return [
    `- Per CNY billion, ${nameLever(middling.leader)} is answered to most by a middling person, ${elsewhere}.`,
    ...steepest,
  ];
}
