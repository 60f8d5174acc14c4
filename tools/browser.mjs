import { findProgram, installPackages } from './programs.mjs';

/**
 * What Chromium is to leave out. The popups of the address bar are pages of their own, started with every window, and cost as much
 * as opening a page does. Of several such lists the last counts, so that what Playwright leaves out stands here again.
 */
const DISABLED_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'BlockOriginHeaderModificationOnRedirect',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'Translate',
];

/** All pictures, the page's own too, are drawn by a graphics card that the processor plays. */
export const PLAYED_CARD_FLAGS = ['--use-gl=angle', '--use-angle=swiftshader'];

/** Software WebGL, and nothing that Chromium does by itself over the network. */
export const CHROMIUM_FLAGS = [
  ...PLAYED_CARD_FLAGS,
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-swiftshader',
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
];

/** Path of the system's Chromium, or undefined. `CHROMIUM` in the environment names another one. */
export function findChromium() {
  return process.env.CHROMIUM ?? findProgram(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']);
}

/** Path of the system's Firefox, or undefined. `FIREFOX` in the environment names another one. */
export function findFirefox() {
  return process.env.FIREFOX ?? findProgram(['firefox-esr', 'firefox']);
}

/**
 * Installs Chromium, Firefox and a font for Chinese where they are missing and can be had.
 * @returns {{ chromium: string | undefined, firefox: string | undefined }}
 */
export function ensureBrowsers() {
  if (findChromium() === undefined) installPackages(['chromium', 'fonts-noto-cjk']);
  if (findFirefox() === undefined) installPackages(['firefox-esr']);
  return { chromium: findChromium(), firefox: findFirefox() };
}
