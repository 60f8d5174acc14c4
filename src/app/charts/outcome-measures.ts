import type { Language } from '../../core/text.ts';
import { formatNumber, formatShare, formatSigned, NO_FIGURE } from '../format.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import type { Outcome } from './outcome-series.ts';

/** A column of the outcomes chart. */
export interface Measure {
  readonly key: 'return' | 'losing' | 'complaints';
  readonly name: 'netReturn' | 'losingShare' | 'complaints';
  /** Part of the width. */
  readonly room: number;
  /** The scale reaches from here to there at least. */
  readonly floor: number;
  readonly ceiling: number;
  /** The figure that the dot stands for. */
  value(outcome: Outcome): number;
  /** Everything that is drawn. */
  values(outcome: Outcome): readonly number[];
  /** With the unit. */
  format(value: number): string;
  /** Short, for the right edge of the column. */
  formatTight(value: number): string;
  formatTick(value: number): string;
  describe(outcome: Outcome): { label: string; value: string }[];
}

export function listMeasures(language: Language): readonly Measure[] {
  const percent = (value: number) =>
    Number.isFinite(value) ? `${formatSigned(value * 100, language, 1)}%` : NO_FIGURE;
  return [
    {
      key: 'return',
      name: 'netReturn',
      room: 1.5,
      floor: -0.01,
      ceiling: 0.01,
      value: (outcome) => outcome.netReturn,
      values: (outcome) => [outcome.netReturn, outcome.grossReturn],
      format: percent,
      formatTight: (value) => formatSigned(value * 100, language, 1),
      formatTick: (value) => `${value === 0 ? 0 : formatSigned(value * 100, language, 0)}%`,
      describe: (outcome) => [
        { label: CHART_TEXTS.netReturn[language], value: percent(outcome.netReturn) },
        { label: CHART_TEXTS.grossReturn[language], value: percent(outcome.grossReturn) },
      ],
    },
    {
      key: 'losing',
      name: 'losingShare',
      room: 1,
      floor: 0,
      ceiling: 0.1,
      value: (outcome) => outcome.losingShare,
      values: (outcome) => [outcome.losingShare],
      format: (value) => formatShare(value, language),
      formatTight: (value) => formatShare(value, language, 0),
      formatTick: (value) => formatShare(value, language, 0),
      describe: (outcome) => [
        { label: CHART_TEXTS.losingShare[language], value: formatShare(outcome.losingShare, language) },
      ],
    },
    {
      key: 'complaints',
      name: 'complaints',
      room: 1,
      floor: 0,
      ceiling: 1,
      value: (outcome) => outcome.complaintsPerThousand,
      values: (outcome) => [outcome.complaintsPerThousand],
      format: (value) => formatNumber(value, language, 1),
      formatTight: (value) => formatNumber(value, language, 1),
      formatTick: (value) => formatNumber(value, language, Number.isInteger(value) ? 0 : 1),
      describe: (outcome) => [
        {
          label: CHART_TEXTS.complaints[language],
          value: formatNumber(outcome.complaintsPerThousand, language, 1),
        },
      ],
    },
  ];
}
