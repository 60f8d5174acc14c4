import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './source-text.ts';

const PAGE = join(ROOT, 'dist/page');

/** What a module of a build imports statically: it is fetched before the page's first line runs. */
export function listStaticImports(code: string): string[] {
  return [...code.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{}\s,]*?\bfrom\s*)?["'](\.[^"']+\.js)["']/g)].map(
    (match) => match[1],
  );
}

/** Scripts that a document loads at once: its module scripts and what it preloads. */
export function listEntryScripts(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags
    .filter((tag) => tag.startsWith('<script') || tag.includes('modulepreload'))
    .flatMap((tag) => /(?:src|href)="([^"]+\.js)"/.exec(tag)?.[1] ?? []);
}

/** The module that the first one loads at once, for the page itself; its name is that of its source. */
function findPageModule(): string {
  const name = readdirSync(join(PAGE, 'assets')).find((file) => /^main-.*\.js$/.test(file));
  if (name === undefined) throw new Error('The build has no chunk of main.tsx.');
  return `assets/${name}`;
}

/** Every script of the built page that loads before it can start, with its size after gzip. @param firstScreen only what that needs */
export function measureInitialScripts(firstScreen = false): { readonly path: string; readonly gzipBytes: number }[] {
  const waiting = listEntryScripts(readFileSync(join(PAGE, 'index.html'), 'utf8')).map(normalize);
  if (!firstScreen) waiting.push(findPageModule());
  const seen = new Set<string>();
  const scripts = [];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const code = readFileSync(join(PAGE, path), 'utf8');
    scripts.push({ path, gzipBytes: gzipSync(code, { level: 9 }).length });
    for (const name of listStaticImports(code)) waiting.push(normalize(join(dirname(path), name)));
  }
  return scripts;
}
