import { fail, type Problem, type Result, succeed } from '../../core/result.ts';
import { formatAmount, formatBound, formatChange } from '../../experiment/amounts.ts';
import { compareReports, type FigureComparison } from '../../experiment/comparison.ts';
import type { MeasureEntry } from '../../experiment/design/design-file.ts';
import { type DesignMeasure, resolveMeasures } from '../../experiment/design/measures.ts';
import { SEEDS_RANGE } from '../../experiment/experiment-file.ts';
import { createInputs, overrideScenario } from '../../experiment/model-inputs.ts';
import type { RunReport } from '../../experiment/run-order.ts';
import { playOrders } from '../../experiment/run-pool.ts';
import type { Scenario } from '../../experiment/scenario.ts';
import { ENGINE_VERSION } from '../../experiment/version.ts';
import type { ModelInputs } from '../../model/inputs.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readMarketPath, readScenario } from '../files/shipped-files.ts';
import type { Host } from '../host.ts';
import { complain, nameOptions } from '../options.ts';
import { reportProblems } from '../problems.ts';
import { createProgress } from '../progress.ts';
import { USUAL_MEASURES } from '../sweep/design-source.ts';
import { type RawSweepOptions, readSweepOptions } from '../sweep/sweep-options.ts';

/** Options of `compare` as they were typed. */
export type RawCompareOptions = Pick<
  RawSweepOptions,
  'seeds' | 'agents' | 'years' | 'set' | 'with' | 'without' | 'measure' | 'workers' | 'json' | 'quiet'
>;

interface Task {
  readonly names: readonly string[];
  readonly inputs: readonly ModelInputs[];
  readonly measures: readonly DesignMeasure[];
  readonly seeds: number;
  readonly workers: number;
}

const USUAL_SEEDS = 50;

/** `compare <A> <B>`: two scenarios under the same seeds, and what the pairs say of every figure. */
export async function compare(
  host: Host,
  operands: readonly string[],
  raw: RawCompareOptions,
  stray: readonly Problem[],
): Promise<ExitCode> {
  const task = prepare(host, operands, raw, stray);
  if (!task.ok) return reportProblems(host, task.problems);
  const reports = await compute(host, task.value, raw.quiet === true);
  if (reports === null) {
    host.writeError(host.language === 'en' ? 'Interrupted; nothing was written.\n' : '已中断，未写入任何文件。\n');
    return EXIT.interrupted;
  }
  const [a, b] = [0, 1].map((arm) => reports.filter((_, k) => k % 2 === arm));
  const figures = compareReports(task.value.measures, a, b);
  const failed = reports.filter((report) => !report.ok).length;
  host.writeOut(
    raw.json === true ? formatJson(task.value, figures, failed) : formatTable(host, task.value, figures, failed),
  );
  return EXIT.done;
}

/** Looks for every problem before anything is computed. */
function prepare(
  host: Host,
  operands: readonly string[],
  raw: RawCompareOptions,
  stray: readonly Problem[],
): Result<Task> {
  const { options, problems: wrong } = readSweepOptions(raw);
  const problems = [...stray, ...wrong];
  const { fields, set, parameters, mechanisms } = options.changes;
  for (const { key } of parameters)
    problems.push(complain(`--set ${key}`, 'one value; sweep takes lists', '单个取值；列表请用 sweep', 'a list'));
  const seeds = (fields.replicates as number | undefined) ?? USUAL_SEEDS;
  if (!Number.isInteger(seeds) || seeds < SEEDS_RANGE.min || seeds > SEEDS_RANGE.max) {
    const { min, max } = SEEDS_RANGE;
    problems.push(complain('--seeds', `a whole number, ${min} to ${max}`, ` ${min} 至 ${max} 的整数`, raw.seeds));
  }
  if (operands.length !== 2) problems.push(complain('<A> <B>', 'two scenarios', '两个情景', operands));
  const read = operands.map((name) => readScenario(host.publicFolder, name));
  problems.push(...read.flatMap((scenario) => (scenario.ok ? [] : scenario.problems)));
  const overrides = { ...(fields as { agents?: number; months?: number }), set, mechanisms };
  const changed = read.flatMap((scenario) => (scenario.ok ? [overrideScenario(scenario.value, overrides)] : []));
  problems.push(...changed.flatMap((scenario) => (scenario.ok ? [] : nameOptions(scenario.problems))));
  const scenarios = changed.flatMap((scenario) => (scenario.ok ? [scenario.value] : []));
  const path = readMarketPath(host.publicFolder);
  const inputs = scenarios.map((scenario) => createInputs(scenario, {}, path));
  problems.push(...inputs.flatMap((made) => (made.ok ? [] : made.problems)));
  const entries = (fields.measures as MeasureEntry[] | undefined) ?? USUAL_MEASURES;
  const measures = readMeasures(entries, scenarios, problems);
  if (problems.length > 0) return fail(dropRepeats(problems));
  const whole = inputs.flatMap((made) => (made.ok ? [made.value] : []));
  return succeed({ names: operands, inputs: whole, measures, seeds, workers: options.workers ?? host.cores });
}

