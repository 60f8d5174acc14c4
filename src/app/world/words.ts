import type { Language, Text } from '../../core/text.ts';

/** Everything the market itself says. */
export const WORDS = {
  ashore: { en: 'Not with any online broker', 'zh-CN': '尚未使用互联网券商' },
  reset: { en: 'Whole market', 'zh-CN': '全图' },
  zoomIn: { en: 'Zoom in (+)', 'zh-CN': '放大（+）' },
  zoomOut: { en: 'Zoom out (−)', 'zh-CN': '缩小（−）' },
  followed: { en: 'Investor', 'zh-CN': '投资者' },
  noOneYet: { en: 'not open', 'zh-CN': '未开业' },
  takenOver: { en: 'taken over', 'zh-CN': '已被接管' },
  closed: { en: 'closed', 'zh-CN': '已退出' },
  noDrawing: {
    en: 'This browser offers neither WebGL nor a canvas to draw on.',
    'zh-CN': '此浏览器既不支持 WebGL，也无法使用画布绘图。',
  },
  lostDrawing: {
    en: 'The graphics card was lost and did not come back.',
    'zh-CN': '显卡连接中断，未能恢复。',
  },
} as const satisfies Record<string, Text>;

export function formatOthers(count: number, language: Language): string {
  return language === 'en' ? `${count} others` : `其余 ${count} 家`;
}

/** What the picture says to those who cannot see it. */
export function describeMarket(
  language: Language,
  month: string,
  brokers: number,
  largest: { readonly name: string; readonly share: string },
  chosen: { readonly name: string; readonly share: string },
): string {
  return language === 'en'
    ? `Map of the market in ${month}: ${brokers} brokers as islands, investors as dots. Largest: ${largest.name}, ${largest.share} of clients. Yours: ${chosen.name}, ${chosen.share}. The table holds the same facts.`
    : `${month}市场沙盘：${brokers} 家券商为岛，投资者为点。最大：${largest.name}，占客户 ${largest.share}。你的券商：${chosen.name}，占 ${chosen.share}。表格载有同样内容。`;
}

const compactFormats = new Map<Language, Intl.NumberFormat>();

/** People at two digits, for badges: `48K`, `1.2M`, `4.8万`. */
export function formatCompact(people: number, language: Language): string {
  let format = compactFormats.get(language);
  if (!format) {
    format = new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 2 });
    compactFormats.set(language, format);
  }
  return format.format(people);
}
