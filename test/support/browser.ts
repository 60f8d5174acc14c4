import { type Browser, type BrowserContextOptions, chromium, firefox, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { findChromium, findFirefox } from '../../tools/browser.mjs';

/** Software WebGL, and nothing that Chromium does by itself over the network. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** @param flags more switches, such as `--disable-gpu` for a machine without WebGL. */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('No Chromium found: apt-get install chromium, or name one with CHROMIUM=/path.');
  }
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, ...flags] });
}

/** The system's Firefox over WebDriver BiDi, or undefined where none is installed. */
export async function launchFirefox(): Promise<Browser | undefined> {
  const executablePath = findFirefox();
  return executablePath === undefined ? undefined : firefox.launch({ channel: 'moz-firefox', executablePath });
}

export interface WatchedPage {
  readonly page: Page;
  /** Everything that must not happen in a page, as it happened: errors, policy violations, foreign hosts, bad answers. */
  readonly faults: string[];
}

function isForeign(url: string): boolean {
  const address = new URL(url);
  return /^https?:|^wss?:/.test(address.protocol) && address.origin !== new URL(inject('pageUrl')).origin;
}

function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (isForeign(request.url())) faults.push(`foreign host: ${request.url()}`);
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

/** A fresh page of its own context. Chromium reports violations of the Content-Security-Policy as console errors. */
export async function openWatchedPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options });
  const page = await context.newPage();
  return { page, faults: watchFaults(page) };
}

/** Address of the built page, with a query and a hash. */
export function pageAddress(rest = ''): string {
  return new URL(rest, inject('pageUrl')).href;
}
