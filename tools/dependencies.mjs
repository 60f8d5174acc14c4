import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const ROOT = new URL('../', import.meta.url);

/** @param {string} path @returns {Record<string, { version?: string, optional?: boolean }>} */
function readPackages(path) {
  return JSON.parse(readFileSync(new URL(path, ROOT), 'utf8')).packages;
}

/** Whether what stands in `node_modules` is what the lock file asks for. */
function areDependenciesInstalled() {
  if (!existsSync(new URL('node_modules/.package-lock.json', ROOT))) return false;
  const installed = readPackages('node_modules/.package-lock.json');
  return Object.entries(readPackages('package-lock.json')).every(
    ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
  );
}

/** @param {string} version such as `20.19.0` */
function isNodeRecentEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

/**
 * Installs what the lock file asks for, unless it stands there already. Writes to stderr only, so that a command's own
 * output stays alone on stdout. Ends the process with a sentence when it cannot.
 */
export function ensureDependencies() {
  if (!isNodeRecentEnough(process.versions.node)) {
    process.stderr.write(`Brokerscape needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
    process.exit(1);
  }
  if (areDependenciesInstalled()) return;
  process.stderr.write('Installing dependencies (npm ci) …\n');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    process.stderr.write('The dependencies could not be installed; is the npm registry reachable?\n');
    process.exit(1);
  }
}
