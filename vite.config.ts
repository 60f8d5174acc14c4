import { availableParallelism } from 'node:os';
import type { BuildOptions, Plugin } from 'vite';
import { defineConfig, type TestProjectConfiguration, type TestProjectInlineConfiguration } from 'vitest/config';
import { useCompiledSource } from './tools/compiled-source.mjs';

/** What lets the page share memory between threads where the host sends headers. The page works without. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** No third party, no code from strings. Styles may be set by script (pixi, uPlot), never loaded from elsewhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Puts the policy into the built page, so that it holds on any static host. The dev server needs inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/**
 * Pixi finds out, while it is loaded, whether a plain canvas can multiply colours, and the page waits for the graphics
 * process to answer. Every browser of the build's target can.
 */
function skipCanvasTest(): Plugin {
  const test = 'canUseMultiply: canUseNewCanvasBlendModes()';
  return {
    name: 'skip-canvas-test',
    transform(code, id) {
      if (!id.endsWith('/canvasUtils.mjs')) return undefined;
      if (!code.includes(test))
        throw new Error(`${id} asks otherwise than it did: see skipCanvasTest in vite.config.ts.`);
      return code.replace(test, 'canUseMultiply: true');
    },
  };
}

const PAGE_BUILD: BuildOptions = { outDir: 'dist/page', target: 'es2023', assetsInlineLimit: 0 };

/** The command line and the benchmark, for Node without a loader. */
const NODE_BUILD: BuildOptions = {
  outDir: 'dist/node',
  target: 'node20',
  ssr: true,
  copyPublicDir: false,
  rolldownOptions: {
    input: {
      cli: 'src/cli/main.ts',
      library: 'src/cli/library.ts',
      'crew.worker': 'workers/node/crew.worker.ts',
      'run.worker': 'workers/node/run.worker.ts',
      bench: 'test/bench/main.ts',
    },
  },
};

type ProjectOptions = NonNullable<TestProjectInlineConfiguration['test']>;

function project(
  name: string,
  folders: readonly string[],
  options: ProjectOptions = {},
  plugins: Plugin[] = [],
): TestProjectConfiguration {
  const include = folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);
  return { extends: true, plugins, test: { name, include, environment: 'node', ...options } };
}

/**
 * On every core: Vitest would leave one free. The time is enough for a machine that is busy with other things: a limit here ends
 * what hangs, and measures nothing.
 */
const PATIENT: ProjectOptions = { testTimeout: 60_000, maxWorkers: availableParallelism() };

/** Tests that play long runs. */
const ON_COMPILED_SOURCE: ProjectOptions = {
  ...PATIENT,
  globalSetup: 'tools/compiled-source.mjs',
  server: { deps: { external: [/dist\/source/] } },
};

/** Tests in a browser on the built page: one file at a time and after all others, so that what they time is their own. */
const IN_BROWSER: ProjectOptions = {
  globalSetup: 'test/support/page-server.ts',
  maxWorkers: 1,
  sequence: { groupOrder: 1 },
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [contentSecurityPolicy(), skipCanvasTest()],
  server: { headers: ISOLATION },
  preview: { headers: ISOLATION },
  worker: { format: 'es' },
  build: mode === 'node' ? NODE_BUILD : PAGE_BUILD,
  test: {
    projects: [
      project('unit', ['core', 'model', 'experiment', 'app', 'cli', 'source'], PATIENT),
      project('behaviour', ['behaviour'], ON_COMPILED_SOURCE, [useCompiledSource()]),
      project('determinism', ['determinism'], IN_BROWSER),
      project('e2e', ['e2e'], IN_BROWSER),
    ],
  },
}));
