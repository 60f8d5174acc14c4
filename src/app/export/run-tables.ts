import { formatMonth } from '../../core/calendar.ts';
import type { Language } from '../../core/text.ts';
import { BROKER_METRICS, MARKET_METRICS } from '../../model/metrics.ts';
import type { DataTable, TableValue } from '../charts/data-table.ts';
import type { ExploreView, RunData } from '../run-data.ts';
import { EXPORT_TEXTS } from './export-texts.ts';

/** A and, where there is one, B. */
function listRuns({
  runA,
  runB,
}: Pick<ExploreView, 'runA' | 'runB'>): readonly (readonly [name: string, run: RunData])[] {
  return runB ? [['A', runA] as const, ['B', runB] as const] : [['A', runA] as const];
}

/** Calendar month of months completed, as in the files of the command line: `2025-01`. */
function nameMonth({ inputs }: RunData, month: number): string {
  return formatMonth(inputs.startMonth + month - 1);
}

/** Every market metric of every month, a row a run and month. */
export function createMarketTable(view: Pick<ExploreView, 'runA' | 'runB'>, language: Language): DataTable {
  return {
    caption: EXPORT_TEXTS.market[language],
    columns: [
      { label: EXPORT_TEXTS.run[language] },
      { label: EXPORT_TEXTS.month[language] },
      ...MARKET_METRICS.map(({ key }) => ({ label: key })),
    ],
    rows: listRuns(view).flatMap(([name, run]) =>
      run.months.slice(1).map(({ record }): TableValue[] => [name, nameMonth(run, record.month), ...record.market]),
    ),
  };
}

/** Every broker metric of every month, a row a run, month and broker. */
export function createBrokerMonthTable(view: Pick<ExploreView, 'runA' | 'runB'>, language: Language): DataTable {
  const width = BROKER_METRICS.length;
  return {
    caption: EXPORT_TEXTS.brokers[language],
    columns: [
      { label: EXPORT_TEXTS.run[language] },
      { label: EXPORT_TEXTS.month[language] },
      { label: EXPORT_TEXTS.broker[language] },
      ...BROKER_METRICS.map(({ key }) => ({ label: key })),
    ],
    rows: listRuns(view).flatMap(([name, run]) =>
      run.months
        .slice(1)
        .flatMap(({ record }) =>
          run.inputs.brokers.map(({ id }, broker): TableValue[] => [
            name,
            nameMonth(run, record.month),
            id,
            ...record.brokers.subarray(broker * width, (broker + 1) * width),
          ]),
        ),
    ),
  };
}
