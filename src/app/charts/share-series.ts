import { BROKER_METRIC, BROKER_METRICS, MARKET_METRIC } from '../../model/metrics.ts';
import type { BrokerLook, MonthFigures } from '../run-data.ts';

const WIDTH = BROKER_METRICS.length;
const NAMED = 10;

/** One layer of the stack, from the bottom up. */
interface ShareBand {
  /** The broker of the band in each month, −1 for "all others". Constant for the chosen broker and its five rivals. */
  readonly brokers: Int16Array;
  /** On [0, 1]. */
  readonly shares: Float64Array;
  /** Upper edge: the sum of this band and all below it. */
  readonly tops: Float64Array;
  readonly colour: string;
}

/** Shares of clients by month, stacked; all arrays have one entry a computed month. */
export interface ShareSeries {
  readonly months: number;
  /** Chosen broker, five rivals, the four largest of the rest in each month, all others. */
  readonly bands: readonly ShareBand[];
  readonly cr10: Float64Array;
  readonly hhi: Float64Array;
  /** Brokers in "all others". */
  readonly others: Float64Array;
}

/**
 * The stack holds ten named bands and "all others". As long as the chosen broker and its rivals are among the ten
 * largest, the upper edge of the tenth band is CR10; where a small broker is chosen, CR10 is drawn just above it.
 */
export function computeShareSeries(months: readonly MonthFigures[], looks: readonly BrokerLook[]): ShareSeries {
  const count = months.length;
  const fixed = looks.filter((look) => /^--b[1-6]$/.test(look.colour)).sort((a, b) => (a.colour < b.colour ? -1 : 1));
  const ranked = NAMED - fixed.length;
  const bands: ShareBand[] = [
    ...fixed.map((look) => createBand(count, look.colour)),
    ...Array.from({ length: ranked }, (_, rank) => createBand(count, `--tail-${1 + (rank % 3)}`)),
    createBand(count, '--tail-4'),
  ];
  const rest = looks.map((look) => look.index).filter((index) => !fixed.some((look) => look.index === index));
  const cr10 = new Float64Array(count);
  const hhi = new Float64Array(count);
  const others = new Float64Array(count);
  months.forEach(({ record }, m) => {
    const share = (broker: number) => record.brokers[broker * WIDTH + BROKER_METRIC.share];
    rest.sort((a, b) => share(b) - share(a) || a - b);
    const members = [...fixed.map((look) => look.index), ...rest.slice(0, ranked)];
    stackMonth(bands, m, members, share);
    cr10[m] = record.market[MARKET_METRIC.cr10];
    hhi[m] = record.market[MARKET_METRIC.hhi];
    others[m] = rest.slice(ranked).filter((broker) => share(broker) > 0).length;
  });
  return { months: count, bands, cr10, hhi, others };
}

function createBand(count: number, colour: string): ShareBand {
  return {
    brokers: new Int16Array(count),
    shares: new Float64Array(count),
    tops: new Float64Array(count),
    colour,
  };
}

function stackMonth(bands: readonly ShareBand[], m: number, members: number[], share: (broker: number) => number) {
  let top = 0;
  members.forEach((broker, position) => {
    const band = bands[position];
    band.brokers[m] = broker;
    band.shares[m] = share(broker);
    top += band.shares[m];
    band.tops[m] = top;
  });
  const last = bands[bands.length - 1];
  last.brokers[m] = -1;
  last.shares[m] = Math.max(0, 1 - top);
  last.tops[m] = Math.max(1, top);
}
