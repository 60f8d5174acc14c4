import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from './source-text.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv',
};

/** A host that sends text compressed, as hosts do: what a line of a known rate carries in a second depends on it. */
function createCompressingHost(): Server {
  const bodies = new Map<string, Buffer>();
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const file = join(ROOT, 'dist/page', path === '/' ? 'index.html' : path);
    if (path.includes('..') || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const body = bodies.get(file) ?? gzipSync(readFileSync(file));
    bodies.set(file, body);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip', 'Content-Length': body.length });
    response.end(body);
  });
}

/** 1.6 Mbit/s with 150 ms of latency, and a processor a quarter as fast: a cheap phone on a poor line. */
async function throttle(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** A first visit on a poor line. @returns milliseconds until the market has moved, and the bytes that came over the line until then */
export async function openOnPoorLine(browser: Browser): Promise<{ ms: number; bytes: number }> {
  const host = createCompressingHost();
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    await throttle(page);
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`, { waitUntil: 'commit' });
    const moved = await page.waitForFunction(() => {
      const map = document.querySelector<HTMLElement>('[data-testid=first-map]');
      return Number(map?.dataset.month ?? 0) > 0 ? performance.now() : null;
    });
    const ms = (await moved.jsonValue()) as number;
    const bytes = await page.evaluate(() =>
      [...performance.getEntriesByType('resource')].reduce(
        (sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize,
        0,
      ),
    );
    return { ms, bytes };
  } finally {
    await context.close();
    host.closeAllConnections();
    host.close();
  }
}
