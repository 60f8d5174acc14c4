import type { Mechanism } from '../model/mechanism.ts';
import { MECHANISMS } from '../model/mechanisms.ts';
import { readDefaults } from '../model/parameters.ts';
import type { Evidence } from './evidence.ts';
import { readSwitch } from './mechanism-switches.ts';
import { formatTable, GENERATED, joinBlocks, joinNames, joinTexts } from './pages.ts';

const DEFAULTS = readDefaults();

/** `docs/mechanisms.md`: what moves whom in the model, on what evidence, and how it is switched. */
export function formatMechanismsPage(evidence: Evidence): string {
  const mechanisms: readonly Mechanism[] = MECHANISMS;
  const sources = [...new Set(mechanisms.flatMap((mechanism) => mechanism.sources))].sort(compareIds);
  return joinBlocks([
    '# Mechanisms · 机制',
    GENERATED,
    'A scenario switches them under `mechanisms` (`"wakeUp": "off"`), a command with `--without wakeUp,…` or `--with …`, the Lab with a switch each. Under the same seed the difference is what the mechanism does. Of files that extend each other the nearest counts, whether it switches or states parameters; in one file, or on one command line, a switch and a parameter that contradict each other are refused. A behaviour test holds each of them. 情景文件、命令行与实验室均可开关；同一种子下的差异即该机制的作用。',
    formatTable(['key', 'name', 'effect', 'evidence', 'default', 'off at', 'test'], mechanisms.map(listCells)),
    '## Evidence · 证据',
    'Figures of the report are claims without a control group: upper bounds. 报告数字无对照组，仅作上限。',
    formatTable(
      ['id', 'what it says'],
      sources.map((id) => [id, describe(evidence, id)]),
    ),
  ]);
}

function listCells(mechanism: Mechanism): string[] {
  const { key, label, effect, sources, off, on, test } = mechanism;
  const listValues = (values: object) => Object.entries(values).map(([name, value]) => `\`${name}\` = ${value}`);
  const turnedOn = on === undefined ? [] : [`on at ${listValues(on).join(', ')}`];
  return [
    `\`${key}\``,
    joinNames(label),
    joinTexts(effect),
    sources.join(', '),
    readSwitch(mechanism, DEFAULTS),
    [listValues(off).join(', '), ...turnedOn].join('; '),
    `[${test}](../test/behaviour/${test}.test.ts)`,
  ];
}

function describe(evidence: Evidence, id: string): string {
  const text = evidence.get(id) ?? { en: '', 'zh-CN': '' };
  return joinNames(text);
}

/** By kind, then by number: E3 before E11. */
function compareIds(a: string, b: string): number {
  return a[0] === b[0] ? Number(a.slice(1)) - Number(b.slice(1)) : a < b ? -1 : 1;
}
