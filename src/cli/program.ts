import { Command, CommanderError } from 'commander';
import type { Problem } from '../core/result.ts';
import type { Text } from '../core/text.ts';
import { describeUnknown, formatGot } from '../experiment/scenario-schema.ts';
import { ENGINE_VERSION } from '../experiment/version.ts';
import type { RawCalibrateOptions } from './calibrate-options.ts';
import { calibrateModel } from './commands/calibrate.ts';
import { compare, type RawCompareOptions } from './commands/compare.ts';
import { describe } from './commands/describe.ts';
import { experiment } from './commands/experiment.ts';
import { findings } from './commands/findings.ts';
import { merge } from './commands/merge.ts';
import { run } from './commands/run.ts';
import { sensitivity } from './commands/sensitivity.ts';
import { sweep } from './commands/sweep.ts';
import { validate } from './commands/validate.ts';
import { verify } from './commands/verify.ts';
import { type RawWorkOptions, work } from './commands/work.ts';
import { EXIT, type ExitCode, Interrupted } from './exit-code.ts';
import type { RawFindingsOptions } from './findings-options.ts';
import type { Host } from './host.ts';
import { listStrayArguments, type RawExperimentOptions, type RawRunOptions } from './options.ts';
import { reportProblems } from './problems.ts';
import type { RawSensitivityOptions } from './sensitivity-options.ts';
import { isSwept, type RawSweepOptions } from './sweep/sweep-options.ts';
import type { RawValidateOptions } from './validate-options.ts';

