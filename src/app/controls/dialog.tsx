import type { ComponentChildren } from 'preact';
import { say } from '../i18n/say.ts';
import { Icon } from './icon.tsx';

/** Opens a dialog of the page over everything else. */
export function openDialog(id: string): void {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

interface DialogProps {
  /** Also the test ids: the dialog’s own, and `<id>-close`. */
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A titled dialog with a button that closes it. */
export function Dialog({ id, title, children }: DialogProps) {
  return (
    <dialog id={id} aria-labelledby={`${id}-title`} data-testid={id}>
      <form method="dialog" class="row">
        <h2 id={`${id}-title`} class="head grow">
          {title}
        </h2>
        <button type="submit" class="btn icon" aria-label={say('close')} data-testid={`${id}-close`}>
          <Icon name="cross" />
        </button>
      </form>
      {children}
    </dialog>
  );
}
