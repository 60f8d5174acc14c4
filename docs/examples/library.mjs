// The engine as a typed library: node docs/examples/library.mjs, after npm run build.
import { createInputs, createSimulation, MARKET_METRICS, run, sweep } from 'brokerscape';

// Month by month, in this thread.
const inputs = createInputs('projection-neutral', { agents: 300, months: 6 });
const simulation = createSimulation(inputs, '42');
const hhi = MARKET_METRICS.findIndex(({ key }) => key === 'hhi');
while (simulation.month < inputs.months) {
  simulation.step();
  console.log(simulation.month, simulation.readMetrics().market[hhi]);
}

// A whole run: the same state hash, since it is the same run.
const { stateHash, final } = await run('projection-neutral', { agents: 300, months: 6, seed: '42' });
console.log(final.hhi, stateHash === simulation.stateHash());

// A design on two threads.
const { runs, summary } = await sweep(
  {
    formatVersion: 1,
    id: 'price',
    scenario: 'projection-neutral',
    agents: 300,
    months: 6,
    parameters: [{ key: 'tastes.price', values: [0.2, 0.4] }],
    replicates: 2,
    measures: [{ metric: 'hhi', reduction: 'final' }],
  },
  { workers: 2 },
);
for (const { point, column, mean } of summary) console.log(point + 1, column, mean);
console.log(runs.length, 'runs');