const TEXTS = {
  about: { en: 'A laboratory of the internet-brokerage market.', 'zh-CN': '互联网券商市场实验室。' },
  run: { en: 'run a scenario: a shipped name or a file', 'zh-CN': '运行情景：内置名或文件' },
  verify: { en: 'run again what a result says and compare', 'zh-CN': '按结果清单重新运行并比对' },
  experiment: { en: 'answer an experiment: a shipped name, a file or all', 'zh-CN': '解答实验：内置名、文件或 all' },
  sweep: { en: 'every run of a design, or of a scenario with lists', 'zh-CN': '完成设计（或带列表的情景）的全部运行' },
  compare: { en: 'two scenarios under the same seeds, in pairs', 'zh-CN': '以相同种子成对比较两个情景' },
  merge: { en: 'put the parts of one design together', 'zh-CN': '合并同一设计的各部分' },
  work: { en: 'do runs that sweeps put on a queue, until stopped', 'zh-CN': '执行队列中的运行，直到停止' },
  replicates: { en: 'runs of each point, all points with the same seeds', 'zh-CN': '每点的运行次数，各点种子相同' },
  setSwept: {
    en: 'key=value, or what is swept: key=[v1,v2] or key=[min:max:steps]; repeatable',
    'zh-CN': '键=数值；或扫描 键=[值1,值2]、键=[最小:最大:个数]；可重复',
  },
  measure: {
    en: 'figures: hhi, huatai.share, hhi:yearly; with commas, repeatable',
    'zh-CN': '指标：hhi、huatai.share、hhi:yearly；以逗号分隔，可重复',
  },
  shard: { en: 'only the i-th of n parts', 'zh-CN': '仅第 i 份（共 n 份）' },
  queue: { en: 'runs are done by whoever works for this queue', 'zh-CN': '由为此队列工作的机器完成' },
  queueOf: { en: 'the queue to work for', 'zh-CN': '所服务的队列' },
  patience: { en: 'silence after which a machine is taken for dead', 'zh-CN': '判定机器失联的沉默秒数' },
  once: { en: 'end when the queue is empty', 'zh-CN': '队列为空时结束' },
  seeds: { en: 'seeds, the same for every arm', 'zh-CN': '种子数，各组相同' },
  validate: { en: 'compare the model with every published figure', 'zh-CN': '将模型与全部公布数字对照' },
  validateSeeds: { en: 'seeds of each scenario', 'zh-CN': '每个情景的种子数' },
  cloud: { en: 'also over the posterior cloud and other structures', 'zh-CN': '同时考察后验云与其他结构' },
  outFile: { en: 'file for the figures', 'zh-CN': '数值写入的文件' },
  sensitivity: { en: 'which parameters drive which figures of a scenario', 'zh-CN': '哪些参数左右情景的哪些指标' },
  method: { en: 'morris (screening) or sobol (shares of variance)', 'zh-CN': 'morris（筛选）或 sobol（方差分解）' },
  varied: {
    en: 'keys with commas, each with a range of its own if key=low..high; without: calibrated, lever tastes, structure',
    'zh-CN': '以逗号分隔的键，可写 键=低..高；缺省为校准参数、手段偏好与结构参数',
  },
  metrics: {
    en: 'metrics with commas, of the market or <broker>.<metric>',
    'zh-CN': '以逗号分隔的指标：市场指标或 <券商>.<指标>',
  },
  trajectories: { en: 'morris: effects of each parameter', 'zh-CN': 'morris：每个参数的效应数' },
  samples: { en: 'sobol: blocks, best a power of two', 'zh-CN': 'sobol：样本块数，宜为 2 的幂' },
  points: { en: 'draws the points: any text', 'zh-CN': '决定取点：任意文字' },
  findings: {
    en: 'the same money on each lever, in the shipped model and others; who answers to what',
    'zh-CN': '同样的钱投向各手段：内置模型与其他模型中的结果，以及谁对何种手段有反应',
  },
  models: {
    en: 'models of the posterior cloud, and points of the range of tastes',
    'zh-CN': '后验云中的模型数与偏好范围内的点数',
  },
  describe: {
    en: 'parameters, mechanisms, metrics, glossary, scenarios, calibration, schema, design-schema or targets-schema',
    'zh-CN': '参数、机制、指标、术语、情景、校准、情景模式、设计模式或目标模式',
  },
  calibrate: { en: 'fit the defaults to the published figures', 'zh-CN': '按公布数字校准默认值' },
  members: { en: 'members of the ensemble', 'zh-CN': '集合成员数' },
  generations: { en: 'generations at most', 'zh-CN': '最多代数' },
  pointSeeds: { en: 'seeds a member', 'zh-CN': '每个成员的种子数' },
  workers: { en: 'runs side by side; results do not depend on it', 'zh-CN': '并行运行数；结果与之无关' },
  short: { en: 'seconds instead of an hour, to see that it works', 'zh-CN': '数秒的缩减版，用于检查' },
  noStructures: { en: 'fit the shipped structure only', 'zh-CN': '仅拟合内置结构' },
  outFolder: { en: 'folder for the posterior and the log of runs', 'zh-CN': '后验与运行日志的文件夹' },
  resume: { en: 'go on with the finished runs in the folder', 'zh-CN': '接着文件夹中已完成的运行继续' },
  anew: { en: 'throw finished runs away', 'zh-CN': '丢弃已完成的运行' },
  seed: { en: 'any text; chosen and told without it', 'zh-CN': '任意文字；缺省时自动选取并告知' },
  agents: { en: 'investor agents', 'zh-CN': '投资者智能体数' },
  years: { en: 'years to run', 'zh-CN': '运行年数' },
  set: { en: 'a parameter, or brokers.<id>.<field>; repeatable', 'zh-CN': '参数，或 brokers.<标识>.<字段>；可重复' },
  with: { en: 'mechanisms to switch on, with commas', 'zh-CN': '开启的机制，以逗号分隔' },
  without: { en: 'mechanisms to switch off, with commas', 'zh-CN': '关闭的机制，以逗号分隔' },
  threads: { en: 'threads; results do not depend on it', 'zh-CN': '线程数；结果与之无关' },
  out: { en: 'folder for the result', 'zh-CN': '结果文件夹' },
  force: { en: 'replace an earlier result', 'zh-CN': '替换已有结果' },
  json: { en: 'JSON on stdout and nothing else', 'zh-CN': '仅向标准输出写 JSON' },
  quiet: { en: 'no progress, one line', 'zh-CN': '不显示进度，仅一行结果' },
  markdown: { en: 'the page of the documentation', 'zh-CN': '文档页面' },
} satisfies Record<string, Text>;

/** Runs one command line. @param args without the program's name; @returns the exit code of the process */
export async function runCommandLine(args: readonly string[], host: Host): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done;
  const program = createProgram(host, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    return explainEnd(host, error);
  }
}

function explainEnd(host: Host, error: unknown): ExitCode {
  // Commander has written what it has to say; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.badInput;
  if (error instanceof Interrupted) {
    host.writeError(host.language === 'en' ? 'Interrupted; nothing was written.\n' : '已中断，未写入任何文件。\n');
    return EXIT.interrupted;
  }
  host.writeError(`${error instanceof Error ? error.message : String(error)}\n`);
  return EXIT.failure;
}

/** Every value of an option that may be given several times. */
function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

/** `run` with a list: one seed, the threads as so many runs side by side. */
function readAsSweep({ threads, seed, ...shared }: RawRunOptions, host: Host): RawSweepOptions {
  return { ...shared, seed: seed ?? host.pickSeed(), ...(threads === undefined ? {} : { workers: threads }) };
}

type Finish = (code: ExitCode) => void;

