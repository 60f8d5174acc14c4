import type { Text } from '../../core/text.ts';

/** Units of the schema, and the parts of those that are written with a slash: short enough for a column. */
const UNITS: Readonly<Record<string, Text>> = {
  accounts: { en: 'accounts', 'zh-CN': '户' },
  beta: { en: 'beta', 'zh-CN': 'β' },
  bp: { en: 'bp', 'zh-CN': '万分之一' },
  brokers: { en: 'brokers', 'zh-CN': '家' },
  CNY: { en: '¥', 'zh-CN': '元' },
  'CNY billion': { en: '¥ bn', 'zh-CN': '十亿元' },
  'CNY trillion': { en: '¥ tn', 'zh-CN': '万亿元' },
  'coefficient of variation': { en: 'CV', 'zh-CN': '变异系数' },
  call: { en: 'call', 'zh-CN': '次致电' },
  calls: { en: 'calls', 'zh-CN': '次致电' },
  client: { en: 'client', 'zh-CN': '位客户' },
  contact: { en: 'contact', 'zh-CN': '次触达' },
  contacts: { en: 'contacts', 'zh-CN': '次触达' },
  elasticity: { en: 'elasticity', 'zh-CN': '弹性' },
  exponent: { en: 'exponent', 'zh-CN': '指数' },
  factor: { en: '×', 'zh-CN': '倍' },
  log: { en: 'log', 'zh-CN': '对数' },
  'log odds': { en: 'log odds', 'zh-CN': '对数优势' },
  'million people': { en: 'M people', 'zh-CN': '百万人' },
  'million users': { en: 'M users', 'zh-CN': '百万户' },
  month: { en: 'mo', 'zh-CN': '月' },
  months: { en: 'months', 'zh-CN': '个月' },
  'of assets': { en: 'of assets', 'zh-CN': '占资产' },
  'per unit return': { en: '/return', 'zh-CN': '每单位收益' },
  'per year': { en: '/yr', 'zh-CN': '/年' },
  'per √year': { en: '/√yr', 'zh-CN': '/√年' },
  people: { en: 'people', 'zh-CN': '人' },
  person: { en: 'person', 'zh-CN': '人' },
  probability: { en: 'prob.', 'zh-CN': '概率' },
  product: { en: 'product', 'zh-CN': '产品' },
  quarter: { en: 'qtr', 'zh-CN': '季' },
  return: { en: 'return', 'zh-CN': '收益' },
  score: { en: 'score', 'zh-CN': '分' },
  share: { en: 'share', 'zh-CN': '占比' },
  'share of assets': { en: 'of assets', 'zh-CN': '占资产' },
  'share of cost': { en: 'of cost', 'zh-CN': '占成本' },
  'share of fixed cost': { en: 'of fixed cost', 'zh-CN': '占固定成本' },
  'share of revenue': { en: 'of revenue', 'zh-CN': '占收入' },
  stock: { en: 'stock', 'zh-CN': '存量' },
  strength: { en: 'strength', 'zh-CN': '强度' },
  switch: { en: '0 or 1', 'zh-CN': '0 或 1' },
  trades: { en: 'trades', 'zh-CN': '笔' },
  user: { en: 'user', 'zh-CN': '户' },
  util: { en: 'util', 'zh-CN': '效用' },
  utils: { en: 'utils', 'zh-CN': '效用' },
  'utils/bp': { en: 'utils/bp', 'zh-CN': '效用/万分' },
  year: { en: 'yr', 'zh-CN': '年' },
  years: { en: 'years', 'zh-CN': '年' },
  'years of revenue': { en: 'yr revenue', 'zh-CN': '年收入' },
  '√year': { en: '√yr', 'zh-CN': '√年' },
};

/** A unit as people read it; what nobody worded yet stands as it is in the schema. */
export function readUnit(unit: string): Text {
  if (unit in UNITS) return UNITS[unit];
  const parts = unit.split('/').map((part) => UNITS[part] ?? { en: part, 'zh-CN': part });
  return { en: parts.map(({ en }) => en).join('/'), 'zh-CN': parts.map((part) => part['zh-CN']).join('/') };
}
