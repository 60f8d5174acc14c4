import { say } from '../i18n/say.ts';
import { readCommand, roomCommand } from '../shown-command.ts';
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

/** Copies the command of what is on screen. */
export function copyCommand(): Promise<void> {
  if (roomCommand.value !== null) return copyText(roomCommand.value, say('roomCommandCopied'));
  return copyText(readCommand(), say('commandCopied'));
}

export function copyHash(hash: string): Promise<void> {
  return copyText(hash, say('hashCopied'));
}
