import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import type { MetricDeclaration, ParameterDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import { formatCalibrationPage } from '../../experiment/calibration/page.ts';
import { createDesignJsonSchema } from '../../experiment/design/design-json-schema.ts';
import { formatFindingsPage } from '../../experiment/findings/findings-page.ts';
import { GLOSSARY } from '../../experiment/glossary/glossary.ts';
import { formatGlossaryPage } from '../../experiment/glossary/glossary-page.ts';
import { formatMechanismsPage } from '../../experiment/mechanism-page.ts';
import { readSwitch } from '../../experiment/mechanism-switches.ts';
import { formatMetricsPage, formatParametersPage } from '../../experiment/pages.ts';
import { createScenarioJsonSchema } from '../../experiment/scenario-json-schema.ts';
import { describeUnknown, formatGot } from '../../experiment/scenario-schema.ts';
import { formatSensitivityPage, type SensitivityFile } from '../../experiment/sensitivity/sensitivity-page.ts';
import { createTargetsJsonSchema } from '../../experiment/target-json-schema.ts';
import type { Mechanism } from '../../model/mechanism.ts';
import { MECHANISMS } from '../../model/mechanisms.ts';
import { BROKER_METRICS, MARKET_METRICS, SEGMENT_METRICS } from '../../model/metrics.ts';
import { PARAMETERS, readDefaults } from '../../model/parameters.ts';
import { formatPosterior } from '../calibration-text.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readFindingsSources } from '../files/findings-sources.ts';
import { listShippedScenarios, readEvidence, readScenario, readShippedPosterior } from '../files/shipped-files.ts';
import type { Host } from '../host.ts';
import { reportProblems } from '../problems.ts';

interface RawDescribeOptions {
  readonly json?: true;
  readonly markdown?: true;
}

/** One topic in the forms in which it can be had. */
interface Topic {
  readonly data: (host: Host) => unknown;
  readonly text: (host: Host) => string;
  /** The page in `docs`, where there is one. */
  readonly markdown?: (host: Host) => string;
}

const CATALOGUES = { market: MARKET_METRICS, broker: BROKER_METRICS, segment: SEGMENT_METRICS };

const TOPICS: Readonly<Record<string, Topic>> = {
  parameters: {
    data: () => PARAMETERS,
    text: ({ language }) =>
      (PARAMETERS as readonly ParameterDeclaration[]).map((p) => formatParameter(p, language)).join('\n'),
    markdown: formatParametersPage,
  },
  mechanisms: {
    data: () => MECHANISMS,
    text: ({ language }) => MECHANISMS.map((mechanism) => formatMechanism(mechanism, language)).join('\n'),
    markdown: ({ publicFolder }) => formatMechanismsPage(readEvidence(publicFolder)),
  },
  metrics: {
    data: () => CATALOGUES,
    text: ({ language }) =>
      Object.entries(CATALOGUES)
        .map(([name, metrics]) => [name, ...metrics.map((metric) => formatMetric(metric, language))].join('\n'))
        .join('\n\n'),
    markdown: formatMetricsPage,
  },
  glossary: { data: () => GLOSSARY, text: formatGlossaryPage, markdown: formatGlossaryPage },
  scenarios: {
    data: listScenarios,
    text: (host) =>
      listScenarios(host)
        .map(
          ({ id, kind, title, summary }) => `${id}  (${kind})\n  ${title[host.language]}\n  ${summary[host.language]}`,
        )
        .join('\n'),
  },
  findings: {
    data: ({ publicFolder }) => readFindingsSources(publicFolder).file,
    text: ({ publicFolder }) => formatFindingsPage(readFindingsSources(publicFolder)),
    markdown: ({ publicFolder }) => formatFindingsPage(readFindingsSources(publicFolder)),
  },
  sensitivity: {
    data: ({ publicFolder }) => readSensitivity(publicFolder),
    text: ({ publicFolder }) => formatSensitivityPage(readSensitivity(publicFolder)),
    markdown: ({ publicFolder }) => formatSensitivityPage(readSensitivity(publicFolder)),
  },
  calibration: {
    data: ({ publicFolder }) => readShippedPosterior(publicFolder),
    text: ({ publicFolder, language }) => formatPosterior(readShippedPosterior(publicFolder), language).trimEnd(),
    markdown: ({ publicFolder }) => formatCalibrationPage(readShippedPosterior(publicFolder)),
  },
  'design-schema': { data: createDesignJsonSchema, text: () => JSON.stringify(createDesignJsonSchema(), null, 2) },
  schema: { data: createScenarioJsonSchema, text: () => JSON.stringify(createScenarioJsonSchema(), null, 2) },
  'targets-schema': {
    data: createTargetsJsonSchema,
    text: () => JSON.stringify(createTargetsJsonSchema(), null, 2),
  },
};

/** `describe <topic>`: what the code declares, for people or as data. */
export function describe(
  host: Host,
  name: string | undefined,
  { json, markdown }: RawDescribeOptions,
  stray: readonly Problem[],
): ExitCode {
  const topic = findTopic(name);
  if (!topic.ok || stray.length > 0) return reportProblems(host, [...stray, ...(topic.ok ? [] : topic.problems)]);
  const page = markdown === true ? topic.value.markdown?.(host) : undefined;
  host.writeOut(
    page ?? `${json === true ? JSON.stringify(topic.value.data(host), null, 2) : topic.value.text(host)}\n`,
  );
  return EXIT.done;
}

function readSensitivity(publicFolder: string): SensitivityFile {
  return JSON.parse(readFileSync(join(publicFolder, 'data/sensitivity.json'), 'utf8'));
}

function findTopic(name: string | undefined): Result<Topic> {
  const known = Object.keys(TOPICS);
  if (name !== undefined && known.includes(name)) return succeed(TOPICS[name]);
  const expected = describeUnknown(name ?? '', known, `one of ${known.join(', ')}`, `以下之一：${known.join('、')}`);
  return fail([{ path: '<topic>', expected, got: formatGot(name) }]);
}

function listScenarios(host: Host) {
  return listShippedScenarios(host.publicFolder).map((listed) => {
    const scenario = readScenario(host.publicFolder, listed.id);
    if (!scenario.ok) throw new Error(`The shipped scenario ${listed.id} is damaged.`);
    const { summary, question, agents, months } = scenario.value;
    return { ...listed, summary, question, agents, months };
  });
}

function formatParameter(
  { key, default: usual, min, max, unit, source, meaning }: ParameterDeclaration,
  language: Language,
): string {
  return `${key}  ${usual}  (${min} – ${max} ${unit}; ${source})\n  ${meaning[language]}`;
}

function formatMechanism(mechanism: Mechanism, language: Language): string {
  const { key, sources, effect } = mechanism;
  return `${key}  (${readSwitch(mechanism, readDefaults())}; ${sources.join(', ')})\n  ${effect[language]}`;
}

function formatMetric({ key, unit, reduce, definition }: MetricDeclaration, language: Language): string {
  return `  ${key}  (${unit}; ${reduce})\n    ${definition[language]}`;
}
