import { runQuietly } from './processes.mjs';

/** How often to try, and how long to wait between (ms), while another process holds the package lists. */
const attempts = 12;
const pause = 5_000;

/**
 * Installs Debian packages where apt-get exists and this user may use it.
 *
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} false when they cannot be installed here
 */
export async function installPackages(packages) {
  if (process.platform !== 'linux') return false;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (!(await succeeds([...prefix, 'apt-get', '--version']))) return false;
  console.log(`Installing ${packages.join(', ')} (apt-get) ...`);
  const aptGet = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300', '-y'];
  let output = '';
  for (let attempt = 0; attempt < attempts; attempt++) {
    await succeeds([...aptGet, 'update']);
    const result = await execute([...aptGet, 'install', '--no-install-recommends', ...packages]);
    if (result.code === 0) return true;
    output = result.output;
    if (!output.includes('Could not get lock')) break;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  console.error(output.trimEnd());
  return false;
}

/** @param {readonly string[]} line */
async function succeeds(line) {
  return (await execute(line)).code === 0;
}

/** @param {readonly string[]} line */
function execute([command = '', ...args]) {
  return runQuietly(command, args);
}
