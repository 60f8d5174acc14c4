import { copyText } from '../controls/copying.ts';
import { Icon } from '../controls/icon.tsx';
import { formatCount } from '../format.ts';
import { say } from '../i18n/say.ts';
import type { ExploreView } from '../run-data.ts';
import { readCompareCommand } from '../shown-command.ts';
import { askSeeds, cancelSeeds, SEED_COUNTS, type SeedStudy } from '../store-seeds.ts';
import { COMPARE_TEXTS } from './compare-texts.ts';
import { OUTCOMES } from './outcomes.ts';
import { countSeeds, listDifferences } from './seed-counts.ts';
import { describeSeedCount, describeSeedProgress } from './seed-sentences.ts';
import { SeedStrip } from './seed-strip.tsx';

interface SeedsPanelProps {
  readonly view: ExploreView;
  readonly study: SeedStudy | null;
  /** Position in `OUTCOMES`. */
  readonly outcome: number;
}

const STRIP_WIDTH = 200;

/** How many seeds agree: the strip fills as runs come back from the workers of the tab. */
export function SeedsPanel({ view, study, outcome }: SeedsPanelProps) {
  const { language, runA, runB, chosen, playhead } = view;
  if (!runB) return null;
  const broker = runA.inputs.brokers[chosen].id;
  const pairs = study?.pairs ?? [];
  const differences = listDifferences(pairs, outcome, playhead);
  const isRunning = study?.status === 'running';
  return (
    <section class="seeds-panel" data-testid="seeds-panel" data-status={study?.status ?? 'none'}>
      <p class="faint">{COMPARE_TEXTS.seedsWhy[language]}</p>
      <div class="row">
        {differences.length > 0 ? (
          <>
            <SeedStrip
              differences={differences}
              sense={OUTCOMES[outcome].sense}
              width={STRIP_WIDTH}
              language={language}
              labelled
            />
            <b>{describeSeedCount(countSeeds(differences), OUTCOMES[outcome].sense, language)}</b>
          </>
        ) : null}
        {study ? (
          <span class="faint" role="status" data-testid="seed-progress">
            {describeSeedProgress(pairs.length, study.seeds, !isRunning, language)}
            {language === 'en'
              ? `, ${formatCount(study.agents, language)} investors each`
              : `，每次 ${formatCount(study.agents, language)} 名投资者`}
          </span>
        ) : null}
        <span class="grow" />
        {isRunning ? (
          <button type="button" class="btn line" data-testid="cancel-seeds" onClick={cancelSeeds}>
            {COMPARE_TEXTS.cancel[language]}
          </button>
        ) : (
          SEED_COUNTS.filter((count) => count > pairs.length).map((count) => (
            <button
              key={count}
              type="button"
              class="btn line"
              data-testid={`ask-seeds-${count}`}
              disabled={runA.status !== 'done' || runB.status !== 'done'}
              onClick={() => void askSeeds(runA, runB, broker, count)}
            >
              {language === 'en' ? `Run ${count} seeds` : `运行 ${count} 个种子`}
            </button>
          ))
        )}
        <button
          type="button"
          class="btn icon"
          aria-label={COMPARE_TEXTS.copyCommand[language]}
          title={COMPARE_TEXTS.copyCommand[language]}
          onClick={() =>
            void copyText(readCompareCommand(study?.seeds ?? SEED_COUNTS[0], study?.agents), say('commandCopied'))
          }
        >
          <Icon name="copy" />
        </button>
      </div>
      {study?.failures.map(({ seed, error }) => (
        <p key={seed} class="failed">
          ✕ {language === 'en' ? `Seed ${seed}` : `种子 ${seed}`}: {error}
        </p>
      ))}
    </section>
  );
}
