import * as v from 'valibot';
import type { Problem } from '../core/result.ts';
import type { ParameterDeclaration } from '../core/schema.ts';
import type { Text } from '../core/text.ts';
import { ARCHETYPES, CONTROLS, NICHES, ROLLOUTS, STRATEGIES } from '../model/inputs.ts';
import { MECHANISMS } from '../model/mechanisms.ts';
import { PARAMETERS } from '../model/parameters.ts';
import { MOST_BROKERS } from '../model/purposes.ts';
import { BROKER_FIELDS } from './broker-fields.ts';
import { SWITCH_STATES } from './mechanism-switches.ts';
import { RETURNS, type ScenarioFile } from './scenario-file.ts';
import { findNearest } from './spelling.ts';

/** Version of the file format. It rises when a file of before would be read differently. */
export const SCENARIO_FORMAT = 1;

/** Investor agents and months of a run, whether a file or a command states them. */
export const AGENTS_RANGE = { min: 100, max: 10_000_000 };
export const MONTHS_RANGE = { min: 1, max: 600 };

/** One byte of a snapshot names the broker, and 255 means none. */
const DECISIONS_MOST = 10_000;
/** What a lever can be set to, CNY million a quarter; commission has the range of the broker field. */
const SPENDING_MOST = 100_000;
const SCALE_MOST = 1000;

export type Schema = v.GenericSchema<unknown, unknown>;
type Entries = Record<string, Schema>;

/** Valibot carries one string per issue; both languages travel in it, a line each. */
export function expecting(en: string, zh: string): string {
  return `${en}\n${zh}`;
}

export function optional(schema: Schema, en = '', zh = '', label = ''): Schema {
  const described = en === '' ? schema : v.pipe(schema, v.description(`${en} ${zh}`));
  return v.optional(label === '' ? described : v.pipe(described, v.title(label)));
}

export function number(min: number, max: number): Schema {
  const message = expecting(`${min} to ${max}`, ` ${min} 至 ${max}`);
  return v.pipe(v.number(message), v.minValue(min, message), v.maxValue(max, message));
}

export function wholeNumber(min: number, max: number): Schema {
  const message = expecting(`a whole number, ${min} to ${max}`, ` ${min} 至 ${max} 的整数`);
  return v.pipe(v.number(message), v.integer(message), v.minValue(min, message), v.maxValue(max, message));
}

export function oneOf(options: readonly string[]): Schema {
  return v.picklist(options, expecting(`one of ${options.join(', ')}`, `以下之一：${options.join('、')}`));
}

export function text(most: number): Schema {
  const message = expecting(`text of 1 to ${most} characters`, ` 1 至 ${most} 个字符的文字`);
  return v.pipe(v.string(message), v.minLength(1, message), v.maxLength(most, message));
}

export function texts(most: number): Schema {
  return object({ en: text(most), 'zh-CN': text(most) });
}

export function pattern(form: RegExp, en: string, zh: string): Schema {
  const message = expecting(en, zh);
  return v.pipe(v.string(message), v.regex(form, message));
}

export function list(item: Schema, most: number): Schema {
  const message = expecting(`a list of at most ${most}`, `至多 ${most} 项的列表`);
  return v.pipe(v.array(item, message), v.maxLength(most, message));
}

/**
 * An object with these keys and no others. Unlike `v.strictObject` it reports every unknown key, not only the first,
 * and it does not take a list for an object. The message of an unknown key lists the known ones.
 */
export function object(entries: Entries): Schema {
  const unknownKey = v.never(Object.keys(entries).join('\n'));
  const schema = v.objectWithRest(entries, unknownKey, (issue) =>
    issue.expected === 'Object' ? expecting('an object', '对象') : expecting('a value', '一个值'),
  );
  return {
    ...schema,
    '~run'(dataset: v.UnknownDataset, config: v.Config<v.BaseIssue<unknown>>) {
      if (!Array.isArray(dataset.value)) return schema['~run'](dataset, config);
      v._addIssue(schema, 'type', dataset, config);
      return dataset as unknown as v.FailureDataset<v.BaseIssue<unknown>>;
    },
  };
}

