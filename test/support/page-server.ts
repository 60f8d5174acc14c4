import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { ROOT } from './source-text.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is served for the length of a test run; ends with a slash. */
    pageUrl: string;
  }
}

/** Serves the built page on a free port, with the headers of `vite.config.ts`. */
export default async function servePage(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(join(ROOT, 'dist/page/index.html'))) {
    throw new Error('There is no built page to test: run `npm run build` first, or `npm test`, which does.');
  }
  const server = await preview({
    root: ROOT,
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: 4310, strictPort: false },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The preview server gave no address.');
  project.provide('pageUrl', url);
  return () => server.close();
}
