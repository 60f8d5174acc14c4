import { describe, expect } from 'vitest';
import { formatLink } from '../../src/app/link.ts';
import { test } from '../support/browser-test.ts';
import { pause, setLever, showMonth, waitForHash } from '../support/explore-page.ts';

const INVESTORS = 600;

describe('A and B are compared', () => {
  test('figure by figure, person by person and seed by seed', async ({ open }) => {
    const page = await open({ investors: INVESTORS });
    const baseline = await waitForHash(page);
    await pause(page);
    await showMonth(page, 12);
    await setLever(page, 'price', 0);
    await waitForHash(page, baseline);
    await showMonth(page, 60);
    await page.getByTestId('open-compare').click();
    const compare = page.getByTestId('compare');
    await compare.waitFor();

    // Inputs: the one decision and nothing else; equal rows are one folded row.
    expect(await page.getByTestId('input-rows').locator('tr:not(.group, .folded)').count()).toBe(1);
    expect(await page.getByTestId('input-rows').locator('.folded').innerText()).toMatch(/[\d,]+ more are equal/);

    // People: the fact, the sentence and the table tell of the same numbers.
    await page.getByTestId('people').waitFor();
    const fact = (await page.getByTestId('fact-people').locator('b').allInnerTexts()).map(Number);
    const sentence = await page.getByTestId('people').locator('.sentence').innerText();
    expect(sentence).toContain(`${fact[0]} are better off in B than in A and ${fact[1]} worse`);
    expect(fact[0] + fact[1]).toBeGreaterThan(0);

    // Seeds: they fill in, can be stopped and taken up again, and every difference says how many agree.
    await page.getByTestId('ask-seeds-20').click();
    const panel = page.getByTestId('seeds-panel');
    await panel.locator('[data-testid=seed-strip] path').nth(2).waitFor({ state: 'attached' });
    await page.getByTestId('cancel-seeds').click();
    await page.locator('[data-testid=seeds-panel][data-status=cancelled]').waitFor();
    const share = page.getByTestId('outcome-broker-share').getByTestId('seed-count');
    const [, wins, seeds] = /B beats A in (\d+) of (\d+)/.exec(await share.innerText()) ?? [];
    expect(Number(seeds)).toBeGreaterThan(1);
    expect(Number(wins)).toBeLessThanOrEqual(Number(seeds));
    expect(await panel.locator('[data-testid=seed-strip] path').count()).toBe(Number(seeds) + 1);
    expect(await page.getByTestId('fact-seeds').innerText()).toContain(`in ${wins} of ${seeds}`);

    // The chart of the difference follows the row that is pressed, and is read by keys.
    await page.getByTestId('outcome-broker-revenue').getByRole('button').click();
    const plot = page.getByTestId('chart-difference').locator('.plot');
    await plot.press('End');
    expect(await plot.locator('[aria-live]').innerText()).toContain('this run');
  });

  test('a link of another engine is refused in words, until somebody asks for it anyway', async ({ open }) => {
    const link = formatLink({
      scenario: 'projection-neutral',
      seed: '42',
      overrides: {},
      decisions: [{ month: 3, broker: 'east-money', lever: 'price', value: 0.5 }],
      broker: 'east-money',
      month: 6,
      engine: '0.0.1',
    });
    const page = await open({ investors: INVESTORS, address: `#${link}` });
    await waitForHash(page);
    await page.getByTestId('open-compare').click();
    expect(await page.getByTestId('engine-refused').innerText()).toContain('0.0.1');
    expect(await page.getByTestId('compare').count()).toBe(0);
    await page.getByTestId('compare-anyway').click();
    await page.getByTestId('compare').waitFor();
  });
});
