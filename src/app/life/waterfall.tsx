import type { Language } from '../../core/text.ts';
import { REASON, REASONS } from '../../model/reasons.ts';
import { createScale } from '../charts/scales.ts';
import { Icon, reasonColour } from '../controls/icon.tsx';
import { formatSigned } from '../format.ts';
import { LIFE_TEXTS } from './life-texts.ts';

const ROW = 20;
const LABEL = 112;
const FIGURE = 44;
/** Contributions below this round to nothing: they are summed up as one, where together they do not. */
const SMALLEST = 0.005;

interface Step {
  /** `null` for all small ones together. */
  readonly reason: number | null;
  readonly from: number;
  readonly to: number;
}

/** From nothing to the gap, cause by cause: for the move first, then against it, chance last. */
export function planWaterfall(contributions: readonly number[]): Step[] {
  const large = contributions
    .map((value, reason) => ({ value, reason }))
    .filter(({ value }) => Math.abs(value) >= SMALLEST)
    .sort(
      (a, b) =>
        Number(a.reason === REASON.chance) - Number(b.reason === REASON.chance) ||
        Number(a.value < 0) - Number(b.value < 0) ||
        Math.abs(b.value) - Math.abs(a.value),
    );
  const rest = contributions.filter((value) => Math.abs(value) < SMALLEST).reduce((sum, value) => sum + value, 0);
  const ordered = Math.abs(rest) < SMALLEST ? large : [...large, { value: rest, reason: null }];
  let level = 0;
  return ordered.map(({ value, reason }) => {
    const from = level;
    level += value;
    return { reason, from, to: level };
  });
}

interface WaterfallProps {
  readonly contributions: readonly number[];
  readonly gap: number;
  readonly width: number;
  readonly language: Language;
}

/** What spoke for a move and what against it, adding up to the gap. */
export function Waterfall({ contributions, gap, width, language }: WaterfallProps) {
  const steps = planWaterfall(contributions);
  const ends = [0, gap, ...steps.flatMap(({ from, to }) => [from, to])];
  const x = createScale(Math.min(...ends), Math.max(...ends), 0, Math.max(40, width - LABEL - FIGURE));
  const name = (reason: number | null) =>
    reason === null ? LIFE_TEXTS.small[language] : REASONS[reason].label[language];
  return (
    <table class="waterfall" data-testid="waterfall" data-gap={gap}>
      <caption class="vh">{LIFE_TEXTS.waterfall[language]}</caption>
      <tbody>
        {steps.map(({ reason, from, to }) => {
          const key = reason === null ? null : REASONS[reason].key;
          const colour = key === null ? 'var(--tail-2)' : reasonColour(key);
          return (
            <tr key={key ?? 'small'} data-testid="waterfall-step" data-value={to - from} style={{ '--c': colour }}>
              <th scope="row">
                {key === null ? null : <Icon name={key} />}
                {name(reason)}
              </th>
              <td>
                <svg width={x(Math.max(...ends)) + 1} height={ROW} aria-hidden="true">
                  <path d={`M${x(0)} 0v${ROW}`} stroke="var(--control)" />
                  <rect
                    class={reason === REASON.chance ? 'chance' : undefined}
                    x={Math.min(x(from), x(to))}
                    y={4}
                    width={Math.max(1, Math.abs(x(to) - x(from)))}
                    height={ROW - 8}
                    fill="var(--c)"
                  />
                </svg>
              </td>
              <td class="r">{formatSigned(to - from, language, 2)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{LIFE_TEXTS.gap[language]}</th>
          <td>
            <svg width={x(Math.max(...ends)) + 1} height={ROW} aria-hidden="true">
              <path d={`M${x(0)} 0v${ROW}`} stroke="var(--control)" />
              <rect
                x={Math.min(x(0), x(gap))}
                y={5}
                width={Math.abs(x(gap) - x(0))}
                height={ROW - 10}
                fill="var(--text)"
              />
            </svg>
          </td>
          <td class="r">
            <b>{formatSigned(gap, language, 2)}</b>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
