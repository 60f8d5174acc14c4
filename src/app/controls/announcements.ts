import { signal } from '@preact/signals';

/** What the polite live region says. */
export const announcement = signal('');

/** A short message that goes by itself, with at most one thing to do. */
export interface Toast {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export const toast = signal<Toast | null>(null);

const TOAST_MS = 6000;
let timer: ReturnType<typeof setTimeout> | undefined;

export function announce(text: string): void {
  announcement.value = text;
}

export function showToast(next: Toast): void {
  clearTimeout(timer);
  toast.value = next;
  announce(next.text);
  timer = setTimeout(hideToast, TOAST_MS);
}

export function hideToast(): void {
  clearTimeout(timer);
  toast.value = null;
}
