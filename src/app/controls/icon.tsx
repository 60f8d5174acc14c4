import type { Reason } from '../../model/reasons.ts';

/** Strokes on a 16 × 16 grid. Reasons and levers have one glyph each, everywhere the same. */
export const GLYPHS = {
  price: 'M8 8.5V14M3.5 2.5 8 8.5l4.5-6M5 9.5h6M5 12h6',
  content: 'M3.5 2.5h9v11h-9zM6 6h4M6 8.5h4M6 11h2',
  community:
    'M3.6 5.2a2.2 2.2 0 1 0 4.4 0 2.2 2.2 0 1 0-4.4 0M9.6 6.6a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 1 0-3.6 0M2 13.2c.2-2.4 1.6-3.6 3.8-3.6s3.6 1.2 3.8 3.6M11.2 10.4c1.7 0 2.7 1 2.8 2.8',
  advice: 'M8 1.8l1.5 4.7L14.2 8l-4.7 1.5L8 14.2 6.5 9.5 1.8 8l4.7-1.5z',
  service: 'M3 10V8a5 5 0 0 1 10 0v2M3 9.5h2V13H3zM11 9.5h2V13h-2zM12 13c0 1-1 1.5-3 1.5',
  trust: 'M8 1.8l5 1.9v3.9c0 3.3-2.2 5.5-5 6.6-2.8-1.1-5-3.3-5-6.6V3.7z',
  niche: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4',
  prominence: 'M3 6.5v3h2.5l5 3V3.5l-5 3zM12.8 6.2c.9 1 .9 2.6 0 3.6',
  inertia: 'M5 7V5a3 3 0 0 1 6 0v2M3.5 7h9v6.5h-9zM8 9.5v1.6',
  chance: 'M3 3h10v10H3zM6 6h.01M10 10h.01M10 6h.01M6 10h.01',
  losses: 'M2.5 4 6.5 8.5 9 6.5l4.5 5M13.5 8v3.5H10',
  dissatisfaction:
    'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M5.8 11c.5-1 1.3-1.4 2.2-1.4s1.7.4 2.2 1.4M6 6.5h.01M10 6.5h.01',
  market: 'M2 8.5h2.5L6.5 4l3 8 2-3.5H14',
  dormancy: 'M3 4.5h5l-5 7h5M10 2.5h3.5l-3.5 4.5h3.5',
  engagement: 'M8 13.2 3.2 8.3a2.9 2.9 0 0 1 4.1-4.1l.7.7.7-.7a2.9 2.9 0 0 1 4.1 4.1z',
  friends:
    'M3.2 5.4a2 2 0 1 0 4 0 2 2 0 1 0-4 0M8.8 5.4a2 2 0 1 0 4 0 2 2 0 1 0-4 0M1.8 13c.2-2.3 1.3-3.4 3.4-3.4S8.4 10.7 8.6 13M8.8 9.9c.6-.2 1.2-.3 2-.3 2.1 0 3.2 1.1 3.4 3.4',
  closure: 'M4 13.5v-11h8v11M2.5 13.5h11M9.8 8h.01',
  lifecycle: 'M5 2.5h6M5 13.5h6M5.5 2.5c0 3 5 3.5 5 5.5s-5 2.5-5 5.5M10.5 2.5c0 3-5 3.5-5 5.5s5 2.5 5 5.5',
  compliance: 'M8 1.8l5 1.9v3.9c0 3.3-2.2 5.5-5 6.6-2.8-1.1-5-3.3-5-6.6V3.7zM5.8 8l1.6 1.6 3-3.2',
  advertising: 'M3 6.5v3h2.5l5 3V3.5l-5 3zM12.8 6.2c.9 1 .9 2.6 0 3.6',
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6',
  compare: 'M2.5 11.5c3 0 3-7 5.5-7s3 3 5.5 3M2.5 12.5h11',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  expand: 'M9.5 2.5h4v4M6.5 13.5h-4v-4M13.5 2.5 9 7M2.5 13.5 7 9',
  play: 'M5 3l8 5-8 5z',
  pause: 'M5.5 3v10M10.5 3v10',
  start: 'M12.5 3.5 7 8l5.5 4.5zM4 3.5v9',
  next: 'M4.5 3.5 10 8l-5.5 4.5zM12 3.5v9',
  jump: 'M2.5 11.5a5.5 5.5 0 0 1 10-3M13 4.5v4H9M2.5 13.5h.01M8 13.5h.01M13 13.5h.01',
  undo: 'M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6',
  restart: 'M12.5 8a4.5 4.5 0 1 1-1.3-3.2M12.5 2.5v3h-3',
  dice: 'M3 3h10v10H3zM6 6h.01M10 10h.01M10 6h.01M6 10h.01',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.5 10.5 14 14',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  warn: 'M8 2.5 14 13H2zM8 6.5v3M8 11.3v.01',
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9',
  scales: 'M8 2.5v11M5 13.5h6M3 4.5h10M3 4.5 1.5 9h3zM13 4.5 11.5 9h3z',
  moon: 'M13 9.8A5.5 5.5 0 0 1 6.2 3a5.5 5.5 0 1 0 6.8 6.8z',
} as const;

export type GlyphName = keyof typeof GLYPHS;

export function Icon({ name }: { readonly name: GlyphName }) {
  return (
    <svg class="ic" viewBox="0 0 16 16" aria-hidden="true">
      <path d={GLYPHS[name]} />
    </svg>
  );
}

export function Caret() {
  return (
    <svg class="caret" viewBox="0 0 8 8" aria-hidden="true">
      <path d="M1 2.5 4 5.5 7 2.5" />
    </svg>
  );
}

const COLOURED: ReadonlySet<string> = new Set(['price', 'content', 'community', 'advice', 'chance']);

/** The custom property that colours a reason or a lever: what you pull is what moves them. */
export function reasonColour(key: Reason | GlyphName): string {
  return COLOURED.has(key) ? `var(--r-${key})` : 'var(--r-other)';
}

/** A glyph in its ring, as on levers and arcs. */
export function ReasonGlyph({ name }: { readonly name: GlyphName }) {
  return (
    <span class="glyph" style={{ '--c': reasonColour(name) }}>
      <Icon name={name} />
    </span>
  );
}

/** The mark of the product: four investors on an island between depth lines. */
export function Logo() {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path
        d="M12 2.5c5.6 0 9.5 3.7 9.5 9.3S17.9 21.5 12 21.5 2.5 17.6 2.5 12 6.4 2.5 12 2.5z"
        stroke="currentColor"
        opacity=".3"
      />
      <path
        d="M12.3 5.8c3.8.1 6.1 2.4 6 6.1-.1 3.6-2.6 6.2-6.3 6.2s-6.2-2.5-6.1-6.2 2.7-6.2 6.4-6.1z"
        stroke="currentColor"
        opacity=".6"
      />
      <g fill="currentColor">
        <circle cx="12" cy="9.7" r="1.3" />
        <circle cx="9.4" cy="12.4" r="1.3" />
        <circle cx="14.7" cy="12.3" r="1.3" />
        <circle cx="12.2" cy="14.8" r="1.3" />
      </g>
    </svg>
  );
}
