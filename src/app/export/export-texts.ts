import type { Text } from '../../core/text.ts';

/** Fixed words of the exports: what each file is. */
export const EXPORT_TEXTS = {
  report: { en: 'Report, one HTML file', 'zh-CN': '报告（单个 HTML 文件）' },
  reportIs: {
    en: 'Pictures, differences, seed, version and the command line',
    'zh-CN': '图形、差异、种子、版本与命令行',
  },
  scenario: { en: 'Scenario file', 'zh-CN': '情景文件' },
  scenarioIs: {
    en: 'What is on screen, for this page and the command line',
    'zh-CN': '当前内容，供本页面与命令行使用',
  },
  open: { en: 'Open a scenario file…', 'zh-CN': '打开情景文件……' },
  openIs: { en: 'Checked before anything changes', 'zh-CN': '先检查，后更改' },
  market: { en: 'Market, every month', 'zh-CN': '市场逐月数据' },
  brokers: { en: 'Brokers, every month', 'zh-CN': '券商逐月数据' },
  csvIs: { en: 'CSV, A and B, opens in Excel', 'zh-CN': 'CSV，含 A 与 B，可用 Excel 打开' },
  run: { en: 'Run', 'zh-CN': '方案' },
  month: { en: 'month', 'zh-CN': '月份' },
  broker: { en: 'broker', 'zh-CN': '券商' },
} as const satisfies Readonly<Record<string, Text>>;