export const ID = pattern(/^[a-z][a-z0-9-]{0,63}$/, 'an id such as harbour-2', '形如 harbour-2 的标识');
export const MONTH = pattern(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2025-01', '形如 2025-01 的月份');

function parameterEntries(): Entries {
  const entries: Entries = {};
  for (const {
    key,
    min,
    max,
    integer,
    unit,
    label,
    meaning,
    source,
    ...rest
  } of PARAMETERS as readonly ParameterDeclaration[]) {
    entries[key] = optional(
      integer === true ? wholeNumber(min, max) : number(min, max),
      `${meaning.en} Default ${rest.default}, source ${source}.`,
      meaning['zh-CN'],
      `${label.en} ${label['zh-CN']} (${unit})`,
    );
  }
  return entries;
}

/** Mechanisms switched on or off, by key. */
export function switches(): Schema {
  return object(
    Object.fromEntries(
      MECHANISMS.map(({ key, label, effect }) => [
        key,
        optional(oneOf(SWITCH_STATES), effect.en, effect['zh-CN'], `${label.en} ${label['zh-CN']}`),
      ]),
    ),
  );
}

const PROFILE: Entries = {
  ...Object.fromEntries(
    BROKER_FIELDS.map(({ key, min, max, integer, meaning }) => [
      key,
      optional(integer === true ? wholeNumber(min, max) : number(min, max), meaning.en, meaning['zh-CN']),
    ]),
  ),
  strategy: optional(
    oneOf(STRATEGIES),
    'How it sets its levers where no decision says otherwise.',
    '未作决策时的策略。',
  ),
  rollout: optional(
    oneOf(ROLLOUTS),
    'How it takes up a programme of unknown return: as planned, after a pilot (gate), or at once with the herd (M52).',
    '如何采用回报未知的举措：按计划、先试点（gate）或跟风（herd）（M52）。',
  ),
  niche: optional(v.nullable(oneOf(NICHES)), 'Whom it serves above all.', '主要服务的人群。'),
  alliance: optional(
    v.nullable(ID),
    'Name of the alliance with whose members it shares a technology platform (M63).',
    '与成员共享技术平台的联盟名称（M63）。',
  ),
};

const BROKER = object({
  id: ID,
  name: optional(texts(40)),
  archetype: optional(oneOf(ARCHETYPES)),
  share: optional(number(0, 1), 'Share of all users at the start; 0 before it opens.', '起始用户份额；开业前为 0。'),
  entryMonth: optional(
    MONTH,
    'Month in which it opens; there from the start without it.',
    '开业月份；缺省为起始即在。',
  ),
  ...PROFILE,
});

const DECISION = object({
  from: MONTH,
  broker: ID,
  lever: oneOf(CONTROLS),
  set: optional(
    number(0, SPENDING_MOST),
    'Holds it: bp for price, CNY million a quarter for other levers, 0 to 1 for programmes.',
    '固定取值：价格为 bp，其他决策项为百万元/季，举措为 0 至 1。',
  ),
  scale: optional(number(0, SCALE_MOST), 'Multiplies what the broker would have done.', '乘以券商原本的取值。'),
});

const STARTS_FROM = object({
  scenario: optional(ID, 'A shipped scenario.', '内置情景。'),
  file: optional(
    v.looseObject({}, expecting('an object', '对象')),
    'The scenario itself, as in a file of its own.',
    '情景本身，内容同独立文件。',
  ),
});

/** A scenario file. What it does not state comes from the scenario it extends. */
export const SCENARIO_SCHEMA: Schema = object({
  $schema: optional(text(500)),
  formatVersion: v.literal(SCENARIO_FORMAT, expecting(`${SCENARIO_FORMAT}`, ` ${SCENARIO_FORMAT}`)),
  id: ID,
  extends: optional(ID, 'The shipped scenario to start from.', '所基于的内置情景。'),
  title: texts(120),
  summary: optional(texts(1000)),
  question: optional(texts(400)),
  start: optional(MONTH, 'First month of the run.', '首月。'),
  startsFrom: optional(
    v.nullable(STARTS_FROM),
    'The scenario from whose end this one starts; null to make people and brokers from the parameters.',
    '以其结束状态为起点的情景；null 表示由参数生成人群与券商。',
  ),
  months: optional(wholeNumber(MONTHS_RANGE.min, MONTHS_RANGE.max), 'Months to run.', '运行月数。'),
  agents: optional(wholeNumber(AGENTS_RANGE.min, AGENTS_RANGE.max), 'Investor agents.', '投资者智能体数。'),
  returns: optional(
    oneOf(RETURNS),
    'Drawn regimes, or the realised path of the CSI 300.',
    '随机市况，或沪深 300 实际行情。',
  ),
  mechanisms: optional(
    switches(),
    'Mechanisms switched on or off; in the same file, parameters may not contradict.',
    '开启或关闭的机制；不得与同一文件中的参数矛盾。',
  ),
  parameters: optional(object(parameterEntries())),
  archetypes: optional(object(Object.fromEntries(ARCHETYPES.map((key) => [key, optional(object(PROFILE))])))),
  brokers: optional(list(BROKER, MOST_BROKERS)),
  decisions: optional(list(DECISION, DECISIONS_MOST)),
});

/** What of a value is a scenario file, and every place where it is not one. Such places are left out of `file`. */
export function readScenarioFile(value: unknown): { file: Partial<ScenarioFile>; problems: Problem[] } {
  return readFile<ScenarioFile>(SCENARIO_SCHEMA, value);
}

/** What of a value is a file of this form, and every place where it is not. */
export function readFile<File>(schema: Schema, value: unknown): { file: Partial<File>; problems: Problem[] } {
  const parsed = v.safeParse(schema, value);
  const issues = parsed.issues ?? [];
  for (const issue of issues) removeAt(parsed.output, listKeys(issue));
  const isObject = typeof parsed.output === 'object' && parsed.output !== null && !Array.isArray(value);
  return {
    file: isObject ? (parsed.output as Partial<File>) : {},
    problems: [...dropRepeats(issues.map(describeIssue)), ...findReservedKeys(value)],
  };
}

/** One value can break two rules of one range. */
function dropRepeats(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ path }, position) => problems.findIndex((other) => other.path === path) === position);
}

