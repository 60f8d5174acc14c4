import { expect, test } from 'vitest';
import { listEntryScripts, listStaticImports, measureInitialScripts } from '../support/built-page.ts';
import { recordMeasurement } from '../support/measurements.ts';

const BUDGET_KIB = 180;
const FIRST_SCREEN_KIB = 40;

test(`what loads before the page starts is under ${BUDGET_KIB} KiB after gzip`, () => {
  const scripts = measureInitialScripts();
  const kib = scripts.reduce((sum, script) => sum + script.gzipBytes, 0) / 1024;
  recordMeasurement('initial script, gzipped', kib, 'KiB', `must stay under ${BUDGET_KIB}`);
  expect(scripts.length).toBeGreaterThan(0);
  expect(kib, JSON.stringify(scripts)).toBeLessThan(BUDGET_KIB);
});

test(`the first screen needs under ${FIRST_SCREEN_KIB} KiB of it`, () => {
  const kib = measureInitialScripts(true).reduce((sum, script) => sum + script.gzipBytes, 0) / 1024;
  recordMeasurement('script of the first screen, gzipped', kib, 'KiB', `must stay under ${FIRST_SCREEN_KIB}`);
  expect(kib).toBeGreaterThan(0);
  expect(kib).toBeLessThan(FIRST_SCREEN_KIB);
});

test('the walk follows static imports and leaves out what loads later', () => {
  const code =
    'import{a as b}from"./one.js";import"./two.js";export{c}from"./three.js";const d=()=>import("./late.js");';
  expect(listStaticImports(code)).toEqual(['./one.js', './two.js', './three.js']);
});

test('the walk starts at module scripts and preloads', () => {
  const html =
    '<script type="module" crossorigin src="./assets/main.js"></script>' +
    '<link rel="modulepreload" href="./assets/early.js"><link rel="stylesheet" href="./assets/main.css">';
  expect(listEntryScripts(html)).toEqual(['./assets/main.js', './assets/early.js']);
});
