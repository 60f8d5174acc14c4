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

export async function pause(page: Page): Promise<void> {
  const button = page.getByTestId('play');
  if ((await button.getAttribute('data-playing')) === 'true') await button.click();
}

export async function setLever(page: Page, lever: Lever, value: number): Promise<void> {
  await page.getByTestId(`lever-${lever}`).fill(String(value));
}

/** Shows a month by the timeline's keyboard. */
export async function showMonth(page: Page, month: number): Promise<void> {
  const timeline = page.getByTestId('timeline');
  await timeline.press('Home');
  for (let years = 0; years < Math.floor(month / 12); years++) await timeline.press('PageUp');
  for (let months = 0; months < month % 12; months++) await timeline.press('ArrowRight');
}
