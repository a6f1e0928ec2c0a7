import { downloadDesktop, findDesktop, hasDisplay } from './desktop.mjs';

/** @typedef {{ kind: 'desktop', program: string } | { kind: 'server' }} Host */

/**
 * Finds where VS Code can run: the desktop one of this machine, a downloaded one, or a server with a browser.
 * MAIL_TRIAGE_HOST=server or =desktop decides it instead.
 *
 * @returns {Promise<Host>}
 */
export async function findHost() {
  const wish = process.env.MAIL_TRIAGE_HOST;
  if (wish === 'server') return { kind: 'server' };
  if (!hasDisplay() && wish !== 'desktop') {
    console.log('There is no display here: VS Code runs as a server with a browser.');
    return { kind: 'server' };
  }
  const program = findDesktop() ?? (await downloadDesktop());
  if (program) return { kind: 'desktop', program };
  if (wish === 'desktop') throw new Error('MAIL_TRIAGE_HOST asks for a desktop VS Code, and there is none.');
  console.log('VS Code runs as a server with a browser.');
  return { kind: 'server' };
}
