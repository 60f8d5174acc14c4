import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../core/result.ts';
import type { Text } from '../../core/text.ts';
import { parseManifest } from '../../experiment/manifest.ts';
import { TABLE_FILES } from '../../experiment/result-files.ts';
import { countScenarioMonths } from '../../experiment/scenario.ts';
import { type Verification, verifyResult } from '../../experiment/verify.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { MANIFEST_FILE } from '../files/result-directory.ts';
import { readMarketPath } from '../files/shipped-files.ts';
import type { Host } from '../host.ts';
import { reportProblems } from '../problems.ts';
import { createProgress } from '../progress.ts';
import { takeTurn } from './run.ts';

interface RawVerifyOptions {
  readonly json?: true;
  readonly quiet?: true;
}

/** `verify <DIR>`: runs again what a manifest says; done when the state hash and every table beside it are the same. */
export async function verify(
  host: Host,
  folder: string | undefined,
  { json, quiet }: RawVerifyOptions,
  stray: readonly Problem[],
): Promise<ExitCode> {
  const text = folder === undefined ? null : readText(join(folder, MANIFEST_FILE));
  if (text === null) {
    const expected = { en: 'a folder with a manifest.json', 'zh-CN': '含 manifest.json 的文件夹' };
    return reportProblems(host, [...stray, { path: '<DIR>', expected, got: folder ?? 'nothing' }]);
  }
  const manifest = parseManifest(text);
  if (!manifest.ok || stray.length > 0)
    return reportProblems(host, [...stray, ...(manifest.ok ? [] : manifest.problems)]);
  const tables = Object.fromEntries(
    TABLE_FILES.flatMap((name) => {
      const table = readText(join(folder as string, name));
      return table === null ? [] : [[name, table]];
    }),
  );
  const progress = createProgress(host, countScenarioMonths(manifest.value.scenario), quiet === true);
  const path = readMarketPath(host.publicFolder);
  const verified = await verifyResult(manifest.value, tables, path, host.createEngine(1), (month) =>
    takeTurn(host, () => progress.show(month)),
  ).finally(progress.end);
  if (!verified.ok) return reportProblems(host, verified.problems);
  const isVerified = verified.value.isSameState && verified.value.changedTables.length === 0;
  const { seed } = manifest.value;
  host.writeOut(
    json === true
      ? formatJson(seed, isVerified, verified.value)
      : `${formatVerdict(seed, verified.value)[host.language]}\n`,
  );
  return isVerified ? EXIT.done : EXIT.failure;
}

function readText(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function formatJson(seed: string, isVerified: boolean, verification: Verification): string {
  const { stateHash, expectedHash, changedTables } = verification;
  return `${JSON.stringify({ verified: isVerified, seed, stateHash, expectedHash, changedTables }, null, 2)}\n`;
}

function formatVerdict(seed: string, verification: Verification): Text {
  const { expectedHash, stateHash, isSameState, changedTables, isSameEngine } = verification;
  if (!isSameState) {
    const why = isSameEngine
      ? ['', '']
      : [' The manifest was written by another engine version.', '清单由另一引擎版本写成。'];
    return {
      en: `Not the same: seed ${seed} gives state hash ${stateHash}, the manifest says ${expectedHash}.${why[0]}`,
      'zh-CN': `不一致：种子 ${seed} 得状态哈希 ${stateHash}，清单为 ${expectedHash}。${why[1]}`,
    };
  }
  if (changedTables.length > 0) {
    return {
      en: `Same state hash ${stateHash} for seed ${seed}, but these files are not what the run gives: ${changedTables.join(', ')}.`,
      'zh-CN': `种子 ${seed} 的状态哈希一致（${stateHash}），但以下文件与运行结果不符：${changedTables.join('、')}。`,
    };
  }
  return {
    en: `Verified: seed ${seed} gives state hash ${stateHash} again.`,
    'zh-CN': `已验证：种子 ${seed} 再次得到状态哈希 ${stateHash}。`,
  };
}
