import type { Text } from '../core/text.ts';

interface Band {
  readonly key: string;
  readonly label: Text;
  /** Upper bound, exclusive, in the unit of the dimension; the last band is open. */
  readonly below: number;
}

export interface SegmentDimension {
  readonly key: 'age' | 'experience' | 'riskTolerance' | 'horizon' | 'tier';
  readonly label: Text;
  readonly bands: readonly Band[];
}

const OPEN = Number.POSITIVE_INFINITY;

/** The five traits by which outcomes are reported. A cell is one band of each; cells are numbered with the last trait fastest. */
export const SEGMENT_DIMENSIONS: readonly SegmentDimension[] = [
  {
    key: 'age',
    label: { en: 'Age', 'zh-CN': '年龄' },
    bands: [
      { key: '18-24', label: { en: '18–24', 'zh-CN': '18–24 岁' }, below: 25 },
      { key: '25-34', label: { en: '25–34', 'zh-CN': '25–34 岁' }, below: 35 },
      { key: '35-49', label: { en: '35–49', 'zh-CN': '35–49 岁' }, below: 50 },
      { key: '50-64', label: { en: '50–64', 'zh-CN': '50–64 岁' }, below: 65 },
      { key: '65+', label: { en: '65 and over', 'zh-CN': '65 岁及以上' }, below: OPEN },
    ],
  },
  {
    key: 'experience',
    label: { en: 'Experience', 'zh-CN': '经验' },
    bands: [
      { key: 'novice', label: { en: 'Novice', 'zh-CN': '新手' }, below: 0.25 },
      { key: 'some', label: { en: 'Some', 'zh-CN': '略有经验' }, below: 0.5 },
      { key: 'seasoned', label: { en: 'Seasoned', 'zh-CN': '熟手' }, below: 0.75 },
      { key: 'expert', label: { en: 'Expert', 'zh-CN': '老手' }, below: OPEN },
    ],
  },
  {
    key: 'riskTolerance',
    label: { en: 'Risk tolerance', 'zh-CN': '风险承受' },
    bands: [
      { key: 'cautious', label: { en: 'Cautious', 'zh-CN': '谨慎' }, below: 0.4 },
      { key: 'balanced', label: { en: 'Balanced', 'zh-CN': '稳健' }, below: 0.6 },
      { key: 'bold', label: { en: 'Bold', 'zh-CN': '进取' }, below: OPEN },
    ],
  },
  {
    key: 'horizon',
    label: { en: 'Horizon', 'zh-CN': '期限' },
    bands: [
      { key: 'long', label: { en: 'Long', 'zh-CN': '长线' }, below: 0.5 },
      { key: 'short', label: { en: 'Short', 'zh-CN': '短线' }, below: OPEN },
    ],
  },
  {
    key: 'tier',
    label: { en: 'City tier', 'zh-CN': '城市层级' },
    bands: [
      { key: '1-2', label: { en: 'Tier 1–2', 'zh-CN': '一二线' }, below: 3 },
      { key: '3-4', label: { en: 'Tier 3–4', 'zh-CN': '三四线' }, below: OPEN },
    ],
  },
];

export const SEGMENT_CELLS = SEGMENT_DIMENSIONS.reduce((cells, dimension) => cells * dimension.bands.length, 1);

/** Band of each dimension that a cell stands for. Inverse of the cell numbering. */
export function bandsOfCell(cell: number): number[] {
  const bands: number[] = [];
  let rest = cell;
  for (let d = SEGMENT_DIMENSIONS.length - 1; d >= 0; d--) {
    const size = SEGMENT_DIMENSIONS[d].bands.length;
    bands[d] = rest % size;
    rest = Math.floor(rest / size);
  }
  return bands;
}

export function bandOf(dimension: SegmentDimension, value: number): number {
  let band = 0;
  while (value >= dimension.bands[band].below) band++;
  return band;
}
