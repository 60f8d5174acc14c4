import { useMemo } from 'preact/hooks';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { BROKER_COLUMNS, createBrokerTable } from './broker-table.ts';
import { createFlowTable, sumFlows } from './flow-table.ts';
import { SortableTable } from './sortable-table.tsx';
import { TABLE_TEXTS } from './table-texts.ts';
import './table-view.css';

/** The market as figures: what a screen reader reads instead of the map, and what a spreadsheet takes. */
export function TableView({ view }: { readonly view: ExploreView }) {
  const { language, looks, playhead, chosen } = view;
  const { inputs, months } = readShownRun(view);
  const month = Math.min(playhead, months.length - 1);
  const baseline = view.runB ? view.runA.months : null;
  const brokers = useMemo(
    () => (month < 0 ? null : createBrokerTable(months, baseline, month, looks, inputs.startMonth, language)),
    [months, baseline, month, looks, inputs, language],
  );
  const flows = useMemo(
    () => createFlowTable(sumFlows(months, month, inputs), looks, language),
    [months, month, looks, inputs, language],
  );
  if (!brokers) return null;
  const own = looks[chosen]?.name[language];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div class="table-view" tabIndex={0} data-testid="table-view">
      <SortableTable
        id="brokers-table"
        table={brokers}
        sortedBy={BROKER_COLUMNS.indexOf('rank')}
        direction="ascending"
        language={language}
        markRow={(first) => (first === own ? 'own' : undefined)}
      />
      {flows.rows.length > 0 ? (
        <SortableTable id="flows-table" table={flows} sortedBy={3} direction="descending" language={language} />
      ) : (
        <p class="note">{TABLE_TEXTS.noFlows[language]}</p>
      )}
    </div>
  );
}
