import { useSignal } from '@preact/signals';
import { GLOSSARY } from '../../experiment/glossary/glossary.ts';
import type { GlossarySection, GlossaryTerm } from '../../experiment/glossary/glossary-term.ts';
import { pick, say } from '../i18n/say.ts';
import { language } from '../preferences.ts';
import './glossary.css';

/** Terms that a reader may ask about and that hold what is looked for, in either language. */
function selectTerms({ terms }: GlossarySection, search: string): GlossaryTerm[] {
  const wanted = search.trim().toLowerCase();
  return terms.filter(({ term, symbol = '', meaning, spelt }) => {
    if (meaning === undefined) return false;
    const words = [term.en, term['zh-CN'], symbol, meaning.en, meaning['zh-CN']];
    return [...words, ...(spelt?.en ?? []), ...(spelt?.['zh-CN'] ?? [])].some((word) =>
      word.toLowerCase().includes(wanted),
    );
  });
}

/** Every term with its meaning, to be looked up. */
export default function GlossaryList() {
  const search = useSignal('');
  const other = language.value === 'en' ? 'zh-CN' : 'en';
  const sections = GLOSSARY.map((section) => ({
    title: section.title,
    terms: selectTerms(section, search.value),
  })).filter(({ terms }) => terms.length > 0);
  return (
    <>
      <input
        type="search"
        class="glossary-search"
        aria-label={say('searchGlossary')}
        placeholder={say('searchGlossary')}
        data-testid="glossary-search"
        onInput={(event) => {
          search.value = event.currentTarget.value;
        }}
      />
      <div class="glossary" role="status" data-testid="glossary">
        {sections.length === 0 ? <p class="note">{say('noTermMatches')}</p> : null}
        {sections.map(({ title, terms }) => (
          <section key={title.en} aria-label={pick(title)}>
            <h3 class="title">{pick(title)}</h3>
            <dl>
              {terms.map(({ term, meaning }) => (
                <div key={term.en}>
                  <dt>
                    {pick(term)} <span lang={other}>{term[other]}</span>
                  </dt>
                  <dd>{meaning ? pick(meaning) : ''}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}
