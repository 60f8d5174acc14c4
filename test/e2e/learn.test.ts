import { expect } from 'vitest';
import { findViolations } from '../support/accessibility.ts';
import { test } from '../support/browser-test.ts';
import { waitForHash } from '../support/explore-page.ts';

test('a lesson: predict, run, compare with many runs, evidence, limits; what one has done is remembered', async ({
  open,
}) => {
  const page = await open({ address: '#learn' });
  await page.getByTestId('lesson-list').waitFor();
  expect(await page.getByTestId('lessons-done').innerText()).toMatch(/^0 of \d+ done$/);
  expect(await findViolations(page)).toEqual([]);
  await page.getByTestId('lesson-retention').click();
  await page.getByTestId('lesson').waitFor();

  // No prediction, no answer: what comes later is not there yet.
  expect(await page.getByTestId('step-run').count()).toBe(0);
  await page.getByTestId('predict').click();
  await page.getByText('Choose one first.').waitFor();
  await page.getByTestId('predict-community').check();
  await page.getByTestId('predict').press('Enter');
  await page.getByTestId('step-run').waitFor();
  expect(await page.getByTestId('my-prediction').innerText()).toContain('Community');

  // A run can be ended and begun again.
  await page.getByTestId('lesson-run').click();
  await page.getByTestId('lesson-cancel').click();
  await page.locator('[data-testid=lesson-run-outcome][data-kind=cancelled]').waitFor();
  await page.getByTestId('lesson-run').click();
  await page.locator('[data-testid=lesson-run-outcome][data-kind=done]').waitFor({ timeout: 90_000 });
  expect(await page.getByTestId('lesson-run-outcome').innerText()).toMatch(
    /^In this run (it is highest with “.+”|all come out the same): \d+(\.\d+)?%/,
  );
  expect(await page.getByTestId('lesson-figures').getByRole('row').count()).toBe(4);
  expect(await page.getByTestId('lesson-people').getByRole('row').count()).toBe(5);

  // Many runs judge the prediction, with the interval of every arm.
  await page.getByTestId('to-answer').click();
  const verdict = page.getByTestId('verdict');
  await verdict.waitFor();
  expect(await verdict.getAttribute('data-verdict')).toMatch(/^(right|tied|wrong)$/);
  expect(await page.getByTestId('intervals').getByRole('row').count()).toBe(2);
  expect(await page.getByTestId('lesson-evidence').getByRole('listitem').count()).toBeGreaterThan(2);
  expect(await page.getByTestId('step-limits').innerText()).toContain('first accounts');
  expect(await findViolations(page)).toEqual([]);

  // Finished, remembered after a reload, in the other language as well.
  await page.getByTestId('lesson-finish').click();
  await page.getByTestId('lesson-next').waitFor();
  await page.reload();
  await page.getByTestId('verdict').waitFor();
  await page.getByTestId('language').click();
  await page.getByTestId('my-prediction').filter({ hasText: '你的预测' }).waitFor();
  await page.getByTestId('lesson-again').click();
  await page.getByTestId('prediction').waitFor();
});

test('a lesson that cannot be loaded says so, and trying again works; without answers the command stands in', async ({
  open,
}) => {
  const page = await open({
    address: '#learn/retention',
    provokes: /404|retention\.json|answers\.json/,
    prepare: async (page) => {
      await page.route('**/experiments/retention.json', (route) => route.fulfill({ status: 404 }));
      await page.route('**/data/answers.json', (route) => route.fulfill({ status: 404 }));
    },
  });
  await page.locator('[data-testid=learn][data-state=failed]').waitFor();
  expect(await page.getByTestId('learn').innerText()).toContain('retention.json');
  await page.unroute('**/experiments/retention.json');
  await page.getByTestId('learn-retry').click();
  await page.getByTestId('predict-none').check();
  await page.getByTestId('predict').click();
  await page.getByTestId('to-answer').click();
  await page.getByText('npm run -s sim -- experiment retention --seeds 16 --agents 10000').waitFor();
  // From the lesson to its market.
  await page.getByTestId('door-explore').click();
  expect(await waitForHash(page)).toMatch(/^[0-9a-f]{64}$/);
});
