// `npm run -s sim -- …`: the command line, installed and built on demand. Stdout belongs to the command alone.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureNodeBuild, ROOT } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';

ensureDependencies();
await ensureNodeBuild();

// In this very process, so that exit codes, signals and the terminal are the command's own.
const cli = join(ROOT, 'dist/node/cli.js');
process.argv[1] = cli;
await import(pathToFileURL(cli).href);
