// The layers below the page and the command line, compiled file by file, for tests that play long runs: Vitest runs what it transforms
// itself through a getter an import, which makes the loops of the model half as fast; what Node loads it leaves alone.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from 'vite';
import { ROOT } from './build.mjs';

/** Without a document, so that Node can run them by itself. */
const LAYERS = ['core', 'model', 'experiment'];
const SOURCE = join(ROOT, 'src');
const COMPILED = join(ROOT, 'dist/source');

/** Called by Vitest before the tests of a project. */
export default async function compileSource() {
  const input = LAYERS.flatMap((layer) =>
    readdirSync(join(SOURCE, layer), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(SOURCE, layer, path)),
  );
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: COMPILED,
      target: 'node20',
      ssr: true,
      copyPublicDir: false,
      rolldownOptions: {
        input,
        output: { preserveModules: true, preserveModulesRoot: SOURCE, entryFileNames: '[name].js' },
      },
    },
  });
}

/** Lets tests that import these layers have what was compiled. @returns {import('vite').Plugin} */
export function useCompiledSource() {
  return {
    name: 'compiled-source',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer === undefined || !source.startsWith('.')) return null;
      const path = relative(SOURCE, resolve(importer, '..', source));
      if (!LAYERS.some((layer) => path.startsWith(`${layer}/`))) return null;
      const compiled = join(COMPILED, path.replace(/\.ts$/, '.js'));
      return existsSync(compiled) ? { id: compiled, external: true } : null;
    },
  };
}
