import { ENGINE_VERSION } from '../../experiment/version.ts';
import { openGlossary } from '../glossary/glossary-dialog.tsx';
import { type MessageKey, say } from '../i18n/say.ts';
import { keysEnabled } from '../preferences.ts';
import { Dialog, openDialog } from './dialog.tsx';

const HELP_ID = 'help-dialog';

const KEYS: readonly { readonly keys: readonly string[]; readonly does: MessageKey }[] = [
  { keys: ['Space'], does: 'keyPlay' },
  { keys: [',', '.'], does: 'keyStep' },
  { keys: ['[', ']'], does: 'keySpeed' },
  { keys: ['B'], does: 'keyBranch' },
  { keys: ['C'], does: 'keyCompare' },
  { keys: ['W'], does: 'keyWhy' },
  { keys: ['T'], does: 'keyTable' },
  { keys: ['F'], does: 'keyFollow' },
  { keys: ['+', '−', '0'], does: 'keyZoom' },
  { keys: ['Ctrl Z'], does: 'keyUndo' },
  { keys: ['Ctrl Y'], does: 'keyRedo' },
  { keys: ['?'], does: 'keyHelp' },
];

export function openHelp(): void {
  openDialog(HELP_ID);
}

/** What this page is, and its keys. */
export function HelpDialog() {
  return (
    <Dialog id={HELP_ID} title={say('helpTitle')}>
      <p>{say('helpAbout')}</p>
      <p class="note">{say('namesMarkTypes')}</p>
      <p>
        <button
          type="button"
          class="btn line"
          data-testid="open-glossary"
          onClick={(event) => {
            event.currentTarget.closest('dialog')?.close();
            openGlossary();
          }}
        >
          {say('glossary')}
        </button>
      </p>
      <h3 class="title">{say('keys')}</h3>
      <table>
        <tbody>
          {KEYS.map(({ keys, does }) => (
            <tr key={does}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{say(does)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="row check">
        <input
          type="checkbox"
          checked={keysEnabled.value}
          data-testid="keys-enabled"
          onChange={(event) => {
            keysEnabled.value = event.currentTarget.checked;
          }}
        />
        {say('keysOn')}
      </label>
      <p class="faint">{say('engineVersion', { version: ENGINE_VERSION })}</p>
    </Dialog>
  );
}
