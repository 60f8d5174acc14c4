import { formatProblem, type Problem } from '../core/result.ts';
import type { Text } from '../core/text.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';

/** Lists every problem on the error stream, a line each, and answers with the exit code of bad input. */
export function reportProblems(host: Host, problems: readonly Problem[]): ExitCode {
  const lines = problems.map((problem) => `  ${formatProblem(problem, host.language)}`);
  const count = problems.length;
  const heading: Text = { en: count === 1 ? '1 problem:' : `${count} problems:`, 'zh-CN': `${count} 个问题：` };
  host.writeError(`${[heading[host.language], ...lines].join('\n')}\n`);
  return EXIT.badInput;
}
