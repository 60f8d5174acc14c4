import { describe, expect, inject } from 'vitest';
import { launchChromium, watchFaults } from '../support/browser.ts';
import { test } from '../support/browser-test.ts';
import { pause, setLever, waitForHash, waitForMarket } from '../support/explore-page.ts';

describe('links from strangers', () => {
  const BAD_LINKS: readonly (readonly [what: string, fragment: string])[] = [
    ['garbage', '#v1:garbage'],
    ['nothing', '#v1:'],
    ['another version', '#v99:AAAA'],
    ['percent signs', '#v1:%%%E0%A4%A'],
    ['a script', '#v1:<img src=x onerror=alert(1)>'],
    ['a hundred thousand letters', `#v1:${'A'.repeat(100_000)}`],
  ];

  test.for(BAD_LINKS)('%s: the page says so and shows the default market', async ([, fragment], { open }) => {
    const page = await open({ address: fragment });
    await waitForMarket(page);
    const banner = page.getByTestId('link-problems');
    await banner.waitFor();
    expect(await banner.getByRole('listitem').count()).toBeGreaterThan(0);
    await banner.getByTestId('dismiss').click();
    expect(await banner.count()).toBe(0);
  });

  test('an unknown door is the first one', async ({ open }) => {
    const page = await open({ address: '#nowhere' });
    await waitForMarket(page);
  });
});

describe('what the page needs is missing', () => {
  test('no scenario: the cause is named, and trying again works', async ({ open }) => {
    const page = await open({
      provokes: /404|projection-neutral/,
      prepare: (page) => page.route('**/scenarios/projection-neutral.json', (route) => route.fulfill({ status: 404 })),
    });
    const failure = page.getByTestId('failure');
    await failure.waitFor();
    expect(await failure.innerText()).toContain('projection-neutral.json');
    await page.unroute('**/scenarios/projection-neutral.json');
    await page.getByTestId('try-again').click();
    await waitForMarket(page);
    expect(await failure.count()).toBe(0);
  });

  test('a damaged scenario: every problem with its path', async ({ open }) => {
    const page = await open({
      prepare: (page) =>
        page.route('**/scenarios/projection-neutral.json', (route) =>
          route.fulfill({ json: { formatVersion: 1, id: 'Bad Id', months: -3, colour: 'red' } }),
        ),
    });
    await page.getByTestId('failure').waitFor();
    const text = await page.getByTestId('failure').innerText();
    for (const path of ['id', 'months', 'colour']) expect(text).toContain(path);
  });

  test('no worker: the cause is named, and trying again works', async ({ open }) => {
    const page = await open({
      provokes: /engine\.worker/,
      prepare: (page) => page.route('**/engine.worker*.js', (route) => route.abort()),
    });
    await page.getByTestId('failure').waitFor();
    await page.unroute('**/engine.worker*.js');
    await page.getByTestId('try-again').click();
    await waitForMarket(page);
    expect(await waitForHash(page)).toMatch(/^[0-9a-f]{64}$/);
    expect(await page.getByTestId('failure').count()).toBe(0);
  });

  test('a worker that dies: what is known stays, the cause is named, and trying again finishes it', async ({
    open,
  }) => {
    const page = await open({
      investors: 'as shipped',
      prepare: (page) => page.addInitScript(keepWorkers),
    });
    await waitForMarket(page);
    await page.evaluate(() => {
      for (const worker of Reflect.get(window, 'workers') as Worker[]) {
        worker.dispatchEvent(new ErrorEvent('error', { message: 'planted crash', cancelable: true }));
      }
    });
    await page.getByTestId('failure').filter({ hasText: 'planted crash' }).waitFor();
    await page.getByTestId('play').waitFor();
    await page.getByTestId('try-again').click();
    expect(await waitForHash(page)).toMatch(/^[0-9a-f]{64}$/);
    expect(await page.getByTestId('failure').count()).toBe(0);
  });
});

/** Runs in the page before its scripts, so that a test can reach the workers. */
function keepWorkers(): void {
  const workers: Worker[] = [];
  Reflect.set(window, 'workers', workers);
  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      workers.push(this);
    }
  };
}

describe('a machine that cannot draw', () => {
  test('without WebGL the market is drawn otherwise or the table stands in; nothing else is lost', async ({ open }) => {
    const page = await open({ prepare: (page) => page.addInitScript(forbidWebGl) });
    const hash = await waitForHash(page);
    await pause(page);
    const isDrawn = (await page.getByTestId('market').locator('canvas').count()) > 0;
    if (!isDrawn) {
      await page.getByTestId('no-map').waitFor();
      await page.getByTestId('market-table').getByRole('row').nth(30).waitFor();
    }
    await setLever(page, 'price', 0.4);
    expect(await waitForHash(page, hash)).not.toBe(hash);
  });

  test('without any canvas the table stands in and says why', async ({ open }) => {
    const page = await open({ prepare: (page) => page.addInitScript(forbidCanvas) });
    await page.getByTestId('no-map').waitFor();
    await page.getByTestId('market-table').getByRole('row').nth(30).waitFor();
    expect(await page.getByTestId('world-map').isDisabled()).toBe(true);
  });

  test('without a GPU process Chromium still shows the page', async () => {
    const browser = await launchChromium(['--disable-gpu', '--disable-software-rasterizer', '--disable-3d-apis']);
    try {
      const page = await browser.newPage();
      const faults = watchFaults(page, new URL(inject('pageUrl')).origin);
      await page.goto(`${inject('pageUrl')}#explore`);
      expect(await waitForHash(page)).toMatch(/^[0-9a-f]{64}$/);
      expect(faults.filter((fault) => !/webgl|gpu/i.test(fault))).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

function forbidWebGl(): void {
  const refuse = (Canvas: typeof HTMLCanvasElement | typeof OffscreenCanvas) => {
    const original = Canvas.prototype.getContext as (kind: string, ...rest: unknown[]) => unknown;
    Reflect.set(Canvas.prototype, 'getContext', function (this: unknown, kind: string, ...rest: unknown[]) {
      return kind.startsWith('webgl') ? null : original.call(this, kind, ...rest);
    });
  };
  refuse(HTMLCanvasElement);
  refuse(OffscreenCanvas);
}

function forbidCanvas(): void {
  HTMLCanvasElement.prototype.getContext = () => null;
  OffscreenCanvas.prototype.getContext = () => null;
}
