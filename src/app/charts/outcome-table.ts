import type { Language } from '../../core/text.ts';
import { formatNumber, formatPeople, formatShare, formatSigned, NO_FIGURE } from '../format.ts';
import { CHART_TEXTS } from './chart-texts.ts';
import type { DataTable } from './data-table.ts';
import type { Bands, OutcomeGhost } from './outcome-layout.ts';
import type { Outcome } from './outcome-series.ts';

/** Groups × measures for the window up to the month on show, once a run. */
export function createOutcomeTable(
  own: readonly Outcome[],
  others: readonly OutcomeGhost[],
  bands: Bands,
  language: Language,
): DataTable {
  const share = (value: number) => formatShare(value, language);
  const percent = (value: number) => (Number.isFinite(value) ? `${formatSigned(value * 100, language)}%` : NO_FIGURE);
  const list = (run: string, outcomes: readonly Outcome[]) =>
    outcomes.map((outcome, band) => [
      bands[band].label[language],
      run,
      outcome.users,
      outcome.netReturn,
      outcome.grossReturn,
      outcome.losingShare,
      outcome.complaintsPerThousand,
    ]);
  return {
    caption: CHART_TEXTS.outcomes[language],
    columns: [
      { label: CHART_TEXTS.group[language] },
      { label: CHART_TEXTS.run[language] },
      { label: CHART_TEXTS.users[language], format: (value) => formatPeople(value, language) },
      { label: CHART_TEXTS.netReturn[language], format: percent },
      { label: CHART_TEXTS.grossReturn[language], format: percent },
      { label: CHART_TEXTS.losingShare[language], format: share },
      { label: CHART_TEXTS.complaints[language], format: (value) => formatNumber(value, language, 1) },
    ],
    rows: [
      ...list(others.length > 0 ? 'B' : 'A', own),
      ...others.flatMap(({ name, outcomes }) => list(name, outcomes)),
    ],
  };
}
