import { commands, type Disposable, l10n, window } from 'vscode';
import { plainText } from '../core/text/plain.ts';
import { explainRequest } from '../protocol/ticket.ts';
import type { ProbeOutput } from './probeOutput.ts';
import type { LanguageServer } from './server.ts';

/** Characters of a selection that are explained. */
const LIMIT = 2000;

/** Explains a code or a server's words: those given, those selected, or those the user types. */
export const registerExplain = (server: LanguageServer, output: ProbeOutput): Disposable =>
  commands.registerCommand('mailTriage.explain', async (given?: unknown) => {
    const editor = window.activeTextEditor;
    const selected = editor === undefined ? '' : editor.document.getText(editor.selection).slice(0, LIMIT);
    const text =
      typeof given === 'string' && given !== ''
        ? given
        : selected.trim() !== ''
          ? selected
          : await window.showInputBox({
              title: l10n.t('Explain Reply'),
              prompt: l10n.t('A reply code, an enhanced status code, or the words of a server, a log line or a tool'),
              placeHolder: l10n.t('550 5.7.1 or Connection timed out'),
            });
    if (text === undefined || text.trim() === '') return;
    const lines = await server.request(explainRequest, { text });
    if (lines === null) {
      await window.showInformationMessage(
        l10n.t('No reply code, no enhanced status code and no known words in "{0}".', plainText(text.trim(), 80)),
      );
      return;
    }
    output.append(lines);
    output.show();
  });
