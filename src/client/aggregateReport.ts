import { basename } from 'node:path';
import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import { plainText } from '../core/text/plain.ts';
import { messageOf } from './cancellable.ts';
import { sourceOf } from './documentBytes.ts';
import { platform } from './platform/platform.ts';
import { t } from './platform/words.ts';

/** Files that are reports themselves, and that an editor may not open as text. */
const REPORT_FILE = /\.(?:xml|json|gz|zip)$/i;

/**
 * Opens the DMARC and TLS reports of the active message, or of a file that is one, as a table in a document of its own.
 * The command takes the address of a file or document as an argument, as menus of the explorer give it.
 */
export const registerAggregateReport = (): Disposable =>
  commands.registerCommand('mailTriage.showReport', async (target?: Uri | string) => {
    const uri =
      typeof target === 'string' ? Uri.parse(target, true) : (target ?? window.activeTextEditor?.document.uri);
    if (uri === undefined) {
      await window.showInformationMessage(t('Open a message with a DMARC or TLS report, or the report itself, first.'));
      return;
    }
    try {
      await show(uri);
    } catch (error) {
      // Every foreseeable failure is a value: what arrives here is a bug, or a document that is gone.
      await window.showErrorMessage(t('Mail Triage: the report could not be opened: {0}', messageOf(error)));
    }
  });

async function show(uri: Uri): Promise<void> {
  const { readAttachedReports, readReportFile } = await platform().messages();
  const opened = REPORT_FILE.test(uri.path)
    ? readReportFile(await workspace.fs.readFile(uri), basename(uri.path))
    : readAttachedReports(await sourceOf(uri, 0));
  if (opened.reports.length === 0) {
    await window.showInformationMessage(
      plainText(opened.problems.join(' ')) || t('No DMARC or TLS report is attached to this message.'),
    );
    return;
  }
  const { renderAggregateReports } = await import('../core/report/aggregateReport.ts');
  const content = renderAggregateReports(opened.reports, opened.problems);
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}
