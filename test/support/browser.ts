import { type Browser, chromium, firefox, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium, findFirefox, PLAYED_CARD_FLAGS } from '../../tools/browser.mjs';

async function launch(args: readonly string[]): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('No Chromium found: apt-get install chromium, or name one with CHROMIUM=/path.');
  }
  return chromium.launch({ executablePath, args: [...args] });
}

/** @param flags more switches, such as `--disable-gpu` for a machine without WebGL. */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  return launch([...CHROMIUM_FLAGS, ...flags]);
}

/** Chromium as it is by itself on a machine without a graphics card: pages are drawn without one, WebGL alone with a played one. */
export async function launchPlainChromium(): Promise<Browser> {
  return launch(CHROMIUM_FLAGS.filter((flag) => !PLAYED_CARD_FLAGS.includes(flag)));
}

/** The system's Firefox over WebDriver BiDi, or undefined where none is installed. */
export async function launchFirefox(): Promise<Browser | undefined> {
  const executablePath = findFirefox();
  return executablePath === undefined ? undefined : firefox.launch({ channel: 'moz-firefox', executablePath });
}

/** Everything that must not happen in a page, as it happens: errors, policy violations, foreign hosts, bad answers. */
export function watchFaults(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    // Chromium reports violations of the Content-Security-Policy as console errors.
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (/^(?:http|ws)s?:$/.test(protocol) && asked !== origin) faults.push(`foreign host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (!reason.includes('ABORTED')) faults.push(`failed: ${request.url()} ${reason}`);
  });
  return faults;
}
