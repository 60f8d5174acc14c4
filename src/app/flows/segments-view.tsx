import { signal } from '@preact/signals';
import { REASONS } from '../../model/reasons.ts';
import { SEGMENT_DIMENSIONS, type SegmentDimension } from '../../model/segments.ts';
import { Icon } from '../controls/icon.tsx';
import { formatCount, formatNumber } from '../format.ts';
import { pick, say } from '../i18n/say.ts';
import { nameRecord } from '../month-names.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { whyScope, whySegment } from '../store.ts';
import { areAboutEqual, countFlows, countGroups, type Flows, type SegmentFilter } from '../why.ts';
import { FLOWS_TEXTS, GROUP_TEXTS } from './flows-texts.ts';
import { colourGroup, REASON_GROUPS, sumGroups } from './reason-groups.ts';
import './flows.css';

const dimensionKey = signal<SegmentDimension['key']>('experience');

/** Fewer joined than this, and shares would say nothing. */
const FEWEST = 10;
const LEVELS = 7;

/** Which people came for what: the same strategy draws one group and leaves another cold. */
export function SegmentsView({ view }: { readonly view: ExploreView }) {
  const { language } = view;
  const text = (key: keyof typeof FLOWS_TEXTS) => FLOWS_TEXTS[key][language];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="segments" aria-label={text('segments')} tabIndex={0} data-testid="segments">
      <header class="row">
        <h3 class="title">{text('segments')}</h3>
        <fieldset class="seg" aria-label={text('by')}>
          {SEGMENT_DIMENSIONS.map(({ key, label }) => (
            <button
              key={key}
              type="button"
              aria-pressed={dimensionKey.value === key}
              data-testid={`by-${key}`}
              onClick={() => {
                dimensionKey.value = key;
              }}
            >
              {pick(label)}
            </button>
          ))}
        </fieldset>
      </header>
      <ResponseTable view={view} />
      <p class="faint">{text('shareMeans')}</p>
      <GroupGrid view={view} />
    </section>
  );
}

function readFlows(view: ExploreView, segment: SegmentFilter | null): Flows {
  const broker = whyScope.value === 'broker' ? view.chosen : null;
  return countFlows(readShownRun(view).months, { broker, segment, lastMonth: view.playhead });
}

