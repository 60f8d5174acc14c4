import GUI from 'lil-gui';
import type { Language } from '../../core/text.ts';
import type { EvidenceTables } from '../../experiment/evidence.ts';
import { PARAMETER_GROUPS } from '../../model/parameter-groups.ts';
import { PARAMETERS, type ParameterKey } from '../../model/parameters.ts';
import { ParameterRow, type RowContext } from './parameter-row.ts';
import { matchesAnywhere, matchesQuery } from './parameter-search.ts';

/** Folders that are open at first: what people look for. */
const OPEN_FIRST: ReadonlySet<string> = new Set(['tastes', 'choice']);

export interface PanelFilter {
  readonly query: string;
  readonly changedOnly: boolean;
  /** Searches in meanings and values as well. */
  readonly everywhere: boolean;
}

/** All parameters of the schema in lil-gui, a folder a group. */
export interface ParameterPanel {
  /** Shows the values of a scenario and those that differ from it. */
  showValues(values: Readonly<Record<string, number>>, overrides: Readonly<Record<string, number>>): void;
  showEvidence(tables: EvidenceTables): void;
  /** Marks the parameters that are swept. */
  showSwept(keys: ReadonlySet<string>): void;
  /** Hides what does not match. Answers with the number of parameters left. */
  filter(filter: PanelFilter): number;
  destroy(): void;
}

interface Folder {
  readonly gui: GUI;
  readonly rows: readonly ParameterRow[];
  /** Whether the user has it open, while a search may open it for the time being. */
  open: boolean;
}

/**
 * @param host element that the panel fills
 * @param onValue called when the user changes a value
 * @param onSweep called when the user puts a parameter, with its value, into a sweep or takes it out
 */
export function createParameterPanel(
  host: HTMLElement,
  language: Language,
  onValue: (key: ParameterKey, value: number) => void,
  onSweep: (key: ParameterKey, value: number) => void,
): ParameterPanel {
  const gui = new GUI({ container: host, injectStyles: false, touchStyles: 0 });
  const context: RowContext = {
    language,
    onValue: (parameter, value) => onValue(parameter.key, value),
    onSweep: (parameter, value) => onSweep(parameter.key, value),
  };
  const folders = PARAMETER_GROUPS.map((group) => createFolder(gui, group.key, group.label[language], context));
  let searching = false;

  return {
    showValues(values, overrides) {
      for (const { rows } of folders) {
        for (const row of rows) {
          const base = values[row.parameter.key];
          row.tell(overrides[row.parameter.key] ?? base, base);
        }
      }
    },
    showEvidence(tables) {
      for (const { rows } of folders) for (const row of rows) row.tellEvidence(tables);
    },
    showSwept(keys) {
      for (const { rows } of folders) for (const row of rows) row.tellSwept(keys.has(row.parameter.key));
    },
    filter(filter) {
      const searches = filter.query.trim() !== '' || filter.changedOnly;
      let shown = 0;
      for (const folder of folders) {
        if (!searching) folder.open = !folder.gui._closed;
        const matches = folder.rows.map((row) => matchesFilter(row, filter));
        folder.rows.forEach((row, position) => {
          row.show(matches[position]);
        });
        const count = matches.filter(Boolean).length;
        folder.gui.show(count > 0);
        folder.gui.open(searches || folder.open);
        shown += count;
      }
      searching = searches;
      return shown;
    },
    destroy: () => gui.destroy(),
  };
}

function createFolder(gui: GUI, key: string, title: string, context: RowContext): Folder {
  const folder = gui.addFolder(title);
  // Its own animation measures heights and would cut off a detail that opens meanwhile.
  folder.openAnimated = (open = true) => folder.open(open);
  const rows = PARAMETERS.filter(({ group }) => group === key).map(
    (parameter) => new ParameterRow(folder, parameter, parameter.default, context),
  );
  const count = document.createElement('span');
  count.className = 'faint';
  count.textContent = String(rows.length);
  folder.$title.append(count);
  folder.$title.setAttribute('type', 'button');
  folder.domElement.dataset.testid = `lab-folder-${key}`;
  folder.open(OPEN_FIRST.has(key));
  return { gui: folder, rows, open: OPEN_FIRST.has(key) };
}

function matchesFilter(row: ParameterRow, { query, changedOnly, everywhere }: PanelFilter): boolean {
  if (changedOnly && !row.isChanged()) return false;
  const asked = query.trim();
  if (asked === '') return true;
  return everywhere ? matchesAnywhere(row.parameter, row.getValue(), asked) : matchesQuery(row.parameter, asked);
}
