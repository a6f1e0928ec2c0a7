import { commands, type Disposable, type TextEditor, window } from 'vscode';
import { plainText } from '../core/text/plain.ts';
import { explainRequest, type TicketPage } from '../protocol/ticket.ts';
import { t } from './platform/words.ts';
import type { ProbeOutput } from './probeOutput.ts';
import type { LanguageServer } from './server.ts';

/** Explains a code or a server's words: those given, those selected, or those the user types. */
export const registerExplain = (
  server: LanguageServer,
  output: ProbeOutput,
  ticket: { readonly page: Pick<TicketPage, 'happened'> | undefined },
): Disposable =>
  commands.registerCommand('mailTriage.explain', async (given?: unknown) => {
    const editor = window.activeTextEditor;
    const selected = editor === undefined ? '' : editor.document.getText(editor.selection);
    const text =
      typeof given === 'string' && given !== ''
        ? given
        : selected.trim() !== ''
          ? selected
          : await window.showInputBox({
              value: replyAtCursor(editor) ?? atHand(ticket.page) ?? '',
              title: t('Explain Reply'),
              prompt: t('A reply code, an enhanced status code, or the words of a server, a log line or a tool'),
              placeHolder: t('550 5.7.1 or Connection timed out'),
            });
    if (text === undefined || text.trim() === '') return;
    const lines = await server.request(explainRequest, { text });
    if (lines === null) {
      await window.showInformationMessage(
        t('No reply code, no enhanced status code and no known words in "{0}".', plainText(text.trim(), 80)),
      );
      return;
    }
    output.append(lines);
    output.show();
  });

/** From the first code or enhanced code of a line on, which stands where a line begins or words end. */
const REPLY = /(?<![\w.])(?:[245]\d\d(?=[ -])|[245]\.\d{1,3}\.\d{1,3}(?![\w.])).{0,400}/;

/** Characters of a line that are looked at. */
const LINE = 2000;

const replyIn = (words: string): string | undefined => REPLY.exec(words)?.[0].replace(/[\s)\]>"']{1,20}$/, '');

/** The reply in the line of the cursor. */
const replyAtCursor = (editor: TextEditor | undefined): string | undefined =>
  editor && replyIn(editor.document.lineAt(editor.selection.active.line).text.slice(0, LINE));

/** What the ticket at hand rests on, where that is a reply. */
const atHand = (page: Pick<TicketPage, 'happened'> | undefined): string | undefined =>
  replyIn(page?.happened?.evidence.words ?? '');
