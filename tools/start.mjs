// `npm start`: the working page on a fresh clone. Options of `vite preview` may follow: `npm start -- --port 5000`.
import { parseArgs } from 'node:util';
import { ensurePageBuild, ROOT } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';

const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });

ensureDependencies();
await ensurePageBuild();

const { preview } = await import('vite');
const server = await preview({
  root: ROOT,
  preview: { port: Number(values.port ?? process.env.PORT ?? 4173), host: values.host ?? 'localhost' },
});
process.stdout.write('\n  Brokerscape · 券商沙盘\n\n');
server.printUrls();
process.stdout.write('\n  Ctrl+C stops it.\n');
