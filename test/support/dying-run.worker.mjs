// A worker of the pool that is lost as soon as it is given seed 0, and answers everything else.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ seed }) => {
  if (seed === '0') process.exit(3);
  parentPort.postMessage({ ok: true, values: [], stateHash: seed });
});
