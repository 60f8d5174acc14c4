import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Software WebGL, and nothing that Chromium does by itself over the network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** First program of these names on the path, or undefined. @param {readonly string[]} names */
function findProgram(names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here; the next folder may have it.
      }
    }
  }
  return undefined;
}

/** Path of the system's Chromium, or undefined. `CHROMIUM` in the environment names another one. */
export function findChromium() {
  return process.env.CHROMIUM ?? findProgram(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']);
}

/** Path of the system's Firefox, or undefined. `FIREFOX` in the environment names another one. */
export function findFirefox() {
  return process.env.FIREFOX ?? findProgram(['firefox-esr', 'firefox']);
}

/** @param {readonly string[]} packages */
function installPackages(packages) {
  if (process.getuid?.() !== 0 || findProgram(['apt-get']) === undefined) return;
  process.stderr.write(`Installing ${packages.join(' ')} (apt-get) …\n`);
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
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
