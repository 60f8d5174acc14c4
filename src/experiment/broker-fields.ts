import type { Text } from '../core/text.ts';

/** The numbers that describe a broker at the start of a run. */
export type BrokerNumber =
  | 'commissionBp'
  | 'content'
  | 'community'
  | 'advice'
  | 'service'
  | 'compliance'
  | 'reputation'
  | 'quality';

interface BrokerField {
  readonly key: BrokerNumber;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly meaning: Text;
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
];
