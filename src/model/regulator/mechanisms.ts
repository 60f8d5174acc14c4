import { mechanism } from '../mechanism.ts';

/** What the regulator does. */
// biome-ignore format: one mechanism a few lines, all alike
export const REGULATOR_MECHANISMS = [
  mechanism('education', ['M45', 'E56', 'S231'], 'outcomes',
    ['Investor education', '投资者教育'],
    ['Public education and content speed up learning and narrow the behaviour gap of novices.', '公共投教与内容加快学习，缩小新手的行为缺口。'],
    { 'regulator.education': 0, 'experience.education': 0 }),
  mechanism('suitability', ['M40', 'S206'], 'outcomes',
    ['Suitability checks', '适当性检查'],
    ['Checks lower what novices trade beyond their grade, and cost some conversion.', '检查减少新手超出等级的交易，同时损失部分转化。'],
    { 'regulator.suitability': 0 }),
  mechanism('inspections', ['M38', 'M39', 'E58'], 'switches',
    ['Inspections and fines', '检查与罚款'],
    ['Inspections find breaches where compliance is weak: a fine, lost reputation, and a shadow on every other broker.', '检查发现合规薄弱处的违规：罚款、声誉受损，并波及其他券商。'],
    { 'regulator.inspection': 0 }),
  mechanism('consent', ['M43', 'S106', 'S209', 'S210', 'S211', 'S212'], 'rules',
    ['Consent and minimum data', '数据授权与最小必要'],
    ['Targeted advertising and calls reach only people who let their data be used, and know a little less of them.', '定向广告与唤醒仅触达授权使用数据的人，所用数据更少。'],
    { 'regulator.consent': 0, 'regulator.minimumData': 0 }),
  mechanism('priceDiscriminationBan', ['M42', 'S105'], 'personal-prices',
    ['Ban on price discrimination', '禁止价格歧视'],
    ['Clients new to a broker pay what the old ones pay, so that nobody is lured by a price that others finance.', '新老客户同价，避免以老客户补贴的低价招揽新客。'],
    { 'regulator.priceBan': 0 }),
];
