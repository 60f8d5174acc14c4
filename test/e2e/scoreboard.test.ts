import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { computePatternRows } from '../../src/experiment/patterns/pattern-rows.ts';
import { computeScoreboard, countVerdicts } from '../../src/experiment/scoreboard.ts';
import { readTargets } from '../../src/experiment/target-file.ts';
import { findViolations } from '../support/accessibility.ts';
import { type OpenOptions, test } from '../support/browser-test.ts';
import { computeSmallScoreboard, shrinkTargets } from '../support/scoreboard.ts';

const AGENTS = 300;
const SEEDS = 2;
const TARGETS = shrinkTargets(AGENTS);
const read = readTargets(TARGETS);
const targets = read.ok ? read.value : [];
/** What the command line makes of small runs: the page shows it, and computes it again. */
const FILE = computeSmallScoreboard(SEEDS, AGENTS);

function serve(body: unknown, status = 200) {
  return async (page: Page) => {
    await page.route('**/data/targets.json', (route) =>
      route.fulfill({ body: TARGETS, contentType: 'application/json' }),
    );
    await page.route('**/data/scoreboard.json', (route) =>
      route.fulfill({ status, body: JSON.stringify(body), contentType: 'application/json' }),
    );
  };
}

type Open = (options: OpenOptions) => Promise<Page>;

async function openBoard(open: Open, options: OpenOptions = {}, file: unknown = FILE): Promise<Page> {
  const page = await open({ address: '#scoreboard', prepare: serve(file), ...options });
  await page.locator('[data-testid=scoreboard][data-state=shown]').waitFor();
  return page;
}

test('is a room of the Lab: every target with its figures, misses counted in the headline, its command copied', async ({
  open,
}) => {
  const page = await open({
    address: '#lab',
    prepare: serve(FILE),
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.getByTestId('door-scoreboard').click();
  const headline = await page.getByTestId('scoreboard-headline').textContent();
  const rows = computeScoreboard(targets, FILE);
  const tally = countVerdicts(rows);
  expect(headline).toContain(`Of ${targets.length} published figures the model hits ${tally.hit},`);
  expect(headline).toContain(`misses ${tally.miss}`);
  for (const { target, verdict } of rows) {
    const row = page.getByTestId(`score-${target.id}`);
    expect(await row.getAttribute('class'), target.id).toBe(verdict);
    expect(await row.textContent()).toContain(target.sources[0]);
  }
  expect(await page.locator('[data-testid=scores-validate] tr[data-testid]').count()).toBe(
    targets.filter(({ use }) => use === 'validate').length,
  );
  const patterns = computePatternRows(FILE.patterns);
  const holding = patterns.filter(({ verdict }) => verdict === 'holds').length;
  expect(await page.getByTestId('patterns-count').textContent()).toBe(`${holding} of ${patterns.length} hold`);
  for (const { pattern, verdict } of patterns) {
    expect(await page.getByTestId(`pattern-${pattern.id}`).getAttribute('data-verdict')).toBe(verdict);
  }
  await page.getByTestId('copy-command').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(FILE.command);
});

test('runs seeds again in the tab and comes to the figures of the command line; another figure is found out', async ({
  open,
}) => {
  const page = await openBoard(open);
  const outcome = page.getByTestId('rerun-outcome');
  await page.getByTestId('rerun-start').click();
  await page.locator('[data-testid=rerun-outcome][data-kind=done]').waitFor();
  expect(await outcome.textContent()).toBe(
    `Run again here: all ${targets.length * 2} figures equal those of the command line.`,
  );
  const [first] = targets;
  const [figure, ...others] = FILE.values[first.id];
  const forged = { ...FILE, values: { ...FILE.values, [first.id]: [Number(figure) + 1e-4, ...others] } };
  const other = await openBoard(open, {}, forged);
  await other.getByTestId('rerun-seeds').fill('1');
  await other.getByTestId('rerun-start').click();
  await other.locator('[data-testid=rerun-outcome][data-kind=done]').waitFor();
  expect(await other.getByTestId('rerun-outcome').textContent()).toContain('1 of');
});

test('a run is cancelled, and figures of another model are said to be stale', async ({ open }) => {
  const page = await openBoard(open, {}, { ...FILE, engineVersion: '0.0.1', seeds: 200 });
  await page.getByTestId('scoreboard-stale').waitFor();
  await page.getByTestId('rerun-seeds').fill('200');
  await page.getByTestId('rerun-start').click();
  await page.getByTestId('rerun-progress').waitFor();
  await page.getByTestId('rerun-cancel').click();
  await page.locator('[data-testid=rerun-outcome][data-kind=cancelled]').waitFor();
  await page.getByTestId('rerun-start').waitFor();
});

test('says so where nobody has computed it yet, and where it cannot be loaded', async ({ open }) => {
  const page = await open({ address: '#scoreboard', prepare: serve('', 404), provokes: /404/ });
  await page.locator('[data-testid=scoreboard][data-state=empty]').waitFor();
  expect(await page.getByTestId('scoreboard').textContent()).toContain('sim -- validate');
  const failed = await open({ address: '#scoreboard', prepare: serve('', 500), provokes: /500/ });
  await failed.locator('[data-testid=scoreboard][data-state=failed]').waitFor();
  await failed.unroute('**/data/scoreboard.json');
  await failed.route('**/data/scoreboard.json', (route) => route.fulfill({ json: FILE }));
  await failed.getByTestId('scoreboard-retry').click();
  await failed.locator('[data-testid=scoreboard][data-state=shown]').waitFor();
});

test('by keys alone: a target is chosen, its detail read, and opened in the Lab', async ({ open }) => {
  const page = await openBoard(open);
  const wanted = targets[3];
  await page.getByTestId(`choose-${wanted.id}`).focus();
  await page.keyboard.press('Enter');
  const detail = page.getByTestId('score-detail');
  expect(await detail.getAttribute('data-target')).toBe(wanted.id);
  expect(await detail.getByRole('heading').first().textContent()).toBe(wanted.label.en);
  expect(await page.getByTestId('score-sentence').textContent()).toContain(`of ${SEEDS} seeds`);
  expect(await detail.locator('.histogram svg rect').count()).toBeGreaterThan(1);
  await page.getByTestId('score-open-lab').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('lab').waitFor();
  await page.locator('[data-testid=scenario]', { hasText: '2019' }).waitFor();
});

describe.each([
  [1440, 900, 'light', 'en-GB'],
  [390, 844, 'light', 'zh-CN'],
  [320, 640, 'dark', 'en-GB'],
] as const)('%i × %i, %s, %s', (width, height, colorScheme, locale) => {
  test('fits, with the detail in its place, and has no violations', async ({ open }) => {
    const page = await openBoard(open, { viewport: { width, height }, colorScheme, locale });
    const { id } = targets[1];
    await page.getByTestId(`choose-${id}`).click();
    await page.getByTestId('score-detail').waitFor();
    const isBeside = await page.evaluate(() => document.querySelector('aside [data-testid=score-detail]') !== null);
    expect(isBeside).toBe(width >= 1180);
    const sideways = await page.evaluate(() => {
      const scroller = document.scrollingElement as Element;
      return scroller.scrollWidth - scroller.clientWidth;
    });
    expect(sideways).toBe(0);
    expect(await findViolations(page)).toEqual([]);
  });
});
