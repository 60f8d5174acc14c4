import { formatCommand } from '../command.ts';
import { say } from '../i18n/say.ts';
import { decisions, overrides, scenario, scenarioId, seed } from '../store.ts';
import { formatShareLink } from '../store-link.ts';
import { showToast } from './announcements.ts';

/** Puts text on the clipboard; where the browser refuses, the text is shown to be copied by hand. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: done });
  } catch {
    window.prompt(say('copyByHand'), text);
  }
}

/** The link also goes into the address bar, so that a reload keeps what is on screen. */
export function copyLink(): Promise<void> {
  const link = formatShareLink();
  history.replaceState(null, '', link);
  return copyText(link, say('linkCopied'));
}

/** The command line that computes what is on screen. */
export function readCommand(): string {
  return formatCommand({
    scenario: scenarioId.peek(),
    startMonth: scenario.peek()?.scenario.startMonth ?? 0,
    seed: seed.peek(),
    overrides: overrides.peek(),
    decisions: decisions.peek(),
  });
}

export function copyCommand(): Promise<void> {
  return copyText(readCommand(), say('commandCopied'));
}

export function copyHash(hash: string): Promise<void> {
  return copyText(hash, say('hashCopied'));
}
