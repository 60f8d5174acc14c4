import { SWITCH_STATES } from '../experiment/mechanism-switches.ts';
import type { Overrides } from '../experiment/model-inputs.ts';
import type { Scenario } from '../experiment/scenario.ts';

/** Words that no shell takes for anything else. */
const PLAIN_WORD = /^[\w@%+=:,./-]+$/;

function quoteWord(word: string): string {
  return PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * The line that runs the same again, with everything that can change a number and nothing else.
 * @param nameOrPath the scenario as it was named
 * @param scenario as run, overrides applied
 */
export function formatCommand(
  nameOrPath: string,
  { agents, months }: Scenario,
  seed: string,
  { set = {}, mechanisms = {} }: Pick<Overrides, 'set' | 'mechanisms'>,
): string {
  const words = ['run', nameOrPath, '--seed', seed, '--agents', String(agents), '--years', String(months / 12)];
  for (const [key, value] of Object.entries(set)) words.push('--set', `${key}=${value}`);
  for (const state of SWITCH_STATES) {
    const keys = Object.entries(mechanisms).flatMap(([key, own]) => (own === state ? [key] : []));
    if (keys.length > 0) words.push(state === 'on' ? '--with' : '--without', keys.join(','));
  }
  return `npm run -s sim -- ${words.map(quoteWord).join(' ')}`;
}
