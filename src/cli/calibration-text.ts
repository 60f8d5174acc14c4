import type { Language, Text } from '../core/text.ts';
import type { CalibrationTarget } from '../experiment/calibration/loss.ts';
import { UNIDENTIFIED_FROM } from '../experiment/calibration/page.ts';
import type { Posterior } from '../experiment/calibration/posterior.ts';
import type { Generation } from '../experiment/calibration/search.ts';

const COLUMNS = 3;

const TEXTS = {
  generation: { en: 'part of the way to the posterior', 'zh-CN': '先验至后验的进度' },
  loss: { en: 'loss', 'zh-CN': '损失' },
  misses: { en: 'misses in tolerances', 'zh-CN': '偏差（以容差计）' },
  kept: { en: 'members kept', 'zh-CN': '保留成员' },
  shipped: { en: 'chosen member', 'zh-CN': '选定成员' },
  within: { en: 'targets within tolerance', 'zh-CN': '容差内的目标' },
  open: { en: 'hardly identified', 'zh-CN': '几乎不可识别' },
  structure: { en: 'structure', 'zh-CN': '结构' },
  accepted: { en: 'accepted', 'zh-CN': '接受' },
  refused: { en: 'not accepted', 'zh-CN': '未接受' },
  values: { en: 'values', 'zh-CN': '数值' },
} satisfies Record<string, Text>;

/** Loss of a generation, and the miss of each target by its mean. */
export function formatGeneration(
  stage: string,
  { temperature, loss, misses }: Generation,
  targets: readonly CalibrationTarget[],
  language: Language,
): string {
  const say = (key: keyof typeof TEXTS) => TEXTS[key][language];
  const head = `${stage} · ${say('generation')} ${temperature.toFixed(3)} · ${say('loss')} ${loss.toFixed(2)} · ${say('misses')}`;
  return `${[head, ...formatMisses(misses, targets)].join('\n')}\n`;
}

/** What `calibrate` says of its end. */
export function formatPosterior(posterior: Posterior, language: Language): string {
  const say = (key: keyof typeof TEXTS) => TEXTS[key][language];
  const { members, targets, parameters, structures, kept, candidates } = posterior;
  const { loss, misses, values } = members[0];
  const within = misses.filter((miss) => Math.abs(miss) <= 1).length;
  const open = parameters.filter(({ spread }) => spread >= UNIDENTIFIED_FROM).map(({ key }) => key);
  return `${[
    `${say('kept')}: ${kept}/${candidates}`,
    `${say('shipped')}: ${say('loss')} ${loss.toFixed(2)} · ${say('within')} ${within}/${targets.length} · ${say('misses')}`,
    ...formatMisses(misses, targets),
    `${say('values')}:`,
    ...parameters.map(({ key }, k) => `  ${key} = ${values[k]}`),
    `${say('open')}: ${open.join(', ') || '–'}`,
    ...structures.map(
      ({ id, isAccepted, kept: own, candidates: of, members: cloud }) =>
        `${say('structure')} ${id}: ${say(isAccepted ? 'accepted' : 'refused')} · ${say('kept')} ${own}/${of} · ${say('loss')} ${cloud[0].loss.toFixed(2)}`,
    ),
    posterior.command,
  ].join('\n')}\n`;
}

function formatMisses(misses: readonly number[], targets: readonly CalibrationTarget[]): string[] {
  const cells = misses.map((miss, k) => `${targets[k].id.padEnd(26)}${miss.toFixed(2).padStart(7)}`);
  const rows = Math.ceil(cells.length / COLUMNS);
  return Array.from({ length: rows }, (_, row) => `  ${cells.filter((__, k) => k % rows === row).join('   ')}`);
}
