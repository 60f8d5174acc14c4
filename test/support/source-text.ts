import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Paths from the root, with `/`, of all files below a folder with such names: TypeScript's, unless told otherwise. */
export function listSourceFiles(folder: string, names = /\.tsx?$/): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

export function readSource(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The code alone: comments and literal text blanked, line breaks and the expressions inside templates kept. */
export function blankProse(source: string): string {
  const prose = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;
  return source.replace(prose, (text) => {
    const expressions = text.startsWith('`') ? [...text.matchAll(/\$\{([^}]*)\}/g)].map((match) => match[1]) : [];
    return expressions.join(';') + '\n'.repeat(text.split('\n').length - 1);
  });
}

/** What a file imports: paths from the root for its own files, bare names for packages. */
export function listImports(path: string, source: string): string[] {
  const specifiers = [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([\w@./:-]+)['"]/g)].map((match) => match[1]);
  const urls = [...source.matchAll(/new URL\(\s*['"](\.[^'"]+)['"]/g)].map((match) => match[1]);
  return [...specifiers, ...urls].map((specifier) =>
    specifier.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(path), specifier)).replaceAll('\\', '/')
      : specifier,
  );
}
