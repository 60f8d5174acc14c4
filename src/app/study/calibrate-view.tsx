import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Language } from '../../core/text.ts';
import type { Posterior } from '../../experiment/calibration/posterior.ts';
import { copyText } from '../controls/copying.ts';
import { formatCount, formatShare } from '../format.ts';
import { pick, say } from '../i18n/say.ts';
import { fetchJson } from '../scenario-source.ts';
import { describeSwept, type SweptWords } from './study-formats.ts';
import { STUDY_WORDS as WORDS } from './study-words.ts';

/** The command that calibrates. It takes hours, which a tab is not for. */
const COMMAND = 'npm run -s sim -- calibrate';

/** What the calibration that is shipped leaves possible of each fitted parameter. */
export function CalibrateView({ language }: { readonly language: Language }) {
  const posterior = useSignal<Posterior | null>(null);
  const isMissing = useSignal(false);
  useEffect(() => {
    fetchJson<Posterior>('data/posterior.json').then((read) => {
      if (read.ok) posterior.value = read.value;
      else isMissing.value = true;
    });
  }, []);
  const shown = posterior.value;
  const command = shown?.command ?? COMMAND;
  return (
    <section class="study-posterior" aria-label={pick(WORDS.calibrate)} data-testid="lab-calibrate">
      <p class="note">
        {shown
          ? describePosterior(shown, language)
          : pick(isMissing.value ? WORDS.noPosterior : WORDS.loadingPosterior)}
      </p>
      <p class="row">
        <span class="mono">{command}</span>
        <button type="button" class="btn line" onClick={() => copyText(command, pick(WORDS.commandCopied))}>
          {say('copyCommand')}
        </button>
      </p>
      {shown ? <PosteriorTable posterior={shown} language={language} /> : null}
    </section>
  );
}

function describePosterior(
  { kept, candidates, targets, settings, engineVersion }: Posterior,
  language: Language,
): string {
  const [some, all, figures, agents] = [kept, candidates, targets.length, settings.agents].map((count) =>
    formatCount(count, language),
  );
  if (language === 'en') {
    return `Fitted on the command line to ${figures} published figures with ${agents} investors by engine ${engineVersion}: ${some} of ${all} candidates were kept. Each tick is one of the kept, on the range that was searched. A tab can’t fit anew: it takes hours.`;
  }
  return `由命令行按 ${figures} 项公布数据拟合（${agents} 名投资者，引擎 ${engineVersion}）：${all} 个候选保留 ${some} 个。每条刻线为一个保留值，横轴为搜索区间。重新拟合需数小时，不在浏览器中进行。`;
}

interface PosteriorTableProps {
  readonly posterior: Posterior;
  readonly language: Language;
}

function PosteriorTable({ posterior: { parameters, members }, language }: PosteriorTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section class="lab-scroll" tabIndex={0} aria-label={pick(WORDS.calibrate)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{pick(WORDS.parameter)}</th>
            <th scope="col" class="r">
              {pick(WORDS.shippedValue)}
            </th>
            <th scope="col">{pick(WORDS.searched)}</th>
            <th scope="col" class="r">
              {pick(WORDS.spread)}
            </th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ key, low, high, spread }, k) => {
            const { name, say } = describeSwept(key, language);
            return (
              <tr key={key}>
                <th scope="row" title={key}>
                  {name}
                </th>
                <td class="r">{say(members[0]?.values[k] ?? Number.NaN)}</td>
                <td>
                  <Cloud low={low} high={high} values={members.map(({ values }) => values[k])} chosen={0} say={say} />
                </td>
                <td class="r">{formatShare(spread, language, 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

interface CloudProps {
  readonly low: number;
  readonly high: number;
  readonly values: readonly number[];
  readonly chosen: number;
  readonly say: SweptWords['say'];
}

const [WIDTH, HEIGHT] = [220, 16];

/** The kept values along the range, the shipped one in front. */
function Cloud({ low, high, values, chosen, say }: CloudProps) {
  const x = (value: number) => 1 + ((value - low) / (high - low)) * (WIDTH - 2);
  const [from, to] = [say(low), say(high)];
  return (
    <span class="cloud">
      <span class="faint num">{from}</span>
      <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${from} – ${to}`}>
        <path class="axis" d={`M0 ${HEIGHT / 2}H${WIDTH}`} />
        {values.map((value, k) =>
          k === chosen ? null : <path key={k} class="tick" d={`M${x(value)} 3v${HEIGHT - 6}`} />,
        )}
        <circle class="dot-mine" cx={x(values[chosen])} cy={HEIGHT / 2} r={4} />
      </svg>
      <span class="faint num">{to}</span>
    </span>
  );
}
