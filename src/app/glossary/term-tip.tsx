import { useEffect, useRef } from 'preact/hooks';
import { placePanel } from '../controls/popover.tsx';
import { pick } from '../i18n/say.ts';
import { language } from '../preferences.ts';
import { explained, hideExplanation, hideSoon, keepExplanation } from './term-store.ts';
import { TIP_ID } from './terms.tsx';
import './glossary.css';

/**
 * The explanation of a term, over everything else. It stays while the pointer is on the word or on it or the word has the
 * focus, and goes with Escape (WCAG 1.4.13).
 */
export function TermTip() {
  const panel = useRef<HTMLDivElement>(null);
  const shown = explained.value;
  useEffect(() => {
    const element = panel.current;
    if (!element || !shown) return;
    // A chart that is drawn anew may have taken the word away.
    if (!shown.anchor.isConnected) return hideExplanation();
    element.showPopover();
    placePanel(shown.anchor, element);
    const dismiss = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      hideExplanation();
    };
    const leave = (event: Event) => {
      if (event.target instanceof Node && element.contains(event.target)) return;
      hideExplanation();
    };
    document.addEventListener('keydown', dismiss, true);
    document.addEventListener('scroll', leave, { capture: true, passive: true });
    return () => {
      document.removeEventListener('keydown', dismiss, true);
      document.removeEventListener('scroll', leave, { capture: true });
      if (element.isConnected && element.matches(':popover-open')) element.hidePopover();
    };
  }, [shown]);
  if (shown === null) return null;
  const { term, meaning } = shown.term;
  const other = language.value === 'en' ? 'zh-CN' : 'en';
  return (
    <div
      ref={panel}
      id={TIP_ID}
      role="tooltip"
      popover="manual"
      class="popover term-tip"
      data-testid="term-tip"
      onPointerEnter={keepExplanation}
      onPointerLeave={hideSoon}
    >
      <p>
        <b>{pick(term)}</b> <span lang={other}>{term[other]}</span>
      </p>
      {meaning === undefined ? null : <p>{pick(meaning)}</p>}
    </div>
  );
}
