// A crew of which the first helper is lost before it has done anything; the others are the real ones.
import { workerData } from 'node:worker_threads';

if (workerData.thread === 1) process.exit(3);
await import(new URL('../../dist/node/crew.worker.js', import.meta.url).href);
