import { createInterface } from 'node:readline/promises';
import { runQuietly } from './processes.mjs';

/** How often to try, and how long to wait between (ms), while another process holds the package lists. */
const attempts = 12;
const pause = 5_000;

/**
 * Installs Debian packages where apt-get exists, this user may use it and agrees.
 *
 * @param {readonly string[]} packages
 * @param {string} purpose what they are for, as "the tests inside VS Code"
 * @returns {Promise<boolean>} false when they cannot be installed here
 */
export async function installPackages(packages, purpose) {
  if (process.platform !== 'linux') return false;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (!(await succeeds([...prefix, 'apt-get', '--version']))) return false;
  if (!(await mayInstall(packages, purpose))) return false;
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

/**
 * Nobody's machine gets packages from running the tests: they are installed where MAIL_TRIAGE_BROWSER is `install`, or
 * where somebody at the terminal says so.
 *
 * @param {readonly string[]} packages
 * @param {string} purpose
 * @param {{ wish?: string | undefined, ask?: ((question: string) => Promise<string>) | undefined }} [user]
 */
export async function mayInstall(packages, purpose, user = { wish: process.env.MAIL_TRIAGE_BROWSER, ask: terminal() }) {
  if (user.wish === 'install') return true;
  if (user.ask)
    return /^y(?:es)?$/i.test(
      (await user.ask(`Install ${packages.join(', ')} (apt-get) for ${purpose}? [y/N] `)).trim(),
    );
  console.log(`${packages.join(', ')}: not installed without leave. MAIL_TRIAGE_BROWSER=install gives it.`);
  return false;
}

/** Asks whoever sits at the terminal; undefined where nobody does. */
function terminal() {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  return async (/** @type {string} */ question) => {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  };
}

/** @param {readonly string[]} line */
async function succeeds(line) {
  return (await execute(line)).code === 0;
}

/** @param {readonly string[]} line */
function execute([command = '', ...args]) {
  return runQuietly(command, args);
}
