import { lazy, Suspense } from 'preact/compat';
import { useMemo } from 'preact/hooks';
import { REASON, REASONS } from '../../model/reasons.ts';
import { SEGMENT_DIMENSIONS } from '../../model/segments.ts';
import { formatCount, formatMonth } from '../format.ts';
import { pick, say } from '../i18n/say.ts';
import { describeFlows } from '../i18n/why-sentences.ts';
import { nameRecord } from '../month-names.ts';
import { type ExploreView, readShownRun } from '../run-data.ts';
import { followed, whyScope, whySegment } from '../store.ts';
import { countFlows, type FlowQuestion, type Flows, rankLeavers, type SegmentFilter } from '../why.ts';
import { Guard } from './guard.tsx';
import { type GlyphName, Icon, reasonColour } from './icon.tsx';
import { InterviewCard } from './interview-card.tsx';
import { ChoiceMenu } from './popover.tsx';

const PersonPanel = lazy(async () => (await import('../life/person-panel.tsx')).PersonPanel);

const ALL = 'all';
const MOST_GROUPS = 3;
/** Longest bar on either side, in pixels; both sides have one scale. */
const BAR_PX = 64;
const SHORTEST_BAR_PX = 1.5;

function nameSegment(filter: SegmentFilter | null): string {
  if (!filter) return say('allSegments');
  return pick(SEGMENT_DIMENSIONS[filter.dimension].bands[filter.band].label);
}

function SegmentMenu() {
  const options = SEGMENT_DIMENSIONS.flatMap((dimension, position) =>
    dimension.bands.map((band, index) => ({
      value: `${position}-${index}`,
      label: pick(band.label),
      note: pick(dimension.label),
    })),
  );
  const chosen = whySegment.value;
  return (
    <ChoiceMenu
      testId="segment"
      label={say('chooseSegment')}
      face={<span>{nameSegment(chosen)}</span>}
      value={chosen ? `${chosen.dimension}-${chosen.band}` : ALL}
      options={[{ value: ALL, label: say('allSegments') }, ...options]}
      onChoose={(value) => {
        const [dimension, band] = value.split('-').map(Number);
        whySegment.value = value === ALL ? null : { dimension, band };
      }}
    />
  );
}

function Path({ view }: { readonly view: ExploreView }) {
  const step = (to: 'market' | 'broker', name: string) => (
    <button
      type="button"
      class="btn"
      aria-pressed={whyScope.value === to}
      data-testid={`why-${to}`}
      onClick={() => {
        whyScope.value = to;
      }}
    >
      {name}
    </button>
  );
  return (
    <div class="path">
      {step('market', say('market'))}
      <span aria-hidden="true">›</span>
      {step('broker', pick(view.runA.inputs.brokers[view.chosen].name))}
      <span aria-hidden="true">›</span>
      <SegmentMenu />
    </div>
  );
}

function Bar({ count, scale, reason }: { count: number; scale: number; reason: number }) {
  const width = count === 0 ? 0 : Math.max(SHORTEST_BAR_PX, count * scale);
  return <i class={reason === REASON.chance ? 'hatch' : undefined} style={{ width: `${width}px` }} />;
}

/** Out to the left, in to the right, on one scale; reasons keep their order while time runs. */
function ReasonBars({ flows, reasons, view }: { flows: Flows; reasons: readonly number[]; view: ExploreView }) {
  const largest = Math.max(1, ...flows.joinedBy, ...flows.leftBy);
  const count = (value: number) => formatCount(value, view.language);
  return (
    <table class="reasons" aria-label={say('reasonsTable')}>
      <thead>
        <tr>
          <th scope="col">{say('leftCount', { count: count(flows.left) })}</th>
          <th scope="col">{say('mainReason')}</th>
          <th scope="col">{say('joinedCount', { count: count(flows.joined) })}</th>
        </tr>
      </thead>
      <tbody>
        {reasons.map((reason) => {
          const { key, label } = REASONS[reason];
          const side = (figure: number) => (
            <span>
              <Bar count={figure} scale={BAR_PX / largest} reason={reason} />
              <span class="num">{count(figure)}</span>
            </span>
          );
          return (
            <tr key={key} style={{ '--c': reasonColour(key) }} data-testid={`reason-${key}`}>
              <td>{side(flows.leftBy[reason])}</td>
              <th scope="row">
                <span>
                  <Icon name={key satisfies GlyphName} />
                  {pick(label)}
                </span>
              </th>
              <td>{side(flows.joinedBy[reason])}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Which groups went most, with how many of the same group came. */
function Leavers({ view, question }: { readonly view: ExploreView; readonly question: FlowQuestion }) {
  const groups = rankLeavers(readShownRun(view).months, question, MOST_GROUPS);
  if (groups.length === 0) return null;
  const band = (key: 'age' | 'experience', index: number) =>
    pick(SEGMENT_DIMENSIONS.find((dimension) => dimension.key === key)!.bands[index].label);
  return (
    <table class="who">
      <thead>
        <tr>
          <th scope="col">{say('whoLeftMost')}</th>
          <th scope="col" class="r">
            {say('left')}
          </th>
          <th scope="col" class="r">
            {say('joined')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ age, experience, joined, left }) => (
          <tr key={`${age} ${experience}`}>
            <th scope="row">{say('group', { experience: band('experience', experience), age: band('age', age) })}</th>
            <td class="r">{formatCount(left, view.language)}</td>
            <td class="r">{formatCount(joined, view.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Reasons that occur anywhere in the run, so that rows do not come and go while it plays. The four levers always show. */
function listReasons(view: ExploreView, question: FlowQuestion): number[] {
  const { months } = readShownRun(view);
  const whole = countFlows(months, { ...question, lastMonth: months.length - 1 });
  const isLever = (key: string) => ['price', 'content', 'community', 'advice'].includes(key);
  return REASONS.flatMap(({ key }, code) =>
    isLever(key) || whole.joinedBy[code] + whole.leftBy[code] > 0 ? [code] : [],
  );
}

/** Who came, who went, and what the model recorded as the reason at the moment of each decision. */
export function WhyPanel({ view }: { readonly view: ExploreView }) {
  return followed.value === null ? (
    <Everybody view={view} />
  ) : (
    <section id="why" tabIndex={-1} aria-label={say('why')}>
      <Guard>
        <Suspense fallback={<p class="empty">{say('loading')}</p>}>
          <PersonPanel view={view} person={followed.value} />
        </Suspense>
      </Guard>
    </section>
  );
}

function Everybody({ view }: { readonly view: ExploreView }) {
  const { months, inputs } = readShownRun(view);
  const broker = whyScope.value === 'broker' ? view.chosen : null;
  const question: FlowQuestion = { broker, segment: whySegment.value, lastMonth: view.playhead };
  const flows = countFlows(months, question);
  const reasons = useMemo(() => listReasons(view, question), [months, broker, whySegment.value]);
  const name = broker === null ? null : pick(inputs.brokers[broker].name);
  const period = `${formatMonth(inputs.startMonth, view.language)} – ${nameRecord(inputs, Math.max(1, view.playhead), view.language)}`;
  return (
    <section id="why" tabIndex={-1} aria-label={say('why')}>
      <Path view={view} />
      <h2 class="headline" data-testid="why-headline">
        {describeFlows(flows, name, view.language)}
      </h2>
      <ReasonBars flows={flows} reasons={reasons} view={view} />
      <p class="faint">{say('countsAre', { period })}</p>
      <Leavers view={view} question={question} />
      <InterviewCard view={view} question={question} />
    </section>
  );
}
