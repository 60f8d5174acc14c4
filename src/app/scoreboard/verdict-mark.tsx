import type { Verdict } from '../../experiment/scoreboard.ts';
import { pick } from '../i18n/say.ts';
import { VERDICTS } from './words.ts';

/** The verdict as a shape that needs no colour: a tick, a half disc, a filled square with a cross. */
export function VerdictMark({ verdict, named = false }: { readonly verdict: Verdict; readonly named?: boolean }) {
  return (
    <>
      <svg class={`verdict ${verdict}`} viewBox="0 0 16 16" aria-hidden="true">
        <Shape verdict={verdict} />
      </svg>
      {named ? <span class="vh">{pick(VERDICTS[verdict].name)}</span> : null}
    </>
  );
}

function Shape({ verdict }: { readonly verdict: Verdict }) {
  switch (verdict) {
    case 'hit':
      return <path class="stroke" d="M3 8.5 6.5 12 13 4.5" />;
    case 'near':
      return (
        <>
          <circle class="stroke" cx="8" cy="8" r="5.2" />
          <path class="area" d="M8 2.8a5.2 5.2 0 0 1 0 10.4z" />
        </>
      );
    case 'miss':
      return (
        <>
          <rect class="area" x="1.5" y="1.5" width="13" height="13" rx="2" />
          <path class="cut-out" d="M5 5l6 6M11 5l-6 6" />
        </>
      );
    default:
      return <path class="stroke" d="M4 8h8" />;
  }
}
