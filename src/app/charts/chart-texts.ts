import type { Text } from '../../core/text.ts';
import type { OutcomeDimension } from './outcome-series.ts';

/** Fixed words of the charts. Sentences made from figures are in `sentences.ts`. */
export const CHART_TEXTS = {
  charts: { en: 'Charts', 'zh-CN': '图表' },
  concentration: { en: 'Concentration: share of clients, %', 'zh-CN': '集中度：客户份额（%）' },
  retention: { en: 'Retention: cohorts and survival', 'zh-CN': '留存：批次与存续' },
  moneyTotals: { en: 'Revenue and profit', 'zh-CN': '收入与利润' },
  outcomes: { en: 'Investor outcomes', 'zh-CN': '投资者结果' },
  outcomesTitle: { en: 'Outcomes by', 'zh-CN': '投资者结果：按' },
  showTable: { en: 'Same numbers as a table (T)', 'zh-CN': '以表格查看（T）' },
  showPlot: { en: 'Back to the picture (T)', 'zh-CN': '返回图形（T）' },
  unfold: { en: 'Show the picture over the market', 'zh-CN': '在沙盘上方显示图形' },
  more: { en: 'More', 'zh-CN': '更多' },
  downloadCsv: { en: 'Download numbers (CSV)', 'zh-CN': '下载数据（CSV）' },
  downloadSvg: { en: 'Download picture (SVG)', 'zh-CN': '下载图形（SVG）' },
  downloadPng: { en: 'Download picture (PNG)', 'zh-CN': '下载图形（PNG）' },
  plotRole: { en: 'chart, arrow keys read it', 'zh-CN': '图表，方向键读数' },
  retry: { en: 'Try again', 'zh-CN': '重试' },
  copyReplay: { en: 'Copy the line that replays it', 'zh-CN': '复制重现命令' },
  cents: { en: 'cents', 'zh-CN': '分' },
  month: { en: 'Month', 'zh-CN': '月份' },
  parent: { en: 'B before', 'zh-CN': '此前的 B' },
  run: { en: 'Run', 'zh-CN': '方案' },
  others: { en: 'All others', 'zh-CN': '其余' },
  quarterOpened: { en: 'Opened in', 'zh-CN': '开户季度' },
  accountsOpened: { en: 'Accounts opened', 'zh-CN': '开户数' },
  quartersLong: { en: 'quarters since opening →', 'zh-CN': '开户后季数 →' },
  quartersShort: { en: 'quarters →', 'zh-CN': '季数 →' },
  months: { en: 'months', 'zh-CN': '个月' },
  survival: { en: 'Still there', 'zh-CN': '仍在' },
  revenue: { en: 'Revenue', 'zh-CN': '收入' },
  cost: { en: 'Cost', 'zh-CN': '成本' },
  profit: { en: 'Profit', 'zh-CN': '利润' },
  kinds: { en: 'Revenue and cost by kind', 'zh-CN': '收入与成本分项' },
  outcomesBy: { en: 'Investors by', 'zh-CN': '分组方式' },
  group: { en: 'Group', 'zh-CN': '人群' },
  users: { en: 'Users', 'zh-CN': '用户数' },
  netReturn: { en: 'Net return', 'zh-CN': '净收益率' },
  grossReturn: { en: 'Gross return', 'zh-CN': '毛收益率' },
  losingShare: { en: 'Losing share', 'zh-CN': '亏损占比' },
  complaints: { en: 'Complaints per 1,000', 'zh-CN': '每千人投诉' },
  returnHead: { en: 'Return: net ● gross ❘', 'zh-CN': '收益率：净 ● 毛 ❘' },
  returnHeadShort: { en: 'Net ● gross ❘', 'zh-CN': '净 ● 毛 ❘' },
  losingHead: { en: 'Losing', 'zh-CN': '亏损' },
  complaintsHead: { en: 'Complaints, ‰', 'zh-CN': '投诉（‰）' },
  complaintsHeadShort: { en: 'Compl., ‰', 'zh-CN': '投诉（‰）' },
} as const satisfies Readonly<Record<string, Text>>;

/** Ends the title "Outcomes by …". */
export const DIMENSION_TEXTS: Readonly<Record<OutcomeDimension, Text>> = {
  age: { en: 'age', 'zh-CN': '年龄' },
  experience: { en: 'experience', 'zh-CN': '经验' },
  riskTolerance: { en: 'risk tolerance', 'zh-CN': '风险承受' },
};

/** How a sentence calls the people of a band. */
export const BAND_PEOPLE: Readonly<Record<OutcomeDimension, readonly Text[]>> = {
  age: [
    { en: 'under-25s', 'zh-CN': '25 岁以下' },
    { en: 'people of 25–34', 'zh-CN': '25–34 岁' },
    { en: 'people of 35–49', 'zh-CN': '35–49 岁' },
    { en: 'people of 50–64', 'zh-CN': '50–64 岁' },
    { en: 'over-65s', 'zh-CN': '65 岁及以上' },
  ],
  experience: [
    { en: 'novices', 'zh-CN': '新手' },
    { en: 'people with some experience', 'zh-CN': '略有经验者' },
    { en: 'seasoned investors', 'zh-CN': '熟手' },
    { en: 'experts', 'zh-CN': '老手' },
  ],
  riskTolerance: [
    { en: 'the cautious', 'zh-CN': '谨慎者' },
    { en: 'the balanced', 'zh-CN': '稳健者' },
    { en: 'the bold', 'zh-CN': '进取者' },
  ],
};
