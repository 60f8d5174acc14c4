import type { Reason } from '../../model/reasons.ts';

/** Colours of the market as 0xRRGGBB, read from the design tokens so that themes live in one place. */
export interface Palette {
  readonly sea: number;
  readonly land: number;
  readonly isobath: number;
  readonly mine: number;
  readonly ashore: number;
  /** Five steps from low to high. */
  readonly ramp: readonly number[];
  /** The same steps for people who sleep: faded into the land. */
  readonly dimmed: readonly number[];
  readonly reasons: Readonly<Record<ReasonColour, number>>;
}

/** Reasons with a colour of their own; all others share one and differ by glyph. */
export type ReasonColour = 'price' | 'content' | 'community' | 'advice' | 'chance' | 'other';

const COLOURED: readonly ReasonColour[] = ['price', 'content', 'community', 'advice', 'chance', 'other'];
const RAMP = ['--s1', '--s2', '--s3', '--s4', '--s5'];
/** How much of its own colour a sleeping investor keeps. */
const AWAKE_PART = 0.34;

export function findReasonColour(reason: Reason): ReasonColour {
  return COLOURED.find((coloured) => coloured === reason) ?? 'other';
}

/** `#rrggbb` or `#rgb` as 0xRRGGBB; black for anything else. */
export function parseColour(text: string): number {
  const digits = text.trim().replace('#', '');
  const long = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return /^[0-9a-f]{6}$/i.test(long) ? Number.parseInt(long, 16) : 0;
}

/** A mixture of two colours, channel by channel. `part` of `colour`, the rest of `ground`. */
export function mixColours(colour: number, ground: number, part: number): number {
  const mix = (shift: number) => {
    const a = (colour >> shift) & 255;
    const b = (ground >> shift) & 255;
    return Math.round(b + (a - b) * part) << shift;
  };
  return mix(16) | mix(8) | mix(0);
}

/** A colour as particles want it: alpha, blue, green, red from the highest byte down. */
export function packColour(colour: number, alpha = 1): number {
  const red = (colour >> 16) & 255;
  const blue = colour & 255;
  return ((Math.round(alpha * 255) << 24) | (blue << 16) | (colour & 0xff00) | red) >>> 0;
}

/** Reads the tokens in force at an element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (name: string) => parseColour(style.getPropertyValue(name));
  const land = read('--land');
  const ramp = RAMP.map(read);
  return {
    sea: read('--sea'),
    land,
    isobath: read('--isobath'),
    mine: read('--b1'),
    ashore: read('--tail-1'),
    ramp,
    dimmed: ramp.map((colour) => mixColours(colour, land, AWAKE_PART)),
    reasons: Object.fromEntries(COLOURED.map((key) => [key, read(`--r-${key}`)])) as Record<ReasonColour, number>,
  };
}
