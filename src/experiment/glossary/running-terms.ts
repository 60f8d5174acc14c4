import type { GlossaryTerm } from './glossary-term.ts';

export const RUNNING_TERMS: readonly GlossaryTerm[] = [
  {
    term: { en: 'calendar month (year × 12 + month − 1)', 'zh-CN': '日历月' },
    code: '`month`',
  },
  {
    term: { en: 'seed, run key', 'zh-CN': '种子、运行密钥' },
    code: '`createRunKey`',
    meaning: {
      en: 'The number that all chance of a run follows from. The same seed gives every investor the same luck, in A and in B; another seed is another draw of the same market.',
      'zh-CN':
        '一次运行的全部偶然由种子决定。同一种子下，每位投资者在 A 与 B 中运气相同；换一个种子，就是同一市场的另一次抽取。',
    },
    spelt: { en: ['seeds', 'seed'], 'zh-CN': ['种子'] },
  },
  {
    term: { en: 'draw, purpose', 'zh-CN': '抽取、用途' },
    symbol: 'U, N',
    code: '`Draws`, `PURPOSE`',
  },
  {
    term: { en: 'state hash', 'zh-CN': '状态指纹' },
    code: '`stateHash`',
    meaning: {
      en: 'A fingerprint of everything at the end of a run. Equal fingerprints mean equal runs, on any machine.',
      'zh-CN': '运行结束时全部状态的指纹。指纹相同即运行相同，任何机器皆然。',
    },
  },
  {
    term: { en: 'common random numbers', 'zh-CN': '共同随机数' },
    code: 'same seed in both arms',
    meaning: {
      en: 'A and B are run with the same luck, so that whatever differs is due to the strategy.',
      'zh-CN': 'A 与 B 在同样的运气下运行，差别只来自策略。',
    },
  },
  {
    term: { en: 'logistic function', 'zh-CN': '逻辑斯蒂函数' },
    symbol: 'L',
    code: '`logistic`',
  },
  {
    term: { en: 'baseline and branch', 'zh-CN': '基准与分支' },
    symbol: 'A, B',
    code: '`src/app/player-decisions.ts`',
    meaning: {
      en: 'A is the scenario as it is. B is the same with your decisions, from the month of the first one on.',
      'zh-CN': 'A 为原情景；B 自你的第一个决策当月起按你的决策运行。',
    },
  },
];
