import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { REFERENCE_AGENTS, REFERENCE_SCENARIO, REFERENCE_SEED, runReference } from '../support/reference-run.ts';
import { ROOT } from '../support/source-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'brokerscape-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the built command line on the reference. @returns what it printed */
function runCommand(...words: string[]): { readonly stateHash: string } {
  const options = ['--seed', REFERENCE_SEED, '--agents', String(REFERENCE_AGENTS), '--json', '--quiet'];
  const program = join(ROOT, 'dist/node/cli.js');
  const printed = execFileSync(process.execPath, [program, 'run', REFERENCE_SCENARIO, ...options, ...words]);
  return JSON.parse(printed.toString());
}

test('the built command line computes what the sources compute, for any number of threads', () => {
  const expected = runReference();
  expect(runCommand().stateHash).toBe(expected);
  expect(runCommand('--threads', '2').stateHash).toBe(expected);
});

test('writing every table down changes nothing, and the manifest carries the hash', () => {
  const out = join(folder, 'result');
  const { stateHash } = runCommand('--out', out);
  expect(stateHash).toBe(runReference());
  expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).stateHash).toBe(stateHash);
});
