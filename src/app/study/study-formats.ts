import { formatMonth } from '../../core/calendar.ts';
import type { MetricDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import type { Design } from '../../experiment/design/design.ts';
import { findMetric, type Measure } from '../../experiment/measure.ts';
import { PARAMETERS } from '../../model/parameters.ts';
import { formatNumber } from '../format.ts';

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];

/** A length of time as people say it: `40 s`, `5 min`, `2 h 10 min`. */
export function formatDuration(milliseconds: number, language: Language): string {
  const words = language === 'en' ? [' s', ' min', ' h'] : [' 秒', ' 分钟', ' 小时'];
  if (milliseconds < 59.5 * SECOND) return `${Math.max(1, Math.round(milliseconds / SECOND))}${words[0]}`;
  const minutes = Math.round(milliseconds / MINUTE);
  if (minutes < 60) return `${minutes}${words[1]}`;
  const rest = Math.round((milliseconds % HOUR) / MINUTE);
  const hours = Math.floor(milliseconds / HOUR);
  return rest === 0 || rest === 60
    ? `${hours + (rest === 60 ? 1 : 0)}${words[2]}`
    : `${hours}${words[2]} ${rest}${words[1]}`;
}

/** A parameter by its name; the fields of brokers have none but their key. */
export function nameSwept(key: string, language: Language): string {
  return PARAMETERS.find((candidate) => candidate.key === key)?.label[language] ?? key;
}

/** A value of a swept parameter: three digits tell values of a range apart. */
export function formatSwept(value: number, language: Language): string {
  const size = Math.abs(value);
  if (Number.isInteger(value)) return formatNumber(value, language, 0);
  const decimals = size === 0 ? 0 : Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(size))));
  return formatNumber(value, language, decimals);
}

/** What the catalogue says of a measure of a design; a quotient has no unit. */
export function declareMeasure(design: Design, position: number): MetricDeclaration {
  const { measure, unit } = design.measures[position];
  return { ...findMetric(measure), unit };
}

/** `HHI, 2030`; `Huatai: Share of users, 2030`. */
export function nameMeasure(design: Design, position: number, language: Language): string {
  const { measure, label } = design.measures[position];
  return joinMeasure(nameFigure(design, measure, label[language], language), nameEnd(design, measure), language);
}

/** As `nameMeasure`, without the time. */
export function nameFigureOf(design: Design, position: number, language: Language): string {
  const { measure, label } = design.measures[position];
  return nameFigure(design, measure, label[language], language);
}

function nameFigure({ scenario }: Design, { broker, segment }: Measure, label: string, language: Language): string {
  const of =
    broker === undefined ? Object.values(segment ?? {}).join(' ') : nameBroker(scenario.brokers, broker, language);
  if (of === '') return label;
  return language === 'en' ? `${of}: ${label}` : `${of}：${label}`;
}

function nameBroker(brokers: Design['scenario']['brokers'], id: string, language: Language): string {
  return brokers.find((broker) => broker.id === id)?.name[language] ?? id;
}

/** The year in which the window of a measure ends. */
function nameEnd({ scenario }: Design, { to }: Measure): string {
  return (to ?? formatMonth(scenario.startMonth + scenario.months - 1)).slice(0, 4);
}

function joinMeasure(figure: string, year: string, language: Language): string {
  return language === 'en' ? `${figure}, ${year}` : `${figure}，${year}`;
}
