import { computed, effect, signal } from '@preact/signals';
import { LANGUAGES, type Language } from '../core/text.ts';

export type Theme = 'light' | 'dark';

const STORAGE_KEY = 'brokerscape.preferences';

interface Preferences {
  readonly language: Language;
  /** Without, the page follows the system. */
  readonly theme?: Theme | undefined;
  readonly keys: boolean;
  readonly visited: boolean;
}

/** Storage may be absent or forbidden; the page then forgets, and works. */
function readStored(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}

function writeStored(preferences: Preferences): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(preferences));
  } catch {
    // A private window without storage keeps the choice for this visit only.
  }
}

function chooseLanguage(stored: unknown): Language {
  const asked = new URLSearchParams(location.search).get('lang') ?? stored;
  const known = LANGUAGES.find((candidate) => candidate === asked);
  if (known) return known;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

function readChosenTheme(stored: unknown): Theme | undefined {
  const asked = new URLSearchParams(location.search).get('theme') ?? stored;
  return asked === 'light' || asked === 'dark' ? asked : undefined;
}

const stored = readStored();
/** As in the style sheets: below this the panels share one sheet. */
const phoneQuery = matchMedia('(max-width: 679px)');
const darkQuery = matchMedia('(prefers-color-scheme: dark)');
const motionQuery = matchMedia('(prefers-reduced-motion: reduce)');

export const language = signal<Language>(chooseLanguage(stored.language));
/** What the reader asked for; until then the page is as the system is, also when that changes. */
export const chosenTheme = signal<Theme | undefined>(readChosenTheme(stored.theme));
const systemTheme = signal<Theme>(darkQuery.matches ? 'dark' : 'light');
export const theme = computed(() => chosenTheme.value ?? systemTheme.value);
/** Single-key shortcuts; they can be switched off (WCAG 2.1.4). */
export const keysEnabled = signal(stored.keys !== false);
/** Whether the first screen was seen and left; it is shown once. */
export const visited = signal(stored.visited === true);
export const reducedMotion = signal(motionQuery.matches);

/** On a phone one panel shows at a time, and only that one is built. */
export const isPhone = signal(phoneQuery.matches);

phoneQuery.addEventListener('change', () => {
  isPhone.value = phoneQuery.matches;
});
darkQuery.addEventListener('change', () => {
  systemTheme.value = darkQuery.matches ? 'dark' : 'light';
});
motionQuery.addEventListener('change', () => {
  reducedMotion.value = motionQuery.matches;
});

/** Keeps the document and the store of the browser in step with the choices. */
export function followPreferences(): void {
  effect(() => {
    document.documentElement.lang = language.value;
    document.documentElement.dataset.theme = theme.value;
    writeStored({
      language: language.value,
      theme: chosenTheme.value,
      keys: keysEnabled.value,
      visited: visited.value,
    });
  });
}
