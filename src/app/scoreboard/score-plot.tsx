import type { ScoreboardRow } from '../../experiment/scoreboard.ts';
import { AXIS_TICKS, findOverflow, placeBand, placeOnAxis } from './axis.ts';

const HEIGHT = 24;
const MIDDLE = HEIGHT / 2;

const percent = (value: number) => `${value}%`;

/** One row of the shared axis: the band of a hit, the 90 % interval, the median. The figures beside it say the same. */
export function ScorePlot({ target, verdict, spread }: Pick<ScoreboardRow, 'target' | 'verdict' | 'spread'>) {
  const distance = (value: number) => (value - target.value) / target.tolerance;
  const band = placeBand(target.bound);
  return (
    <svg class={`score-plot ${verdict}`} height={HEIGHT} aria-hidden="true">
      <rect class="band" x={percent(band.from)} width={percent(band.to - band.from)} height={HEIGHT} />
      {AXIS_TICKS.filter((tick) => Math.abs(tick) > 1).map((tick) => (
        <line key={tick} class="grid" x1={percent(placeOnAxis(tick))} x2={percent(placeOnAxis(tick))} y2={HEIGHT} />
      ))}
      <line class="target" x1="50%" x2="50%" y2={HEIGHT} />
      {spread === null ? null : (
        <>
          <line
            class="interval"
            x1={percent(placeOnAxis(distance(spread.low)))}
            x2={percent(placeOnAxis(distance(spread.high)))}
            y1={MIDDLE}
            y2={MIDDLE}
          />
          <Median distance={distance(spread.median)} />
        </>
      )}
    </svg>
  );
}

/** A ring or disc; beyond the axis an arrow at its edge. */
function Median({ distance }: { readonly distance: number }) {
  const at = placeOnAxis(distance);
  const overflow = findOverflow(distance);
  if (overflow === null) return <circle class="median" cx={percent(at)} cy={MIDDLE} r="4" />;
  return (
    <svg x={percent(at)} y={MIDDLE} overflow="visible" aria-hidden="true">
      <path class="median" d={overflow === 'low' ? 'M-6 0 1-5V5z' : 'M6 0-1-5V5z'} />
    </svg>
  );
}

/** The head of the axis. */
export function ScoreAxis({ name }: { readonly name: string }) {
  return (
    <svg class="score-plot" height={HEIGHT} aria-hidden="true">
      {AXIS_TICKS.map((tick) => (
        <text key={tick} class="m" x={percent(placeOnAxis(tick))} y="16">
          {tick === 0 ? name : tick > 0 ? `+${tick}` : `−${-tick}`}
        </text>
      ))}
    </svg>
  );
}
