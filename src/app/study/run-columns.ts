import type { Language } from '../../core/text.ts';
import type { FinishedRun } from '../../experiment/sweep/finished-run.ts';
import { formatCount, formatNumber } from '../format.ts';
import { pick, say } from '../i18n/say.ts';
import { formatFigure } from '../lab/metric-figures.ts';
import { declareMeasure, describeSwept, nameMeasure } from './study-formats.ts';
import type { Study } from './study-state.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

/** A column of the table of runs. */
export interface RunHead {
  readonly id: string;
  readonly label: string;
  readonly isNumber: boolean;
  /** What a run is sorted by; not a number comes last. */
  readonly rank: (run: FinishedRun) => number;
  /** `null` where there is nothing to say. */
  readonly say: (run: FinishedRun) => string | null;
  readonly title?: (run: FinishedRun) => string;
}

/** Swept parameters that have a column: a table of a hundred can't be read, the file has them all. */
const PARAMETERS_MOST = 8;

export function listRunHeads(study: Study, language: Language): RunHead[] {
  return [
    createNumberHead(study, language),
    ...listParameterHeads(study, language),
    {
      id: 'seed',
      label: say('seed'),
      isNumber: true,
      rank: ({ replicate }) => replicate,
      say: ({ replicate }) => study.design.readSeed(replicate),
    },
    ...listMeasureHeads(study, language),
    ...listEndHeads(language),
  ];
}

/** Runs are numbered seed by seed, as they are played. */
function createNumberHead({ design }: Study, language: Language): RunHead {
  const read = ({ point, replicate }: FinishedRun) => replicate * design.points.count + point + 1;
  return { id: 'number', label: '#', isNumber: true, rank: read, say: (run) => formatCount(read(run), language) };
}

function listParameterHeads({ design: { points } }: Study, language: Language): RunHead[] {
  return points.keys.slice(0, PARAMETERS_MOST).map((key, k) => {
    const { name, say } = describeSwept(key, language);
    return {
      id: key,
      label: name,
      isNumber: true,
      rank: ({ point }) => points.read(point)[k],
      say: ({ point }) => say(points.read(point)[k]),
    };
  });
}

function listMeasureHeads({ design }: Study, language: Language): RunHead[] {
  return design.measures.flatMap(({ name, columns }, position) => {
    if (columns.length !== 1) return [];
    const metric = declareMeasure(design, position);
    const read = ({ report }: FinishedRun) => (report.ok ? report.values[position][0] : Number.NaN);
    const head: RunHead = {
      id: name,
      label: nameMeasure(design, position, language),
      isNumber: true,
      rank: read,
      say: (run) => (run.report.ok ? formatFigure(metric, read(run), language) : null),
    };
    return [head];
  });
}

function listEndHeads(language: Language): RunHead[] {
  return [
    {
      id: 'time',
      label: pick(WORDS.time),
      isNumber: true,
      rank: ({ milliseconds }) => milliseconds,
      say: ({ milliseconds }) => `${formatNumber(milliseconds / 1000, language, 1)} ${language === 'en' ? 's' : '秒'}`,
    },
    {
      id: 'hash',
      label: pick(WORDS.hash),
      isNumber: true,
      rank: ({ report }) => (report.ok ? Number.parseInt(report.stateHash.slice(0, 12), 16) : Number.NaN),
      say: ({ report }) => (report.ok ? `${report.stateHash.slice(0, 4)}·${report.stateHash.slice(-4)}` : null),
      title: ({ report }) => (report.ok ? report.stateHash : ''),
    },
    {
      id: 'state',
      label: pick(WORDS.state),
      isNumber: false,
      rank: ({ report }) => (report.ok ? 0 : 1),
      say: () => null,
    },
  ];
}

/** The first `most` runs in the order of a column; what has no figure stands last either way. */
export function sortRuns(runs: readonly FinishedRun[], { rank }: RunHead, sign: 1 | -1, most: number): FinishedRun[] {
  const ranks = Float64Array.from(runs, rank);
  const order = Array.from(ranks.keys()).sort((a, b) => {
    const [one, other] = [ranks[a], ranks[b]];
    if (Number.isNaN(one) || Number.isNaN(other)) return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
    return sign * (one - other);
  });
  return order.slice(0, most).map((k) => runs[k]);
}
