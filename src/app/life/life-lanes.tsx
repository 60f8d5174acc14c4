import type { PersonMonth } from '../../experiment/person-life.ts';
import { NONE } from '../../model/purposes.ts';
import { STATUS } from '../../model/records.ts';
import { drawLine } from '../charts/paths.ts';
import { usePlotSize } from '../charts/plot-size.ts';
import { createScale } from '../charts/scales.ts';
import { pick } from '../i18n/say.ts';
import type { ExploreView } from '../run-data.ts';
import type { LifeEvent } from './life-events.ts';
import { LIFE_TEXTS } from './life-texts.ts';

interface LifeLanesProps {
  readonly view: ExploreView;
  readonly months: readonly PersonMonth[];
  readonly events: readonly LifeEvent[];
}

const LANE_TOP = 16;
const LANE = 12;
const LINES = { top: 40, bottom: 80 } as const;

/** A life as lanes over time: the main broker, satisfaction, experience. The same facts stand in the story below. */
export function LifeLanes({ view, months, events }: LifeLanesProps) {
  const { language, playhead, looks, runA } = view;
  const [ref, size] = usePlotSize();
  const width = size?.width ?? 0;
  const x = createScale(0, runA.inputs.months, 4, width - 4);
  const y = createScale(0, 1, LINES.bottom, LINES.top);
  const stays = groupStays(months);
  return (
    <div class="life-lanes" ref={ref} aria-hidden="true">
      <svg width={width} height={96} aria-hidden="true">
        {stays.map(({ broker, asleep, from, to }) => (
          <rect
            key={from}
            x={x(from)}
            y={LANE_TOP}
            width={Math.max(1.5, x(to) - x(from))}
            height={LANE}
            fill={broker === NONE ? 'var(--rule-2)' : `var(${looks[broker].colour})`}
            opacity={asleep ? 0.45 : 1}
          />
        ))}
        {stays
          .filter(
            ({ broker, from, to }, k) => broker !== stays[k - 1]?.broker && broker !== NONE && x(to) - x(from) > 0,
          )
          .map(({ broker, from }, k, all) => {
            const room = (all[k + 1] ? x(all[k + 1].from) : width) - x(from);
            const text = pick(looks[broker].name);
            return room > 7 * text.length ? (
              <text key={from} x={x(from)} y={11}>
                {text}
              </text>
            ) : null;
          })}
        {events.map(({ month, kind }, k) =>
          kind === 'friendMoved' || kind === 'complained' || kind === 'learned' ? (
            <circle key={k} cx={x(month)} cy={LANE_TOP + LANE + 5} r={2} fill="var(--text-2)" />
          ) : null,
        )}
        <path
          class="mine"
          d={drawLine(
            months.length,
            (k) => x(months[k].month),
            (k) => y(months[k].satisfaction),
          )}
        />
        <path
          class="ghost"
          d={drawLine(
            months.length,
            (k) => x(months[k].month),
            (k) => y(months[k].experience),
          )}
        />
        <path d={`M${x(playhead)} ${LANE_TOP - 2}V${LINES.bottom}`} stroke="var(--text)" />
        <text x={4} y={93}>
          {LIFE_TEXTS.satisfaction[language]} ── · {LIFE_TEXTS.experience[language]} ╌╌
        </text>
      </svg>
    </div>
  );
}

interface Stay {
  readonly broker: number;
  readonly asleep: boolean;
  readonly from: number;
  readonly to: number;
}

/** Stretches of months with one broker, awake or asleep. */
function groupStays(months: readonly PersonMonth[]): Stay[] {
  const stays: Stay[] = [];
  for (const { month, main, status } of months) {
    const asleep = status === STATUS.dormant;
    const last = stays.at(-1);
    if (last && last.broker === main && last.asleep === asleep) stays[stays.length - 1] = { ...last, to: month };
    else stays.push({ broker: main, asleep, from: last ? month - 1 : month, to: month });
  }
  return stays;
}
