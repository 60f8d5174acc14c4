import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENGINE_VERSION } from '../../src/experiment/version.ts';
import { ROOT } from '../support/source-text.ts';

interface LockedPackage {
  readonly integrity?: string;
  readonly os?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lockText = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
const lock = JSON.parse(lockText);
const packages = Object.entries<LockedPackage>(lock.packages).filter(([path]) => path !== '');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** Hosts that a lock file would send an install to. */
function findHosts(text: string): string[] {
  return [...text.matchAll(/"resolved": "(?:[a-z+]+:)?\/\/([^/"]+)/g)].map((match) => match[1]);
}

describe('a clone installs from whatever registry its machine uses', () => {
  test('the lock file names no host', () => {
    expect(findHosts(lockText)).toEqual([]);
  });

  test('a planted host is found', () => {
    expect(findHosts('"resolved": "https://mirror.example/a.tgz"')).toEqual(['mirror.example']);
  });

  test('every package is pinned by its content, but those for other systems that the registry in use did not have', () => {
    const unpinned = packages.filter(([, entry]) => entry.integrity === undefined && entry.os === undefined);
    expect(unpinned.map(([path]) => path)).toEqual([]);
  });

  test('it lists the variants for every system, without which `npm ci` refuses it', () => {
    const variants = packages.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
    expect(variants.length).toBeGreaterThan(20);
    expect(variants.filter((name) => lock.packages[`node_modules/${name}`] === undefined)).toEqual([]);
  });
});

describe('the versions that hold the tool chain together', () => {
  test('Node 20.19 is enough, and the lock file agrees', () => {
    expect(manifest.engines).toEqual({ node: '>=20.19' });
    expect(lock.packages[''].engines).toEqual(manifest.engines);
  });

  test('the engine names itself as the package, the citation and the changelog do', () => {
    expect(manifest.version).toBe(ENGINE_VERSION);
    expect(readFileSync(join(ROOT, 'CITATION.cff'), 'utf8')).toContain(`\nversion: ${ENGINE_VERSION}\n`);
    expect(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).toContain(`\n## ${ENGINE_VERSION}`);
  });

  test('playwright-core is exactly 1.64.1: 1.65 no longer drives Firefox ESR', () => {
    expect(manifest.devDependencies['playwright-core']).toBe('1.64.1');
  });

  test('vitest stays on 4: version 5 needs Node 22', () => {
    expect(lock.packages['node_modules/vitest'].version).toMatch(/^4\./);
  });
});
