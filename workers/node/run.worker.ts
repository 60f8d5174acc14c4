import { parentPort } from 'node:worker_threads';
import { createOrderPlayer } from '../../src/experiment/run-order.ts';
import { createSimulation } from '../../src/model/simulation.ts';

const play = createOrderPlayer(createSimulation);

parentPort?.on('message', (order) => parentPort?.postMessage(play(order)));
