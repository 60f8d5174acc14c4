// `npm run build`: puts the declarations of the library together in dist/types, from what the compiler emits layer by layer.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './build.mjs';

const LAYERS = ['core', 'model', 'experiment', 'cli'];

/** @returns the folder that holds them */
export function buildTypes() {
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-b', 'src/cli'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  const types = join(ROOT, 'dist/types');
  rmSync(types, { recursive: true, force: true });
  for (const layer of LAYERS) {
    const emitted = join(ROOT, '.tsbuild/src', layer, 'src', layer);
    cpSync(emitted, join(types, layer), { recursive: true, filter: (path) => !path.endsWith('.map') });
  }
  return types;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) buildTypes();
