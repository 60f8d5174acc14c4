import { useRef } from 'preact/hooks';
import { formatProblem, type Problem } from '../../core/result.ts';
import { createStandaloneSvg, downloadCsv, downloadText } from '../charts/chart-export.ts';
import { showToast } from '../controls/announcements.ts';
import { pick } from '../i18n/say.ts';
import { createScenarioFile, openScenarioFile } from '../lab/scenario-files.ts';
import { language } from '../preferences.ts';
import { readCommand, readCompareCommand, readDecisionFile } from '../shown-command.ts';
import { scenario, view } from '../store.ts';
import { SEED_COUNTS, seedStudy } from '../store-seeds.ts';
import { EXPORT_TEXTS } from './export-texts.ts';
import { createReport, type ReportParts } from './report.ts';
import { createBrokerMonthTable, createMarketTable } from './run-tables.ts';

function exportReport(): void {
  const shown = view.peek();
  const loaded = scenario.peek();
  if (!shown || !loaded) return;
  const study = seedStudy.peek();
  const parts: ReportParts = {
    title: pick(loaded.scenario.title),
    command: readCommand(),
    compareCommand: readCompareCommand(study?.seeds ?? SEED_COUNTS[0], study?.agents),
    study,
    pictures: collectPictures(),
  };
  downloadText(createReport(shown, parts), 'brokerscape-report.html', 'text/html;charset=utf-8');
}

/** The charts that are on screen, as they are. */
function collectPictures(): ReportParts['pictures'] {
  return [...document.querySelectorAll<HTMLElement>('figure.chart')].flatMap((figure) => {
    const svg = figure.querySelector<SVGSVGElement>('.plot svg');
    if (!svg) return [];
    const title = figure.querySelector('.title')?.textContent ?? '';
    const by = figure.querySelector('select')?.selectedOptions[0].textContent ?? '';
    const sentence = figure.querySelector(':scope > p')?.textContent ?? '';
    return [
      {
        title: `${title} ${by}`.trim(),
        sentence,
        svg: new XMLSerializer().serializeToString(createStandaloneSvg(svg, '', '')),
      },
    ];
  });
}

/** With decisions, the file extends what it started from; without, it says everything. */
function exportScenario(): void {
  const mine = readDecisionFile();
  if (mine !== null) {
    downloadText(`${JSON.stringify(mine, null, 2)}\n`, `${mine.id}.json`, 'application/json');
    return;
  }
  const file = createScenarioFile();
  if (file.ok) downloadText(file.value.text, file.value.name, 'application/json');
  else tellProblems(file.problems);
}

function tellProblems(problems: readonly Problem[]): void {
  showToast({ text: problems.map((problem) => formatProblem(problem, language.peek())).join(' ') });
}

async function openFile(file: File | undefined): Promise<void> {
  if (!file) return;
  const problems = await openScenarioFile(file);
  if (problems.length > 0) tellProblems(problems);
}

/** What is on screen as files, each with what it is: entries of a menu. */
export function ExportItems({ close }: { readonly close: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const text = (key: keyof typeof EXPORT_TEXTS) => pick(EXPORT_TEXTS[key]);
  const shown = view.value;
  const item = (testId: string, name: string, is: string, act: () => void) => (
    <button
      type="button"
      role="menuitem"
      data-testid={testId}
      onClick={() => {
        act();
        close();
      }}
    >
      <span>{name}</span>
      <small>{is}</small>
    </button>
  );
  if (!shown) return null;
  return (
    <>
      {item('export-report', text('report'), text('reportIs'), exportReport)}
      {item('export-scenario', text('scenario'), text('scenarioIs'), exportScenario)}
      {item('export-market', text('market'), text('csvIs'), () =>
        downloadCsv(createMarketTable(shown, shown.language), 'brokerscape-market'),
      )}
      {item('export-brokers', text('brokers'), text('csvIs'), () =>
        downloadCsv(createBrokerMonthTable(shown, shown.language), 'brokerscape-brokers'),
      )}
      <hr />
      <button type="button" role="menuitem" data-testid="open-file" onClick={() => input.current?.click()}>
        <span>{text('open')}</span>
        <small>{text('openIs')}</small>
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        data-testid="open-file-input"
        onChange={(event) => {
          const { files } = event.currentTarget;
          close();
          void openFile(files?.[0]);
        }}
      />
    </>
  );
}
