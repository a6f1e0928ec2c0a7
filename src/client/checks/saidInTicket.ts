import { window } from 'vscode';
import type { Told } from '../../core/dns/told.ts';
import { selectorsIn } from '../../core/ticket/askable.ts';
import { toldAnswersRequest } from '../../protocol/texts.ts';
import type { LanguageServer } from '../server.ts';

/** UTF-16 code units of a text that are read for a check. */
const MOST = 5_000_000;

/**
 * What the document at hand says of a domain: the DKIM selectors of its signatures, and what DNS answered. Of our own
 * output it is not asked, which holds what was answered a moment ago.
 */
export async function saidInTicket(
  server: LanguageServer,
  domain: string,
): Promise<{ readonly selectors: readonly string[]; readonly told: readonly Told[] }> {
  const document = window.activeTextEditor?.document;
  const text = document === undefined || document.uri.scheme === 'output' ? '' : document.getText().slice(0, MOST);
  if (text === '') return { selectors: [], told: [] };
  const told = await server.request(toldAnswersRequest, { text, domain }).catch(() => []);
  return { selectors: selectorsIn(text, domain), told };
}
