import type { Language } from '../../core/text.ts';
import {
  computePatternRows,
  type PatternFigures,
  type PatternVerdict,
} from '../../experiment/patterns/pattern-rows.ts';
import type { Verdict } from '../../experiment/scoreboard.ts';
import { pick } from '../i18n/say.ts';
import { language } from '../preferences.ts';
import { VerdictMark } from './verdict-mark.tsx';
import { PATTERN_VERDICTS, WORDS } from './words.ts';

/** The marks of targets stand for patterns as well: what leans holds at the median only. */
const MARKS: Readonly<Record<PatternVerdict, Verdict>> = {
  holds: 'hit',
  leans: 'near',
  fails: 'miss',
  unjudged: 'unjudged',
};

/** Signs, orders and shapes that no fit has seen, and whether the model shows them. */
export function PatternList({ figures }: { readonly figures: PatternFigures }) {
  const rows = computePatternRows(figures);
  const holding = rows.filter(({ verdict }) => verdict === 'holds').length;
  return (
    <section class="patterns" aria-labelledby="patterns-title" data-testid="patterns">
      <div class="row">
        <h3 class="title grow" id="patterns-title">
          {pick(WORDS.patterns)}
        </h3>
        <span class="note num" data-testid="patterns-count">
          {describeHolding(holding, rows.length, language.value)}
        </span>
      </div>
      <ul>
        {rows.map(({ pattern, verdict, nulls }) => (
          <li key={pattern.id} data-testid={`pattern-${pattern.id}`} data-verdict={verdict}>
            <VerdictMark verdict={MARKS[verdict]} />
            <span>
              <span class="vh">{pick(PATTERN_VERDICTS[verdict])}: </span>
              {pick(pattern.sentence)}
              <Lost models={nulls.filter(({ isLost }) => isLost).map(({ model }) => pick(model.title))} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the model cannot do without, where that pattern is concerned. */
function Lost({ models }: { readonly models: readonly string[] }) {
  if (models.length === 0) return null;
  const text =
    language.value === 'en'
      ? `Not so ${models.map((title) => title.charAt(0).toLowerCase() + title.slice(1)).join(', ')}`
      : `在下列模型中消失：${models.join('、')}`;
  return <small class="faint">{text}</small>;
}

function describeHolding(holding: number, all: number, reader: Language): string {
  return reader === 'en' ? `${holding} of ${all} hold` : `${all} 项中 ${holding} 项成立`;
}