/** A row a band: who came and went, and for what those who came did so. */
function ResponseTable({ view }: { readonly view: ExploreView }) {
  const { language } = view;
  const position = SEGMENT_DIMENSIONS.findIndex(({ key }) => key === dimensionKey.value);
  const dimension = SEGMENT_DIMENSIONS[position];
  const rows = dimension.bands.map((band, index) => ({
    label: pick(band.label),
    flows: readFlows(view, { dimension: position, band: index }),
    filter: { dimension: position, band: index },
  }));
  return (
    <table class="responses" data-testid="responses">
      <caption class="sentence">
        <span>{writeSegmentSentence(rows, view)}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{pick(dimension.label)}</th>
          <th scope="col" class="r">
            {FLOWS_TEXTS.joined[language]}
          </th>
          <th scope="col" class="r">
            {FLOWS_TEXTS.left[language]}
          </th>
          {REASON_GROUPS.map((group) => (
            <th key={group} scope="col" class="r" style={{ '--c': colourGroup(group) }}>
              <i class="dot" /> {GROUP_TEXTS[group][language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, flows, filter }) => (
          <tr key={label}>
            <th scope="row">
              <button
                type="button"
                class="btn"
                title={FLOWS_TEXTS.drill[language]}
                onClick={() => {
                  whySegment.value = filter;
                }}
              >
                {label}
              </button>
            </th>
            <td class="r">{formatCount(flows.joined, language)}</td>
            <td class="r">{formatCount(flows.left, language)}</td>
            {REASON_GROUPS.map((group) => (
              <ShareCell key={group} part={sumGroups(flows.joinedBy)[group]} whole={flows.joined} view={view} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ShareCell({
  part,
  whole,
  view,
}: {
  readonly part: number;
  readonly whole: number;
  readonly view: ExploreView;
}) {
  if (whole < FEWEST) return <td class="r">–</td>;
  const share = part / whole;
  const level = Math.min(LEVELS, 1 + Math.floor(share * 1.6 * LEVELS));
  return (
    <td class="r share" style={{ background: `var(--h${level})` }} data-level={level}>
      {formatNumber(share * 100, view.language)}
    </td>
  );
}

/** The strongest response to each lever, in one sentence; groups within a tenth are named together. */
function writeSegmentSentence(
  rows: readonly { readonly label: string; readonly flows: Flows }[],
  { language, playhead, runA, chosen }: ExploreView,
): string {
  const large = rows.filter(({ flows }) => flows.joined >= FEWEST);
  const period = nameRecord(runA.inputs, Math.max(1, playhead), language);
  const whose = whyScope.value === 'broker' ? pick(runA.inputs.brokers[chosen].name) : say('market').toLowerCase();
  const en = language === 'en';
  if (large.length < 2) {
    return en
      ? `Too few joined ${whose} by ${period} to tell groups apart.`
      : `截至 ${period}加入${whose}的人太少，无法区分人群。`;
  }
  const told = (['price', 'content', 'community', 'advice'] as const).map((group) => {
    const shares = large.map(({ label, flows }) => ({ label, share: sumGroups(flows.joinedBy)[group] / flows.joined }));
    const most = Math.max(...shares.map(({ share }) => share));
    const names = shares.filter(({ share }) => most > 0 && areAboutEqual(most, share)).map(({ label }) => label);
    const lever = GROUP_TEXTS[group][language];
    if (most === 0) return en ? `${lever} drew nobody` : `${lever}未吸引任何人`;
    if (names.length === shares.length) return en ? `${lever} drew all groups alike` : `${lever}对各人群吸引力相近`;
    return en ? `${lever} drew “${names.join('” and “')}” most` : `${lever}最吸引“${names.join('”与“')}”`;
  });
  return en ? `In this model, by ${period}: ${told.join('; ')}.` : `在这个模型里，截至 ${period}：${told.join('；')}。`;
}

/** Age across, experience down. */
function GroupGrid({ view }: { readonly view: ExploreView }) {
  const { language, playhead, chosen } = view;
  const broker = whyScope.value === 'broker' ? chosen : null;
  const [age, experience] = (['age', 'experience'] as const).map(
    (key) => SEGMENT_DIMENSIONS.find((dimension) => dimension.key === key)!,
  );
  const groups = countGroups(readShownRun(view).months, { broker, segment: null, lastMonth: playhead });
  return (
    <table class="group-grid">
      <caption>
        <span>
          <b class="title">{FLOWS_TEXTS.grid[language]}</b> <span class="faint">{FLOWS_TEXTS.gridMeans[language]}</span>
        </span>
      </caption>
      <thead>
        <tr>
          <td />
          {age.bands.map((band) => (
            <th key={band.key} scope="col">
              {pick(band.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {experience.bands.map((band, row) => (
          <tr key={band.key}>
            <th scope="row">{pick(band.label)}</th>
            {age.bands.map(({ key }, column) => {
              const group = groups[row * age.bands.length + column];
              return (
                <td key={key}>
                  <span class="num gain">▲ {formatCount(group.joined, language)}</span>{' '}
                  <span class="num loss">▼ {formatCount(group.left, language)}</span>
                  <span class="main">
                    {findLeading(group.joinedBy).map((code) => (
                      <span key={code} title={pick(REASONS[code].label)}>
                        <Icon name={REASONS[code].key} />
                        <span class="vh">{pick(REASONS[code].label)}</span>
                      </span>
                    ))}
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The reason most joined for, and any within a tenth of it. */
function findLeading(counts: readonly number[]): number[] {
  const most = Math.max(...counts);
  return most === 0 ? [] : counts.flatMap((count, code) => (areAboutEqual(most, count) ? [code] : [])).slice(0, 2);
}
