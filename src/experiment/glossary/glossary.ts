import { BROKERS_TERMS } from './brokers-terms.ts';
import { CHOICE_TERMS } from './choice-terms.ts';
import { FIGURES_TERMS } from './figures-terms.ts';
import type { GlossarySection } from './glossary-term.ts';
import { MARKET_TERMS } from './market-terms.ts';
import { PEOPLE_TERMS } from './people-terms.ts';
import { RUNNING_TERMS } from './running-terms.ts';

/** Every word of the model, once: the page's tooltips and glossary and `docs/glossary.md` are made of it. */
export const GLOSSARY: readonly GlossarySection[] = [
  { title: { en: 'People', 'zh-CN': '投资者' }, terms: PEOPLE_TERMS },
  { title: { en: 'Brokers', 'zh-CN': '券商' }, terms: BROKERS_TERMS },
  { title: { en: 'Market and rules', 'zh-CN': '市场与监管' }, terms: MARKET_TERMS },
  { title: { en: 'Entry and choice', 'zh-CN': '入市与选择' }, terms: CHOICE_TERMS },
  { title: { en: 'Figures', 'zh-CN': '指标' }, terms: FIGURES_TERMS },
  { title: { en: 'Running', 'zh-CN': '运行' }, terms: RUNNING_TERMS },
];
