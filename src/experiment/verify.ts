import { type Result, succeed } from '../core/result.ts';
import type { ReadManifest } from './manifest.ts';
import type { MarketPath } from './market-path.ts';
import { createInputs } from './model-inputs.ts';
import { formatTables, TABLE_FILES, type TableFile } from './result-files.ts';
import { type Engine, runScenario } from './run.ts';
import { ENGINE_VERSION } from './version.ts';

export interface Verification {
  readonly expectedHash: string;
  readonly stateHash: string;
  readonly isSameState: boolean;
  /** Tables whose text is not what the run gives. */
  readonly changedTables: readonly TableFile[];
  readonly isSameEngine: boolean;
}

/**
 * Runs again what a manifest says.
 * @param tables the texts beside the manifest; one that is absent is not judged
 */
export async function verifyResult(
  manifest: ReadManifest,
  tables: Readonly<Partial<Record<TableFile, string>>>,
  path: MarketPath,
  engine: Engine,
  onMonth?: (month: number) => void | Promise<void>,
): Promise<Result<Verification>> {
  const inputs = createInputs(manifest.scenario, {}, path);
  if (!inputs.ok) return inputs;
  const result = await runScenario(engine, inputs.value, manifest.seed, onMonth);
  const rerun = formatTables(result);
  return succeed({
    expectedHash: manifest.stateHash,
    stateHash: result.stateHash,
    isSameState: result.stateHash === manifest.stateHash,
    changedTables: TABLE_FILES.filter((name) => tables[name] !== undefined && tables[name] !== rerun[name]),
    isSameEngine: manifest.engineVersion === ENGINE_VERSION,
  });
}
