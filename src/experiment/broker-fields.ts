import type { Text } from '../core/text.ts';
import { PROGRAMMES, type Programme } from '../model/inputs.ts';
import { PROGRAMME_LABELS } from '../model/programme-labels.ts';

/** The numbers that describe a broker at the start of a run. */
export type BrokerNumber =
  | 'commissionBp'
  | 'content'
  | 'community'
  | 'advice'
  | 'service'
  | 'compliance'
  | 'reputation'
  | 'quality'
  | Programme
  | 'revisionMonths'
  | 'exploration'
  | 'reach';

interface BrokerField {
  readonly key: BrokerNumber;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** What it is where a scenario does not say; a scenario has to say it where this is missing. */
  readonly default?: number;
  readonly meaning: Text;
  readonly integer?: boolean;
}

function capability(key: BrokerNumber, en: string, zh: string): BrokerField {
  return {
    key,
    unit: 'score',
    min: 0,
    max: 1,
    meaning: { en: `${en} capability at the start.`, 'zh-CN': `起始${zh}能力。` },
  };
}

/** Declared once for the scenario file, `--set brokers.<id>.<field>`, the JSON Schema and the pages. */
export const BROKER_FIELDS: readonly BrokerField[] = [
  {
    key: 'commissionBp',
    unit: 'bp',
    min: 0,
    max: 30,
    meaning: {
      en: 'Commission at the start, in basis points of ten thousand.',
      'zh-CN': '起始佣金率，以万分之一计。',
    },
  },
  capability('content', 'Content', '内容'),
  capability('community', 'Community', '社区'),
  capability('advice', 'AI advice', '智能投顾'),
  capability('service', 'Service', '服务'),
  capability('compliance', 'Compliance', '合规'),
  {
    key: 'reputation',
    unit: 'score',
    min: 0,
    max: 1,
    meaning: { en: 'Reputation at the start.', 'zh-CN': '起始声誉。' },
  },
  {
    key: 'quality',
    unit: 'score',
    min: 0.01,
    max: 1,
    meaning: {
      en: 'Execution quality: the ceiling of every capability (mechanisms.md §0).',
      'zh-CN': '执行质量：各项能力的上限。',
    },
  },
  {
    key: 'revisionMonths',
    unit: 'months',
    min: 1,
    max: 24,
    default: 3,
    integer: true,
    meaning: {
      en: 'Months between two revisions of prices, budgets and learning (M53).',
      'zh-CN': '两次修订价格、预算与学习之间的月数（M53）。',
    },
  },
  {
    key: 'exploration',
    unit: 'factor',
    min: 0,
    max: 10,
    default: 1,
    meaning: {
      en: 'How much more than others it tries for the sake of learning: a factor on brokers.explore (M53).',
      'zh-CN': '为学习而试探的程度：brokers.explore 的倍数（M53）。',
    },
  },
  {
    key: 'reach',
    unit: 'share',
    min: 0,
    max: 1,
    default: 0,
    meaning: {
      en: 'Share of everybody that its own platform meets, whoever they invest with; 0 for a broker that is only a broker (M13).',
      'zh-CN': '其自有平台触达的人群比例；仅为券商者取 0（M13）。',
    },
  },
  ...PROGRAMMES.map(describeProgramme),
];

function describeProgramme(key: Programme): BrokerField {
  const label = PROGRAMME_LABELS[key];
  return {
    key,
    unit: 'effort',
    min: 0,
    max: 1,
    default: 0,
    meaning: { en: `Effort of the programme: ${label.en}.`, 'zh-CN': `举措力度：${label['zh-CN']}。` },
  };
}
