import { describe, expect, test } from 'vitest';
import { listImports, listSourceFiles, readSource } from '../support/source-text.ts';

/** What each layer may import besides itself: layers of this project, and packages by name. */
const LAYERS: Readonly<Record<string, { readonly layers: readonly string[]; readonly packages: RegExp }>> = {
  'src/core': { layers: [], packages: /^(?:@noble\/hashes\/.*|seedrandom|valibot|@valibot\/to-json-schema)$/ },
  'src/model': { layers: ['src/core'], packages: /^$/ },
  'src/experiment': {
    layers: ['src/core', 'src/model'],
    packages: /^(?:valibot|@valibot\/to-json-schema|fflate|simple-statistics|hyparquet-writer)$/,
  },
  'src/app': {
    layers: ['src/core', 'src/model', 'src/experiment', 'workers/browser'],
    packages:
      /^(?:preact(?:\/.*)?|@preact\/signals|pixi\.js(?:\/.*)?|lil-gui(?:\/.*)?|comlink|fflate|d3-sankey|idb|hyparquet-writer)$/,
  },
  'src/cli': {
    layers: ['src/core', 'src/model', 'src/experiment', 'workers/node'],
    packages: /^(?:node:.*|commander|valibot|bullmq|ioredis|hyparquet-writer)$/,
  },
  'workers/browser': { layers: ['src/core', 'src/model', 'src/experiment'], packages: /^comlink$/ },
  'workers/node': { layers: ['src/core', 'src/model', 'src/experiment'], packages: /^(?:node:.*|comlink(?:\/.*)?)$/ },
};

/** Imports of a file that its layer may not have. */
function findForbiddenImports(layer: string, path: string, source: string): string[] {
  const { layers, packages } = LAYERS[layer];
  const allowed = [layer, ...layers];
  return listImports(path, source).filter((name) => {
    const isOwn = /^(?:src|workers|public|test|tools)\//.test(name);
    return isOwn ? !allowed.some((folder) => name.startsWith(`${folder}/`)) : !packages.test(name);
  });
}

describe.each(Object.keys(LAYERS))('%s imports only downwards', (layer) => {
  test('every file', () => {
    const forbidden = listSourceFiles(layer).flatMap((path) =>
      findForbiddenImports(layer, path, readSource(path)).map((name) => `${path} imports ${name}`),
    );
    expect(forbidden).toEqual([]);
  });
});

describe('the scan finds what it is for', () => {
  test.each([
    ['src/core', 'src/core/text.ts', "import type { Reason } from '../model/reasons.ts';", ['src/model/reasons.ts']],
    [
      'src/model',
      'src/model/market/sky.ts',
      "import { run } from '../../experiment/run.ts';",
      ['src/experiment/run.ts'],
    ],
    ['src/experiment', 'src/experiment/run.ts', "export * from '../app/store.ts';", ['src/app/store.ts']],
    ['src/app', 'src/app/main.tsx', "const cli = await import('../cli/main.ts');", ['src/cli/main.ts']],
    ['src/cli', 'src/cli/main.ts', "import { h } from 'preact';", ['preact']],
    ['src/model', 'src/model/simulation.ts', "import { readFileSync } from 'node:fs';", ['node:fs']],
    ['workers/browser', 'workers/browser/a.worker.ts', "import '../../src/app/main.tsx';", ['src/app/main.tsx']],
  ])('in %s', (layer, path, planted, found) => {
    expect(findForbiddenImports(layer, path, planted)).toEqual(found);
  });
});
