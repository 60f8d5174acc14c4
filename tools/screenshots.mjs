// `npm run screenshots`: every screen of the built page in both sizes, languages and themes, into test-results/screens.
// `npm run screenshots -- lesson 390 zh-CN dark` takes those that are named; `explore-b 1440 en light` is also the
// picture of the README. For looking at, not for comparing.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM_FLAGS, ensureBrowsers } from './browser.mjs';
import { ensurePageBuild, ROOT } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { SCREENS, SIZES, USUAL_SIZES } from './screens.mjs';

const LANGUAGES = ['en', 'zh-CN'];
const THEMES = /** @type {const} */ (['light', 'dark']);
const README_PICTURE = 'explore-b-1440-en-light.png';

const asked = process.argv.slice(2);
/** What a picture is chosen by: a group of which nothing is named is taken whole. */
const GROUPS = [SCREENS.map(({ name }) => name), SIZES.map(({ name }) => name), LANGUAGES, THEMES];
const unknown = asked.filter((word) => !GROUPS.flat().includes(word));
if (unknown.length > 0) {
  throw new Error(`No such screen: ${unknown.join(', ')}. There are ${GROUPS.flat().join(', ')}.`);
}

/** @param {string[]} picture its screen, size, language and theme */
function isAsked(picture) {
  return picture.every((word, k) => asked.includes(word) || !GROUPS[k].some((other) => asked.includes(other)));
}

ensureDependencies();
await ensurePageBuild();
const { chromium: executablePath } = ensureBrowsers();
if (executablePath === undefined) throw new Error('No Chromium found: apt-get install chromium.');

const { preview } = await import('vite');
const { chromium } = await import('playwright-core');
const server = await preview({ root: ROOT, logLevel: 'warn', preview: { port: 4320, strictPort: false } });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });

/** @param {(typeof SCREENS)[number]} screen @param {(typeof SIZES)[number]} size @param {string} locale @param {(typeof THEMES)[number]} colorScheme */
async function takePicture(screen, size, locale, colorScheme) {
  const { width, height } = size.viewport;
  const viewport = { width, height: screen.height ?? height };
  const context = await browser.newContext({ viewport, locale, colorScheme });
  const page = await context.newPage();
  await screen.serve?.(page);
  await page.goto(address + screen.hash);
  await screen.prepare(page);
  await page.waitForTimeout(1500); // islands and crossfades come to rest
  const name = `${screen.name}-${size.name}-${locale}-${colorScheme}.png`;
  await page.screenshot({ path: join(ROOT, 'test-results/screens', name) });
  if (name === README_PICTURE) await page.screenshot({ path: join(ROOT, 'docs/images/explore.png') });
  await context.close();
  process.stdout.write(`${name}\n`);
}

mkdirSync(join(ROOT, 'test-results/screens'), { recursive: true });
mkdirSync(join(ROOT, 'docs/images'), { recursive: true });
for (const screen of SCREENS) {
  for (const size of screen.sizes ?? USUAL_SIZES) {
    for (const language of LANGUAGES) {
      for (const theme of THEMES) {
        if (isAsked([screen.name, size.name, language, theme])) await takePicture(screen, size, language, theme);
      }
    }
  }
}
await browser.close();
await server.close();
