import type { Language } from '../../core/text.ts';
import { COMPARE_TEXTS } from './compare-texts.ts';

interface SeedStripProps {
  /** B − A by seed, smallest first. */
  readonly differences: readonly number[];
  readonly sense: 1 | 0 | -1;
  readonly width: number;
  readonly language: Language;
  /** With the word under the zero line. */
  readonly labelled?: boolean;
}

const TOP = 3;
const TICK = 12;

/** One tick a seed at its difference; the zero line is the place of no difference. What it says stands beside it in words. */
export function SeedStrip({ differences, sense, width, language, labelled = false }: SeedStripProps) {
  const low = Math.min(0, differences[0] ?? 0);
  const high = Math.max(0, differences.at(-1) ?? 0);
  const span = high - low || 1;
  const x = (value: number) => 2 + ((value - low) / span) * (width - 4);
  const zero = x(0);
  const tone = (value: number) => {
    if (value === 0 || sense === 0) return 'var(--text-3)';
    return value * sense > 0 ? 'var(--gain)' : 'var(--loss)';
  };
  const anchor = zero < width * 0.3 ? 'start' : zero > width * 0.7 ? 'end' : 'middle';
  return (
    <svg class="seed-strip" width={width} height={labelled ? 32 : 18} aria-hidden="true" data-testid="seed-strip">
      {differences.map((value, k) => (
        <path key={k} d={`M${x(value).toFixed(1)} ${TOP}v${TICK}`} stroke={tone(value)} />
      ))}
      <path d={`M${zero.toFixed(1)} 0v18`} stroke="var(--text)" stroke-width="1.5" />
      {labelled ? (
        <text x={Math.max(1, Math.min(width - 1, zero))} y={30} text-anchor={anchor}>
          {COMPARE_TEXTS.zero[language]}
        </text>
      ) : null}
    </svg>
  );
}
