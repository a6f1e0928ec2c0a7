import { window } from 'vscode';
import { envelopeRequest, type KnownEnvelope } from '../../protocol/session.ts';
import { isOurs } from '../languages.ts';
import type { LanguageServer } from '../server.ts';

/** Who wrote to whom by which server, as far as the ticket in the editor says it. */
export async function envelopeHere(server: LanguageServer): Promise<KnownEnvelope> {
  const editor = window.activeTextEditor;
  if (editor === undefined || !isOurs(editor.document.languageId)) return { recipients: [] };
  const place = { uri: editor.document.uri.toString(), line: editor.selection.active.line };
  const known = await server.request(envelopeRequest, place).catch(() => null);
  return known ?? { recipients: [] };
}
