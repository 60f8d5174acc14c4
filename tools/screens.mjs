// The screens that `npm run screenshots` takes pictures of, and how to get to each.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ name: string, viewport: { width: number, height: number } }} Size */
/** @typedef {(page: Page) => Promise<unknown>} Step */

/** @type {Size} */
const WIDE = { name: '1440', viewport: { width: 1440, height: 900 } };
/** @type {Size} */
const PHONE = { name: '390', viewport: { width: 390, height: 844 } };
/** @type {Size} */
const NARROW = { name: '320', viewport: { width: 320, height: 640 } };
/** What a screen is taken in unless it says otherwise. */
export const USUAL_SIZES = [WIDE, PHONE];
export const SIZES = [...USUAL_SIZES, NARROW];

/** @param {Page} page @param {string} testId */
const press = (page, testId) => page.getByTestId(testId).click();
/** @param {string} testId @returns {Step} */
const waitFor = (testId) => (page) => page.getByTestId(testId).first().waitFor();

/** Waits for the computed run and shows a month with something to see. @param {Page} page @param {number} years */
async function showYear(page, years) {
  await page.locator('[data-testid=state-hash]:not([data-hash=""])').waitFor({ state: 'attached', timeout: 120_000 });
  const timeline = page.getByTestId('timeline');
  await timeline.press('Home');
  for (let year = 0; year < years; year++) await timeline.press('PageUp');
}

/** Explore in its fourth year, and from there. @param {Step} go @returns {Step} */
const fromExplore = (go) => async (page) => {
  await showYear(page, 3);
  await go(page);
};

