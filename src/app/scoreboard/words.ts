import type { Text } from '../../core/text.ts';
import type { PatternVerdict } from '../../experiment/patterns/pattern-rows.ts';
import type { Verdict } from '../../experiment/scoreboard.ts';
import type { Target } from '../../experiment/target.ts';
import { WORDS as LAB } from '../lab/words.ts';

/** Words of the scoreboard. */
export const WORDS = {
  target: { en: 'Target', 'zh-CN': '目标' },
  source: LAB.source,
  verdict: { en: 'Verdict', 'zh-CN': '判定' },
  value: { en: 'Value ± tolerance', 'zh-CN': '值 ± 容差' },
  distance: { en: 'Distance in tolerances', 'zh-CN': '与目标的距离（以容差计）' },
  axisTarget: { en: 'target', 'zh-CN': '目标' },
  median: { en: 'Median', 'zh-CN': '中位数' },
  interval: { en: '90% interval', 'zh-CN': '90% 区间' },
  chosen: { en: 'Chosen target', 'zh-CN': '所选目标' },
  reading: { en: 'Reading', 'zh-CN': '读法' },
  cause: { en: 'Likely cause', 'zh-CN': '可能原因' },
  sensitive: { en: 'Sensitive to', 'zh-CN': '敏感项' },
  posterior: { en: 'Over the posterior', 'zh-CN': '后验点云' },
  structures: { en: 'Over structures', 'zh-CN': '结构之间' },
  notAccepted: { en: 'not accepted', 'zh-CN': '不予采纳' },
  openInLab: { en: 'Open in Lab', 'zh-CN': '在实验室中打开' },
  patterns: { en: 'Patterns kept aside, never fitted', 'zh-CN': '预留的规律：从未用于拟合' },
  empty: {
    en: 'No scoreboard has been computed yet. This line computes it:',
    'zh-CN': '尚未计算记分板。以下命令会计算它：',
  },
  loading: { en: 'Loading the scoreboard…', 'zh-CN': '正在载入记分板……' },
  failed: { en: 'The scoreboard could not be loaded.', 'zh-CN': '记分板无法载入。' },
  cancelled: { en: 'Cancelled.', 'zh-CN': '已取消。' },
  shipped: { en: 'As shipped', 'zh-CN': '随附结果' },
  here: { en: 'Run here', 'zh-CN': '本机重算' },
  which: { en: 'Figures shown', 'zh-CN': '所示结果' },
  seeds: { en: 'Seeds to run again', 'zh-CN': '重算的种子数' },
  noPlot: { en: 'no figure', 'zh-CN': '无数值' },
} as const satisfies Readonly<Record<string, Text>>;

export const VERDICTS: Readonly<Record<Verdict, { readonly name: Text; readonly meaning: Text }>> = {
  hit: {
    name: { en: 'Hit', 'zh-CN': '命中' },
    meaning: { en: 'hit: the median is within the tolerance', 'zh-CN': '命中：中位数在容差内' },
  },
  near: {
    name: { en: 'Near', 'zh-CN': '接近' },
    meaning: { en: 'near: only the 90% interval reaches it', 'zh-CN': '接近：仅 90% 区间触及容差' },
  },
  miss: {
    name: { en: 'Missed', 'zh-CN': '未中' },
    meaning: { en: 'miss: not even the interval does', 'zh-CN': '未中：区间也不触及' },
  },
  unjudged: {
    name: { en: 'Not judged', 'zh-CN': '未判定' },
    meaning: { en: 'not judged: no run has the figure', 'zh-CN': '未判定：运行中没有该数值' },
  },
};

export const PATTERN_VERDICTS: Readonly<Record<PatternVerdict, Text>> = {
  holds: { en: 'Holds', 'zh-CN': '成立' },
  leans: { en: 'Holds at the median only', 'zh-CN': '仅中位数成立' },
  fails: { en: 'Fails', 'zh-CN': '不成立' },
  unjudged: { en: 'Not judged', 'zh-CN': '未判定' },
};

export const USES: Readonly<
  Record<Target['use'], { readonly name: Text; readonly meaning: Text; readonly tag: Text }>
> = {
  calibrate: {
    name: { en: 'Calibrate', 'zh-CN': '校准' },
    meaning: { en: 'fitted: a hit here is no proof', 'zh-CN': '用于拟合：命中不算证明' },
    tag: { en: 'calibration, fitted', 'zh-CN': '校准，用于拟合' },
  },
  validate: {
    name: { en: 'Validate', 'zh-CN': '验证' },
    meaning: { en: 'compared only, never fitted', 'zh-CN': '只比较，从不拟合' },
    tag: { en: 'validation, never fitted', 'zh-CN': '验证，从不拟合' },
  },
  forecast: {
    name: { en: 'Forecast', 'zh-CN': '预测' },
    meaning: { en: 'a claim about 2030, checked for sense', 'zh-CN': '关于 2030 年的判断，仅作合理性检查' },
    tag: { en: 'a forecast, not a truth', 'zh-CN': '预测，并非事实' },
  },
};