function listKeys(issue: v.BaseIssue<unknown>): unknown[] {
  return (issue.path ?? []).map((item) => item.key);
}

/** Takes one place out of a value that valibot built. Items of lists become empty objects, so that the others stay put. */
function removeAt(root: unknown, keys: readonly unknown[]): void {
  let parent = root as Record<string, unknown> | null | undefined;
  for (const key of keys.slice(0, -1)) parent = parent?.[String(key)] as typeof parent;
  const last = String(keys[keys.length - 1]);
  if (Array.isArray(parent)) parent[Number(last)] = {};
  else if (typeof parent === 'object' && parent !== null) delete parent[last];
}

/** Joins keys to `brokers[3].commissionBp`; a key of other letters is quoted: `parameters["…"]`. */
function formatPath(keys: readonly unknown[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    if (!/^[\w$.-]+$/.test(String(key))) return `${path}[${JSON.stringify(String(key))}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, '');
}

/** A value as a problem shows it, shortened. */
export function formatGot(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}

/** `expected a known key, perhaps commissionBp`. */
export function describeUnknown(key: string, known: readonly string[], en: string, zh: string): Text {
  const nearest = findNearest(key, known);
  return nearest === null
    ? { en, 'zh-CN': zh }
    : { en: `${en}, perhaps ${nearest}`, 'zh-CN': `${zh}，或许是 ${nearest}` };
}

function describeIssue(issue: v.BaseIssue<unknown>): Problem {
  const keys = listKeys(issue);
  const path = formatPath(keys);
  const got = formatGot(issue.input);
  if (issue.type === 'never') {
    const known = issue.message.split('\n');
    return { path, expected: describeUnknown(String(keys[keys.length - 1]), known, 'a known key', '已知的键'), got };
  }
  const [en, zh = en] = issue.message.split('\n');
  return { path, expected: { en, 'zh-CN': zh }, got };
}

/** Keys that objects of the language carry themselves; valibot passes them over, a reader should know. */
const RESERVED_KEYS = ['__proto__', 'constructor', 'prototype'];

function findReservedKeys(value: unknown, keys: readonly unknown[] = []): Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => {
    const place = [...keys, Array.isArray(value) ? Number(key) : key];
    if (!RESERVED_KEYS.includes(key)) return findReservedKeys(inside, place);
    return [{ path: formatPath(place), expected: { en: 'a known key', 'zh-CN': '已知的键' }, got: formatGot(inside) }];
  });
}