/** Explore with a price cut at the start of the second year, three years later. @param {Page} page */
async function pullLever(page) {
  await showYear(page, 1);
  await page.getByTestId('lever-price').evaluate((/** @type {any} */ slider) => {
    slider.valueAsNumber = 0.6;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.getByTestId('lever-price-effect').waitFor();
  await showYear(page, 4);
}

/** Chooses what the middle of Explore shows, by its key. @param {string} mode @returns {Step} */
const showMode = (mode) => async (page) => {
  const menu = page.getByTestId('world-mode');
  if (await menu.isVisible()) await menu.click();
  await press(page, (await menu.isVisible()) ? `world-mode-${mode}` : `world-${mode}`);
  await page.getByTestId(`market-${mode}`).waitFor();
};

/** More investors than are drawn as dots, in a market that is there at once. @param {Page} page */
async function serveManyInvestors(page) {
  await page.route(/\/scenarios\/projection-neutral\.json$/, async (route) => {
    const url = route.request().url().replace('projection-neutral', 'history-2019-2024');
    const response = await route.fetch({ url });
    await route.fulfill({ response, json: { ...(await response.json()), agents: 60_000, months: 36 } });
  });
}

/** Studies small enough to be computed for every picture. */
const STUDY = {
  formatVersion: 1,
  id: 'pictured',
  scenario: 'history-2019-2024',
  agents: 300,
  parameters: [
    { key: 'tastes.price', min: 0.1, max: 1 },
    { key: 'tastes.trust', min: 0.5, max: 2.5 },
    { key: 'choice.inertia', min: 0.5, max: 2.4 },
  ],
  measures: [
    { metric: 'hhi' },
    { metric: 'retention12' },
    { metric: 'profit' },
    { metric: 'hhi', name: 'hhi_month', reduction: 'monthly' },
  ],
};

/** The Lab with a finished study, as high as its results. @param {string} mode @param {object} sampling @returns {Step} */
const runStudy = (mode, sampling) => async (page) => {
  await chooseLabMode(page, mode);
  const buffer = Buffer.from(JSON.stringify({ ...STUDY, ...sampling }));
  await page
    .getByTestId('study-open-file')
    .setInputFiles({ name: 'design.json', mimeType: 'application/json', buffer });
  await page.locator('[data-testid=study-time-before][data-measured]').waitFor({ timeout: 120_000 });
  await press(page, 'study-start');
  await page.locator('[data-testid=study-progress][data-status=done]').waitFor({ timeout: 300_000 });
  await page.locator('[data-testid^=chart-study] .plot > svg').first().waitFor();
};

/** @param {Page} page @param {string} mode */
async function chooseLabMode(page, mode) {
  await page.getByTestId('lab').waitFor();
  const menu = page.getByTestId('lab-mode-menu');
  if (await menu.isVisible()) await menu.selectOption(mode);
  else await press(page, `lab-mode-${mode}`);
}

/** @param {number} steps @returns {Step} */
const takeLesson = (steps) => async (page) => {
  await page.getByTestId('predict-community').check();
  await press(page, 'predict');
  if (steps < 2) return;
  await press(page, 'lesson-run');
  await page.locator('[data-testid=lesson-run-outcome][data-kind=done]').waitFor({ timeout: 120_000 });
  await press(page, 'to-answer');
  await page.getByTestId('verdict').waitFor();
};

/** Help and the glossary are opened by key: on a phone they stand in a menu. @type {Step} */
const openGlossary = async (page) => {
  await page.locator('body').press('?');
  await press(page, 'open-glossary');
  await page.getByTestId('glossary').waitFor();
};

/** The files of a run: in a menu of their own, or in that of what a narrow header has no room for. @type {Step} */
const openExport = async (page) => {
  const menu = page.getByTestId('export');
  await ((await menu.isVisible()) ? menu : page.getByTestId('more')).click();
  await page.getByTestId('open-file').waitFor();
};

/** @param {string} tab @returns {Step} */
const openTab = (tab) => (page) => press(page, `tab-${tab}`);

/**
 * @typedef {object} Screen
 * @property {string} name
 * @property {string} hash what follows the page's address
 * @property {Size[]} [sizes] the usual two without it
 * @property {number} [height] of the window, where a door is higher than a screen
 * @property {Step} [serve] before the page is opened
 * @property {Step} prepare
 */

const LAB_HEIGHT = 1640;
const LESSON_HEIGHT = 2400;

/** @type {Screen[]} */
export const SCREENS = [
  { name: 'first-visit-ask', hash: '', prepare: waitFor('first-answer-0') },
  {
    name: 'first-visit',
    hash: '',
    prepare: async (page) => {
      await press(page, 'first-answer-0');
      await page.getByTestId('first-why').waitFor();
    },
  },
  { name: 'explore', hash: '#explore', prepare: (page) => showYear(page, 3) },
  { name: 'explore-b', hash: '#explore', prepare: pullLever },
  {
    name: 'explore-key',
    hash: '#explore',
    sizes: [PHONE, NARROW],
    prepare: fromExplore((page) => press(page, 'open-key')),
  },
  ...['flows', 'segments', 'table'].map((mode) => ({
    name: `explore-${mode}`,
    hash: '#explore',
    prepare: fromExplore(showMode(mode)),
  })),
  {
    name: 'explore-compare',
    hash: '#explore',
    prepare: async (page) => {
      await pullLever(page);
      await showMode('compare')(page);
    },
  },
  ...['charts', 'why'].map((tab) => ({
    name: `explore-${tab}`,
    hash: '#explore',
    sizes: [PHONE],
    prepare: fromExplore(openTab(tab)),
  })),
  {
    name: 'explore-density',
    hash: '#explore',
    serve: serveManyInvestors,
    prepare: (page) => showYear(page, 2),
  },
  {
    name: 'term',
    hash: '#explore',
    prepare: fromExplore((page) => page.getByTestId('fact-retention').getByTestId('term').first().click()),
  },
  {
    name: 'help',
    hash: '#explore',
    prepare: fromExplore((page) => page.locator('body').press('?')),
  },
  { name: 'glossary', hash: '#explore', prepare: fromExplore(openGlossary) },
  { name: 'export', hash: '#explore', prepare: fromExplore(openExport) },
  { name: 'bad-link', hash: '#v1:garbage', prepare: (page) => showYear(page, 0) },
  { name: 'lessons', hash: '#learn', prepare: waitFor('lesson-list') },
  { name: 'lesson-predict', hash: '#learn/retention', prepare: takeLesson(1) },
  { name: 'lesson', hash: '#learn/retention', height: LESSON_HEIGHT, prepare: takeLesson(2) },
  { name: 'scoreboard', hash: '#scoreboard', prepare: waitFor('scoreboard') },
  { name: 'lab', hash: '#lab', prepare: waitFor('lab-hash') },
  {
    name: 'lab-sobol',
    hash: '#lab',
    height: LAB_HEIGHT,
    prepare: runStudy('sobol', { sampling: { method: 'saltelli', samples: 16 } }),
  },
  {
    name: 'lab-morris',
    hash: '#lab',
    height: LAB_HEIGHT,
    prepare: runStudy('morris', { sampling: { method: 'morris', trajectories: 6 } }),
  },
  {
    name: 'lab-sweep',
    hash: '#lab',
    height: LAB_HEIGHT,
    prepare: runStudy('sweep', {
      parameters: STUDY.parameters.slice(0, 2).map((parameter) => ({ ...parameter, steps: 6 })),
    }),
  },
  {
    name: 'lab-calibrate',
    hash: '#lab',
    prepare: async (page) => {
      await chooseLabMode(page, 'calibrate');
      await page.getByTestId('lab-calibrate').locator('table').waitFor();
    },
  },
];
