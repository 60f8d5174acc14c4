import type { Language } from '../../core/text.ts';
import { isInside, readRange } from '../../experiment/scoreboard.ts';
import type { Target } from '../../experiment/target.ts';
import { usePlotSize } from '../charts/plot-size.ts';
import { chooseTicks, createScale } from '../charts/scales.ts';
import { formatNumber } from '../format.ts';
import { countBins } from './histogram-bins.ts';
import { formatTarget, formatTolerance } from './score-figures.ts';

const TOP = 28;
const AXIS = 20;
const EDGE = 4;

interface HistogramProps {
  readonly target: Target;
  /** One figure a seed. */
  readonly values: readonly number[];
  readonly language: Language;
}

/** How the seeds fall, and the published figure with its tolerance. What lies outside the tolerance has the strongest ink. */
export function Histogram({ target, values, language }: HistogramProps) {
  const [ref, size] = usePlotSize();
  return (
    <div class="histogram" ref={ref} role="img" aria-label={describe(target, values, language)}>
      {size ? <Plot target={target} values={values} language={language} {...size} /> : null}
    </div>
  );
}

function Plot({ target, values, language, width, height }: HistogramProps & { width: number; height: number }) {
  const bins = countBins(values);
  if (bins.length === 0) return null;
  const band = readRange(target);
  const edges = [bins[0].from, bins[bins.length - 1].to, target.value, band.low, band.high].filter(Number.isFinite);
  const [low, high] = [Math.min(...edges), Math.max(...edges)];
  const x = createScale(low, high, EDGE, width - EDGE);
  const floor = height - AXIS;
  const most = Math.max(...bins.map(({ count }) => count));
  const y = createScale(0, most, floor, TOP);
  const left = Math.max(EDGE, x(band.low));
  const right = Math.min(width - EDGE, x(band.high));
  const at = x(target.value);
  const anchor = at < width / 4 ? '' : at > (width * 3) / 4 ? 'e' : 'm';
  return (
    <svg width={width} height={height} aria-hidden="true">
      <rect class="band" x={left} y="8" width={Math.max(1, right - left)} height={floor - 8} />
      <line class="target" x1={at} x2={at} y1={TOP} y2={floor} />
      {bins.map(({ from, to, count }) =>
        count === 0 ? null : (
          <rect
            key={from}
            class={isInside(target, (from + to) / 2) ? 'inside' : 'outside'}
            x={x(from) + 0.5}
            y={y(count)}
            width={Math.max(1, x(to) - x(from) - 1)}
            height={floor - y(count)}
          />
        ),
      )}
      <text class={`published ${anchor}`} x={at} y="20">
        {formatTarget(target, language)} {formatTolerance(target, language)}
      </text>
      <line class="axis" x1={EDGE} x2={width - EDGE} y1={floor} y2={floor} />
      {chooseTicks(low, high, width / 70).map((tick) => (
        <text key={tick} class={placeLabel(x(tick), width)} x={x(tick)} y={floor + 15}>
          {formatNumber(tick, language, chooseDecimals(high - low))}
        </text>
      ))}
    </svg>
  );
}

function placeLabel(at: number, width: number): string {
  if (at < 16) return '';
  return at > width - 16 ? 'e' : 'm';
}

function chooseDecimals(span: number): number {
  if (span >= 8) return 0;
  return span >= 0.8 ? 1 : 2;
}

function describe(target: Target, values: readonly number[], language: Language): string {
  const inside = values.filter((value) => isInside(target, value)).length;
  if (language === 'en') return `Histogram over ${values.length} seeds; ${inside} of them within the tolerance`;
  return `${values.length} 个种子的直方图；其中 ${inside} 个在容差内`;
}
