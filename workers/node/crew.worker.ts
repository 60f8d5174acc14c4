import { parentPort, workerData } from 'node:worker_threads';
import { serveInCrew } from '../../src/experiment/crew.ts';

serveInCrew(workerData, (message) => parentPort?.postMessage(message));
