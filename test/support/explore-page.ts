import type { Page } from 'playwright-core';
import type { Lever } from '../../src/model/inputs.ts';

/** Waits until the first month is on screen: a market to play with. */
export async function waitForMarket(page: Page): Promise<void> {
  await page.getByTestId('play').waitFor();
}

/** Waits until what is on screen has been computed to its horizon. @returns its state hash */
export async function waitForHash(page: Page, other = ''): Promise<string> {
  const handle = await page.waitForFunction((old) => {
    const hash = document.querySelector<HTMLElement>('[data-testid=state-hash]')?.dataset.hash ?? '';
    return hash !== '' && hash !== old ? hash : null;
  }, other);
  return (await handle.jsonValue()) as string;
}

export async function readShownMonth(page: Page): Promise<number> {
  return Number(await page.getByTestId('month').getAttribute('data-month'));
}

/** Waits until a month is on show; the page may be a frame behind what was pressed. */
export async function waitForMonth(page: Page, month: number): Promise<void> {
  await page.locator(`[data-testid=month][data-month="${month}"]`).waitFor();
}

export async function pause(page: Page): Promise<void> {
  const button = page.getByTestId('play');
  if ((await button.getAttribute('data-playing')) === 'true') await button.click();
  await page.locator('[data-testid=play][data-playing=false]').waitFor();
}

/** Puts a lever on the position of its slider that is nearest to a value. */
export async function setLever(page: Page, lever: Lever, value: number): Promise<void> {
  await page.getByTestId(`lever-${lever}`).evaluate((element, asked) => {
    const slider = element as HTMLInputElement;
    slider.valueAsNumber = asked;
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, value);
}

/** Shows a month by the timeline's keyboard. */
export async function showMonth(page: Page, month: number): Promise<void> {
  const timeline = page.getByTestId('timeline');
  await timeline.press('Home');
  for (let years = 0; years < Math.floor(month / 12); years++) await timeline.press('PageUp');
  for (let months = 0; months < month % 12; months++) await timeline.press('ArrowRight');
  await waitForMonth(page, month);
}