function createProgram(host: Host, finish: Finish): Command {
  const say = (key: keyof typeof TEXTS) => TEXTS[key][host.language];
  const program = new Command('brokerscape')
    .description(say('about'))
    .version(ENGINE_VERSION)
    .exitOverride()
    .configureOutput({ writeOut: host.writeOut, writeErr: host.writeError });

  addCommand(program, 'run', '[scenario]')
    .description(say('run'))
    .option('--seed <S>', say('seed'))
    .option('--agents <N>', say('agents'))
    .option('--years <Y>', say('years'))
    .option('--set <key=value>', say('set'), collect)
    .option('--with <keys>', say('with'), collect)
    .option('--without <keys>', say('without'), collect)
    .option('--threads <T>', say('threads'))
    .option('--out <DIR>', say('out'))
    .option('--force', say('force'))
    .option('--json', say('json'))
    .option('--quiet', say('quiet'))
    .action(async (_, options: RawRunOptions, command: Command) => {
      const { operand, stray } = splitArguments(command);
      // A list among the values makes many runs of it.
      if (options.set?.some(isSwept) === true) finish(await sweep(host, operand, readAsSweep(options, host), stray));
      else finish(await run(host, operand, options, stray));
    });
  addCommand(program, 'sweep', '[design]')
    .description(say('sweep'))
    .option('--set <key=value>', say('setSwept'), collect)
    .option('--seeds <n>', say('replicates'))
    .option('--agents <N>', say('agents'))
    .option('--years <Y>', say('years'))
    .option('--measure <names>', say('measure'), collect)
    .option('--with <keys>', say('with'), collect)
    .option('--without <keys>', say('without'), collect)
    .option('--workers <N>', say('workers'))
    .option('--resume', say('resume'))
    .option('--shard <i/n>', say('shard'))
    .option('--queue <redis://…>', say('queue'))
    .option('--out <DIR>', say('out'))
    .option('--force', say('force'))
    .option('--json', say('json'))
    .option('--quiet', say('quiet'))
    .action(async (_, options: RawSweepOptions, command: Command) => {
      const { operand, stray } = splitArguments(command);
      finish(await sweep(host, operand, options, stray));
    });
  addCommand(program, 'merge', '[DIR...]')
    .description(say('merge'))
    .option('--out <DIR>', say('out'))
    .option('--force', say('force'))
    .option('--json', say('json'))
    .option('--quiet', say('quiet'))
    .action((_, options: RawSweepOptions, command: Command) => {
      const { operands, stray } = splitOptions(command);
      finish(merge(host, operands, options, stray));
    });
  addCommand(program, 'compare', '[scenarios...]')
    .description(say('compare'))
    .option('--seeds <n>', say('seeds'))
    .option('--agents <N>', say('agents'))
    .option('--years <Y>', say('years'))
    .option('--set <key=value>', say('set'), collect)
    .option('--with <keys>', say('with'), collect)
    .option('--without <keys>', say('without'), collect)
    .option('--measure <names>', say('measure'), collect)
    .option('--workers <N>', say('workers'))
    .option('--json', say('json'))
    .option('--quiet', say('quiet'))
    .action(async (_, options: RawCompareOptions, command: Command) => {
      const { operands, stray } = splitOptions(command);
      finish(await compare(host, operands, options, stray));
    });
  addCommand(program, 'work', '')
    .description(say('work'))
    .option('--queue <redis://…>', say('queueOf'))
    .option('--workers <N>', say('workers'))
    .option('--patience <seconds>', say('patience'))
    .option('--once', say('once'))
    .action(async (options: RawWorkOptions, command: Command) => {
      const { operand, stray } = splitArguments(command);
      const extra = operand === undefined ? [] : listStrayArguments([operand], []);
      finish(await work(host, options, [...extra, ...stray]));
    });
  addCommand(program, 'experiment', '[experiment]')
    .description(say('experiment'))
    .option('--seeds <n>', say('seeds'))
    .option('--agents <N>', say('agents'))
    .option('--out <FILE>', say('outFile'))
    .option('--force', say('force'))
    .option('--json', say('json'))
    .option('--quiet', say('quiet'))
    .action(async (_, options: RawExperimentOptions, command: Command) => {
      const { operand, stray } = splitArguments(command);
      finish(await experiment(host, operand, options, stray));
    });
  addCommand(program, 'validate', '[nothing]')
    .description(say('validate'))
    .option('--seeds <n>', say('validateSeeds'))
    .option('--agents <N>', say('agents'))
    .option('--workers <W>', say('workers'))
    .option('--cloud', say('cloud'))
    .option('--out <FILE>', say('outFile'))
    .option('--force', say('force'))
    .option('--json', say('json'))
    .option('--quiet', say('quiet'))
    .action(async (_, options: RawValidateOptions, command: Command) => {
      const { operand, stray } = splitArguments(command);
      const all = operand === undefined ? stray : [...listStrayArguments([operand], []), ...stray];
      finish(await validate(host, options, all));
    });
  addCommand(program, 'calibrate', '[nothing]')
    .description(say('calibrate'))
    .option('--out <DIR>', say('outFolder'))
    .option('--members <M>', say('members'))
    .option('--seeds <n>', say('pointSeeds'))
    .option('--agents <N>', say('agents'))
    .option('--generations <G>', say('generations'))
    .option('--workers <W>', say('workers'))
    .option('--short', say('short'))
    .option('--no-structures', say('noStructures'))
    .option('--resume', say('resume'))
    .option('--force', say('anew'))
    .option('--json', say('json'))
    .option('--quiet', say('quiet'))
    .action(async (_, options: RawCalibrateOptions, command: Command) => {
      const { operand, stray } = splitArguments(command);
      const all = operand === undefined ? stray : [...listStrayArguments([operand], []), ...stray];
      finish(await calibrateModel(host, options, all));
    });
  addCommand(program, 'sensitivity', '[scenario]')
    .description(say('sensitivity'))
    .option('--method <morris|sobol>', say('method'))
    .option('--parameters <keys>', say('varied'))
    .option('--metrics <keys>', say('metrics'))
    .option('--trajectories <n>', say('trajectories'))
    .option('--samples <n>', say('samples'))
    .option('--replicates <r>', say('replicates'))
    .option('--agents <N>', say('agents'))
    .option('--seed <S>', say('points'))
    .option('--workers <W>', say('workers'))
    .option('--out <DIR>', say('out'))
    .option('--resume', say('resume'))
    .option('--force', say('force'))
    .option('--json', say('json'))
    .option('--quiet', say('quiet'))
    .action(async (_, options: RawSensitivityOptions, command: Command) => {
      const { operand, stray } = splitArguments(command);
      finish(await sensitivity(host, operand, options, stray));
    });
  addCommand(program, 'findings', '[nothing]')
    .description(say('findings'))
    .option('--seeds <n>', say('seeds'))
    .option('--members <n>', say('models'))
    .option('--agents <N>', say('agents'))
    .option('--workers <W>', say('workers'))
    .option('--out <FILE>', say('outFile'))
    .option('--force', say('force'))
    .option('--json', say('json'))
    .option('--quiet', say('quiet'))
    .action(async (_, options: RawFindingsOptions, command: Command) => {
      const { operand, stray } = splitArguments(command);
      const more = operand === undefined ? [] : listStrayArguments([operand], []);
      finish(await findings(host, options, [...more, ...stray]));
    });
  addCommand(program, 'verify', '[DIR]')
    .description(say('verify'))
    .option('--json', say('json'))
    .option('--quiet', say('quiet'))
    .action(async (_, options, command: Command) => {
      const { operand, stray } = splitArguments(command);
      finish(await verify(host, operand, options, stray));
    });
  addCommand(program, 'describe', '[topic]')
    .description(say('describe'))
    .option('--json', say('json'))
    .option('--markdown', say('markdown'))
    .action((_, options, command: Command) => {
      const { operand, stray } = splitArguments(command);
      finish(describe(host, operand, options, stray));
    });

  return program
    .argument('[command]')
    .allowUnknownOption()
    .allowExcessArguments()
    .action((name: string | undefined) => finish(refuseCommand(host, name, program)));
}

