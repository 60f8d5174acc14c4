import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Icon } from './icon.tsx';

/** Keeps a fault in one part of the page from taking the others down; the part says what happened. */
export function Guard({ children }: { readonly children: ComponentChildren }) {
  const [fault, reset] = useErrorBoundary();
  if (fault === undefined) return children;
  return (
    <div class="fault" role="alert">
      <Icon name="warn" />
      <span class="grow">{say('partFailed', { reason: fault instanceof Error ? fault.message : String(fault) })}</span>
      <button type="button" class="btn line" onClick={reset}>
        {say('tryAgain')}
      </button>
    </div>
  );
}
