import { signal } from '@preact/signals';
import { lazy, Suspense } from 'preact/compat';
import { Dialog, openDialog } from '../controls/dialog.tsx';
import { Guard } from '../controls/guard.tsx';
import { say } from '../i18n/say.ts';

const GlossaryList = lazy(() => import('./glossary-list.tsx'));

const DIALOG_ID = 'glossary-dialog';

/** Whether the list has been asked for: it is fetched then and stays. */
const isAsked = signal(false);

export function openGlossary(): void {
  isAsked.value = true;
  openDialog(DIALOG_ID);
}

/** The words of the page, in both languages. */
export function GlossaryDialog() {
  return (
    <Dialog id={DIALOG_ID} title={say('glossary')}>
      {isAsked.value ? (
        <Guard>
          <Suspense fallback={<p class="empty">{say('loading')}</p>}>
            <GlossaryList />
          </Suspense>
        </Guard>
      ) : null}
    </Dialog>
  );
}
