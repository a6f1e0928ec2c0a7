import { serveStdio } from '../server/stdio.ts';

/** Serves until the editor closes the connection, which ends the process. */
export async function lsp(): Promise<number> {
  serveStdio();
  return 0;
}
