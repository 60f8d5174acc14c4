import { useRef } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { seed } from '../store.ts';
import { restartWithSeed } from '../store-link.ts';
import { announce } from './announcements.ts';
import { Icon } from './icon.tsx';

const LONGEST_SEED = 200;

/** Six digits are easy to read out in a class. The page may roll dice; the model never does. */
function rollSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000);
}

/** Any text is a seed; Enter or the button restarts the run with it. */
export function SeedField({ onDone }: { readonly onDone: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const restart = (text: string) => {
    onDone();
    restartWithSeed(text);
    announce(say('restarted', { seed: text }));
  };
  return (
    <form
      class="seed-field"
      onSubmit={(event) => {
        event.preventDefault();
        const text = input.current?.value.trim() ?? '';
        if (text !== '') restart(text);
      }}
    >
      <label>
        <span class="label">{say('seed')}</span>
        <input
          ref={input}
          type="text"
          required
          maxLength={LONGEST_SEED}
          autocomplete="off"
          spellcheck={false}
          value={seed.value}
          key={seed.value}
          data-testid="seed-input"
        />
      </label>
      <p class="faint">{say('seedMeaning')}</p>
      <div class="row">
        <button type="submit" class="btn fill" data-testid="restart">
          {say('restart')}
        </button>
        <button type="button" class="btn line" data-testid="seed-random" onClick={() => restart(rollSeed())}>
          <Icon name="dice" />
          {say('randomSeed')}
        </button>
      </div>
    </form>
  );
}
