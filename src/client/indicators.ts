import { commands, type Disposable, env, type QuickPickItem, type TextDocument, window, workspace } from 'vscode';
import type { IndicatorFormat, IndicatorReport } from '../core/report/indicators/indicatorReport.ts';
import type { ActiveTicket } from './activeTicket.ts';
import { messageOf } from './cancellable.ts';
import { sourceOfDocument } from './documentBytes.ts';
import { platform } from './platform/platform.ts';
import { t } from './platform/words.ts';

interface Item extends QuickPickItem {
  readonly format: IndicatorFormat;
}

const FORMATS: readonly Item[] = [
  {
    label: 'Markdown',
    detail: t('To be read in a ticket: what speaks against it, what for it, and tables'),
    format: 'markdown',
  },
  { label: 'CSV', detail: t('A row each, for a spreadsheet or an import'), format: 'csv' },
  { label: 'JSON', detail: t('One object, for a program'), format: 'json' },
];

/** Copies what speaks for and against the message under the cursor, and what others of its kind are found by. */
export const registerIndicators = (ticket: ActiveTicket): Disposable =>
  commands.registerCommand('mailTriage.copyIndicators', async (given?: unknown) => {
    const editor = window.activeTextEditor;
    const document = editor?.document ?? (ticket.uri && (await workspace.openTextDocument(ticket.uri)));
    if (document === undefined) {
      await window.showInformationMessage(t('Open the reported message, or a ticket that holds it, first.'));
      return;
    }
    const report = await read(document, editor?.selection.active.line ?? 0);
    if (report === undefined) return;
    const format = FORMATS.find((one) => one.format === given)?.format ?? (await pick(report));
    if (format === undefined) return;
    const { renderIndicators } = await import('../core/report/indicators/renderIndicators.ts');
    const text = renderIndicators([report], format);
    await env.clipboard.writeText(text);
    void offerToOpen(text, format, report.indicators.length);
  });

async function read(document: TextDocument, line: number): Promise<IndicatorReport | undefined> {
  try {
    const { readIndicatorReport } = await platform().messages();
    const report = readIndicatorReport(await sourceOfDocument(document, line));
    if (report === undefined) {
      void window.showInformationMessage(t('There is no message here. Open one, or put the cursor into it.'));
    }
    return report;
  } catch (error) {
    void window.showErrorMessage(t('The message could not be read: {0}', messageOf(error)));
    return undefined;
  }
}

/** Asks for the format, and says of which message. */
const pick = async ({ about }: IndicatorReport): Promise<IndicatorFormat | undefined> =>
  (
    await window.showQuickPick(FORMATS, {
      title: t('Copy Indicators'),
      placeHolder: about.slice(0, 200),
      matchOnDetail: true,
    })
  )?.format;

const LANGUAGES: Readonly<Record<IndicatorFormat, string>> = { markdown: 'markdown', csv: 'plaintext', json: 'json' };

/** The command is done when the text is in the clipboard, whether or not this is ever answered. */
async function offerToOpen(text: string, format: IndicatorFormat, count: number): Promise<void> {
  const open = t('Open');
  const words =
    count === 1
      ? t('1 indicator is in the clipboard. Nothing was looked up.')
      : t('{0} indicators are in the clipboard. Nothing was looked up.', count);
  const choice = await window.showInformationMessage(words, open);
  if (choice !== open) return;
  await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGES[format], content: text }));
}
