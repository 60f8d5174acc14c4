import { formatMonth } from '../../core/calendar.ts';
import type { MetricDeclaration } from '../../core/schema.ts';
import type { Language } from '../../core/text.ts';
import type { Design } from '../../experiment/design/design.ts';
import { findMetric, type Measure } from '../../experiment/measure.ts';
import type { Bin } from '../../experiment/study/bins.ts';
import { PARAMETERS } from '../../model/parameters.ts';
import { formatNumber, NO_FIGURE } from '../format.ts';

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
  return findParameter(key)?.label[language] ?? key;
}

const findParameter = (key: string) => PARAMETERS.find((candidate) => candidate.key === key);

/** A swept parameter as the page speaks of it. */
export interface SweptWords {
  readonly name: string;
  /** A value: three digits tell those of a range apart, unless it is `decimals` that do. */
  readonly say: (value: number, decimals?: number) => string;
}

/** The words for a parameter, by its key. */
export function describeSwept(key: string, language: Language): SweptWords {
  const write = findParameter(key)?.unit === 'year' ? writeYear : formatNumber;
  return {
    name: nameSwept(key, language),
    say: (value, decimals = countDigits(value)) => write(value, language, decimals),
  };
}

/** A stretch of a parameter, or the one value in it. */
export function sayRange({ from, to }: Pick<Bin, 'from' | 'to'>, { say }: SweptWords): string {
  return from === to ? say(from) : `${say(from)} – ${say(to)}`;
}

function countDigits(value: number): number {
  if (Number.isInteger(value)) return 0;
  return Math.max(0, Math.min(6, 2 - Math.floor(Math.log10(Math.abs(value)))));
}

/** Years are not grouped; of one that is not whole there is a tenth at least. */
function writeYear(year: number, _language: Language, decimals: number): string {
  return Number.isFinite(year) ? year.toFixed(Number.isInteger(year) ? decimals : Math.max(1, decimals)) : NO_FIGURE;
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
