import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { Problem } from '../core/result.ts';
import type { ParameterDeclaration } from '../core/schema.ts';
import type { Text } from '../core/text.ts';
import { LEVERS, type Lever } from '../model/inputs.ts';
import { PARAMETERS } from '../model/parameters.ts';
import type { PlayerDecision } from './player-decisions.ts';

/** What a share link restores. The language is the reader's own. */
export interface LinkState {
  readonly scenario: string;
  readonly seed: string;
  readonly overrides: Readonly<Record<string, number>>;
  readonly decisions: readonly PlayerDecision[];
  /** Id of the chosen broker; empty for the scenario's first choice. */
  readonly broker: string;
  readonly month: number;
  /** Version of the engine that the sender saw. */
  readonly engine: string;
}

/** What could be read of a link, and everything that could not. */
export interface ReadLink {
  readonly state: LinkState;
  readonly problems: readonly Problem[];
}

const PREFIX = 'v1:';
const LONGEST_SEED = 200;
const LONGEST_LINK = 20_000;
const LONGEST_JSON = 200_000;
const MOST_MONTHS = 1200;
const LONGEST_GOT = 40;

const DECLARATIONS: ReadonlyMap<string, ParameterDeclaration> = new Map(
  PARAMETERS.map((declaration) => [declaration.key, declaration]),
);

/** True for a fragment that claims to be a share link, whether or not it can be read. */
export function isLink(fragment: string): boolean {
  return /^v\d+:/.test(fragment);
}

/** The state as a fragment for the address bar: version, then JSON, deflated, in base64url. */
export function formatLink(state: LinkState): string {
  const bytes = deflateSync(strToU8(JSON.stringify(state)), { level: 9 });
  const base64 = btoa(String.fromCharCode(...bytes));
  return PREFIX + base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads a fragment. What is wrong is listed and left at `fallback`; what is right is kept. Never throws. */
export function parseLink(fragment: string, fallback: LinkState): ReadLink {
  const decoded = decodeFragment(fragment);
  if (decoded === null) {
    const expected = {
      en: 'a whole link of this version (it begins with v1: and must not be cut short)',
      'zh-CN': '本版本的完整链接（以 v1: 开头，不可截断）',
    };
    return { state: fallback, problems: [createProblem('link', expected, fragment)] };
  }
  return readFields(decoded, fallback);
}

function decodeFragment(fragment: string): Record<string, unknown> | null {
  if (!fragment.startsWith(PREFIX) || fragment.length > LONGEST_LINK) return null;
  try {
    const base64 = fragment.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/');
    const packed = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const value: unknown = JSON.parse(strFromU8(inflateSync(packed, { out: new Uint8Array(LONGEST_JSON) })));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function readFields(source: Record<string, unknown>, fallback: LinkState): ReadLink {
  const problems: Problem[] = [];
  const note = (path: string, expected: Text, got: unknown) => problems.push(createProblem(path, expected, got));
  const readText = (key: 'scenario' | 'seed' | 'broker' | 'engine', longest: number) => {
    const value = source[key];
    if (value === undefined) return fallback[key];
    if (typeof value === 'string' && value.length <= longest) return value;
    note(key, { en: `text of at most ${longest} letters`, 'zh-CN': `不超过 ${longest} 个字符的文本` }, value);
    return fallback[key];
  };
  const state: LinkState = {
    scenario: readText('scenario', 100),
    seed: readText('seed', LONGEST_SEED),
    overrides: readOverrides(source.overrides, note),
    decisions: readDecisions(source.decisions, note),
    broker: readText('broker', 100),
    month: readMonth('month', source.month, fallback.month, note),
    engine: readText('engine', 40),
  };
  for (const key of Object.keys(source)) {
    if (!(key in state)) note(key, { en: 'no such entry', 'zh-CN': '无此项' }, source[key]);
  }
  return { state, problems };
}

type Note = (path: string, expected: Text, got: unknown) => void;

function readMonth(path: string, value: unknown, fallback: number, note: Note): number {
  if (value === undefined) return fallback;
  if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_MONTHS) return Number(value);
  note(path, { en: `a whole number, 0 to ${MOST_MONTHS}`, 'zh-CN': `0 至 ${MOST_MONTHS} 的整数` }, value);
  return fallback;
}

function readOverrides(value: unknown, note: Note): Record<string, number> {
  if (value === undefined) return {};
  if (!isRecord(value)) {
    note('overrides', { en: 'values by parameter', 'zh-CN': '按参数列出的数值' }, value);
    return {};
  }
  const kept: Record<string, number> = {};
  for (const [key, figure] of Object.entries(value)) {
    const declaration = DECLARATIONS.get(key);
    const path = `overrides.${key}`;
    if (!declaration) {
      note(path, { en: 'a parameter of this version', 'zh-CN': '本版本的参数' }, key);
    } else if (typeof figure !== 'number' || !(figure >= declaration.min && figure <= declaration.max)) {
      const { min, max } = declaration;
      note(path, { en: `${min} to ${max}`, 'zh-CN': `${min} 至 ${max}` }, figure);
    } else if (declaration.integer && !Number.isInteger(figure)) {
      note(path, { en: 'a whole number', 'zh-CN': '整数' }, figure);
    } else {
      kept[key] = figure;
    }
  }
  return kept;
}

function readDecisions(value: unknown, note: Note): PlayerDecision[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    note('decisions', { en: 'a list', 'zh-CN': '列表' }, value);
    return [];
  }
  return value.flatMap((entry: unknown, position) => readDecision(entry, `decisions[${position}]`, note));
}

function readDecision(entry: unknown, path: string, note: Note): PlayerDecision[] {
  if (!isRecord(entry)) {
    note(path, { en: 'a decision', 'zh-CN': '一项决策' }, entry);
    return [];
  }
  const { broker, value } = entry;
  const month = readMonth(`${path}.month`, entry.month, Number.NaN, note);
  const lever = LEVERS.find((candidate: Lever) => candidate === entry.lever);
  if (lever === undefined) note(`${path}.lever`, { en: LEVERS.join(', '), 'zh-CN': LEVERS.join('、') }, entry.lever);
  if (typeof broker !== 'string') note(`${path}.broker`, { en: 'the id of a broker', 'zh-CN': '券商编号' }, broker);
  const isFigure = typeof value === 'number' && Number.isFinite(value) && value >= 0;
  if (!isFigure) note(`${path}.value`, { en: 'a number from 0 on', 'zh-CN': '不小于 0 的数' }, value);
  if (Number.isNaN(month) || lever === undefined || typeof broker !== 'string' || !isFigure) return [];
  return [{ month, broker, lever, value }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function createProblem(path: string, expected: Text, got: unknown): Problem {
  const text = got === undefined ? '–' : typeof got === 'string' ? got : (JSON.stringify(got) ?? String(got));
  const shortened = text.length > LONGEST_GOT ? `${text.slice(0, LONGEST_GOT)}…` : text;
  return { path, expected, got: shortened };
}
