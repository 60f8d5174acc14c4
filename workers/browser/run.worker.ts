import { createOrderPlayer } from '../../src/experiment/run-order.ts';
import { createSimulation } from '../../src/model/simulation.ts';

/** Of ends of histories: a tab has a worker for every core, and all of them share its memory. */
const HISTORY_BYTES = 64 * 1024 * 1024;

const play = createOrderPlayer(createSimulation, HISTORY_BYTES);

addEventListener('message', ({ data }) => postMessage(play(data)));