/** Figures that both scenarios have, with the same columns. */
function readMeasures(
  entries: readonly MeasureEntry[],
  scenarios: readonly Scenario[],
  problems: Problem[],
): DesignMeasure[] {
  const resolved = scenarios.map((scenario) => {
    const found: Problem[] = [];
    const measures = resolveMeasures(entries, scenario, found);
    problems.push(...found.map((problem) => ({ ...problem, path: `--measure ${problem.path}` })));
    return measures;
  });
  const columns = resolved.map((measures) => measures.flatMap((measure) => measure.columns).join());
  if (columns.length === 2 && columns[0] !== columns[1] && problems.length === 0) {
    problems.push(complain('--measure', 'scenarios over the same months', '时段相同的两个情景', 'other months'));
  }
  return resolved[0] ?? [];
}

function dropRepeats(problems: readonly Problem[]): Problem[] {
  const told = problems.map((problem) => JSON.stringify(problem));
  return problems.filter((_, k) => told.indexOf(told[k]) === k);
}

/** Reports seed by seed, A before B; `null` when the person wanted the command to end. */
async function compute(
  host: Host,
  { inputs, measures, seeds, workers }: Task,
  isQuiet: boolean,
): Promise<RunReport[] | null> {
  const pool = host.createPool(workers);
  const progress = createProgress(host, seeds * 2, isQuiet);
  const reports: RunReport[] = [];
  const isOver = () => host.interruption.aborted;
  let done = 0;
  const played = playOrders(
    pool,
    seeds * 2,
    (k) => ({
      inputs: inputs[k % 2],
      seed: String(Math.floor(k / 2) + 1),
      measures: measures.map(({ measure }) => measure),
    }),
    (k, report) => {
      reports[k] = report;
      progress.show(++done);
    },
    isOver,
  );
  const interrupted = new Promise<void>((resolve) => {
    host.interruption.addEventListener('abort', () => resolve(), { once: true });
  });
  try {
    await Promise.race([played, interrupted]);
    return isOver() ? null : reports;
  } finally {
    progress.end();
    await pool.close();
  }
}

function formatJson({ names, inputs, seeds }: Task, figures: readonly FigureComparison[], failed: number): string {
  const rows = figures.map(({ column, measure: { unit, label }, a, b, difference, share }) => {
    const { mean, low, high, above, seeds: pairs, isClear } = difference;
    const ends = [mean, low, high].map((end) => (Number.isFinite(end) ? end : null));
    return {
      figure: column,
      unit,
      label,
      a,
      b,
      difference: ends[0],
      low: ends[1],
      high: ends[2],
      above,
      pairs,
      share,
      isClear,
    };
  });
  const { agents, months } = inputs[0];
  const whole = {
    a: names[0],
    b: names[1],
    seeds,
    agents,
    months,
    engineVersion: ENGINE_VERSION,
    failed,
    figures: rows,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function formatTable(
  { language }: Host,
  { names, seeds }: Task,
  figures: readonly FigureComparison[],
  failed: number,
): string {
  const lines = figures.map(({ column, measure, a, b, difference, share }) => {
    const { unit, label } = measure;
    const { mean, low, high, above, seeds: pairs } = difference;
    const ends = `[${formatBound(low, unit, language)}, ${formatBound(high, unit, language)}]`;
    const values = `${formatAmount(a, unit, language)} → ${formatAmount(b, unit, language)}`;
    const beats =
      share === null
        ? ''
        : language === 'en'
          ? `; B is higher in ${above} of ${pairs} seeds (${Math.round(share * 100)}%)`
          : `；B 在 ${pairs} 个种子中的 ${above} 个更高（${Math.round(share * 100)}%）`;
    return `  ${column} · ${label[language]}: ${values}, ${formatChange(mean, unit, language)} ${ends}${beats}`;
  });
  const heading =
    language === 'en'
      ? `A ${names[0]} · B ${names[1]} · ${seeds} seeds · B − A with its 95% interval`
      : `A ${names[0]} · B ${names[1]} · ${seeds} 个种子 · B − A 及其 95% 区间`;
  const lost = language === 'en' ? `${failed} runs failed` : `${failed} 次运行失败`;
  return `${[heading, ...lines, ...(failed === 0 ? [] : [lost])].join('\n')}\n`;
}
