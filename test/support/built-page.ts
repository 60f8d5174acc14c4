import { readFileSync } from 'node:fs';
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

/** Every script of the built page that loads before it can start, with its size after gzip. */
export function measureInitialScripts(): { readonly path: string; readonly gzipBytes: number }[] {
  const waiting = listEntryScripts(readFileSync(join(PAGE, 'index.html'), 'utf8')).map(normalize);
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
