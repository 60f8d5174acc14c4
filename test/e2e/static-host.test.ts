import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, watchFaults } from '../support/browser.ts';
import { waitForHash } from '../support/explore-page.ts';
import { ROOT } from '../support/source-text.ts';

const FOLDER = '/~class/2026/';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.csv': 'text/csv',
};

/** The plainest of hosts: files in a folder, their types, no other header. */
function createStaticHost(): Server {
  return createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const name = path === FOLDER ? 'index.html' : path.slice(FOLDER.length);
    const file = join(ROOT, 'dist/page', name);
    if (!path.startsWith(FOLDER) || name.includes('..') || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
}

const host = createStaticHost();
beforeAll(() => new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  host.closeAllConnections();
  host.close();
});

test('the built page works from any folder of a host that sends no headers, and forbids foreign and inline code', async () => {
  const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const faults = watchFaults(page, origin);
    await page.goto(`${origin}${FOLDER}#explore`);
    expect(await waitForHash(page)).toMatch(/^[0-9a-f]{64}$/);
    expect(faults).toEqual([]);

    const planted = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.planted = true';
      document.head.append(script);
      const reached = await fetch('https://example.org/').then(
        () => 'reached',
        () => 'refused',
      );
      return { inline: 'planted' in window, reached };
    });
    expect(planted).toEqual({ inline: false, reached: 'refused' });
    await expect.poll(() => faults.join('\n')).toMatch(/script-src/);
    expect(faults.join('\n')).toMatch(/connect-src/);
  } finally {
    await browser.close();
  }
});
