import { signal } from '@preact/signals';
import { lazy, Suspense } from 'preact/compat';
import { Guard } from '../controls/guard.tsx';
import { Icon } from '../controls/icon.tsx';
import { say } from '../i18n/say.ts';

const GlossaryList = lazy(() => import('./glossary-list.tsx'));

const DIALOG_ID = 'glossary-dialog';

/** Whether the list has been asked for: it is fetched then and stays. */
const isAsked = signal(false);

export function openGlossary(): void {
  isAsked.value = true;
  const dialog = document.getElementById(DIALOG_ID);
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

/** The words of the page, in both languages. */
export function GlossaryDialog() {
  return (
    <dialog id={DIALOG_ID} aria-labelledby="glossary-title" data-testid="glossary-dialog">
      <form method="dialog" class="row">
        <h2 id="glossary-title" class="head grow">
          {say('glossary')}
        </h2>
        <button type="submit" class="btn icon" aria-label={say('close')} data-testid="glossary-close">
          <Icon name="cross" />
        </button>
      </form>
      {isAsked.value ? (
        <Guard>
          <Suspense fallback={<p class="empty">{say('loading')}</p>}>
            <GlossaryList />
          </Suspense>
        </Guard>
      ) : null}
    </dialog>
  );
}