/** A command that leaves it to us to complain of all that is wrong with its line at once. */
function addCommand(program: Command, name: string, argument: string): Command {
  const command = program.command(name);
  if (argument !== '') command.argument(argument);
  return command.allowUnknownOption().allowExcessArguments();
}

/** What the command is about, and everything else on the line that it does not understand. */
function splitArguments({ args, options }: Command): { operand: string | undefined; stray: Problem[] } {
  const at = args.findIndex((word) => !word.startsWith('-'));
  const known = options.map(({ long }) => long ?? '');
  return {
    operand: args[at],
    stray: listStrayArguments(
      args.filter((_, position) => position !== at),
      known,
    ),
  };
}

/** What a command is about, where that is any number of words, and options that it does not know. */
function splitOptions({ args, options }: Command): { operands: string[]; stray: Problem[] } {
  const known = options.map(({ long }) => long ?? '');
  const unknown = args.filter((word) => word.startsWith('-'));
  return { operands: args.filter((word) => !word.startsWith('-')), stray: listStrayArguments(unknown, known) };
}

function refuseCommand(host: Host, name: string | undefined, program: Command): ExitCode {
  const known = program.commands.map((command) => command.name());
  const en = `one of ${known.join(', ')} (see --help)`;
  const expected = describeUnknown(name ?? '', known, en, `以下之一：${known.join('、')}（见 --help）`);
  return reportProblems(host, [{ path: '<command>', expected, got: formatGot(name) }]);
}
