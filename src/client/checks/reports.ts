import { commands, Disposable, env, Uri, window, workspace } from 'vscode';
import { greatest } from '../../core/text/lists.ts';
import { plainLines } from '../../core/text/plain.ts';
import { inOurs } from '../../core/text/words.ts';
import { messageOf } from '../cancellable.ts';
import { t } from '../platform/words.ts';
import type { ProbeHistory } from '../probeHistory.ts';

/** The last report, saved as a transcript that is read again, or copied for the ticket. */
export const registerReports = (history: ProbeHistory): Disposable =>
  Disposable.from(
    commands.registerCommand('mailTriage.saveReport', () => save(history)),
    commands.registerCommand('mailTriage.copyReport', () => copy(history)),
  );

async function save(history: ProbeHistory): Promise<void> {
  const { report } = history;
  if (report === undefined) return none();
  const isSession = report.ofSessions === true;
  const extension = isSession ? 'smtp.txt' : 'mailticket';
  const name = `${report.target.replace(/[^A-Za-z0-9._-]{1,100}/g, '_').slice(0, 80)}.${extension}`;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const uri = await window.showSaveDialog({
    title: t('Save Report'),
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, name) }),
    filters: isSession
      ? { 'SMTP Transcript': ['smtp.txt', 'txt'], 'Mail Ticket': ['mailticket'] }
      : { 'Mail Ticket': ['mailticket', 'txt'] },
  });
  if (uri === undefined) return;
  try {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(`${report.lines.join('\n')}\n`));
  } catch (error) {
    await window.showErrorMessage(t('Mail Triage: the report could not be saved: {0}', messageOf(error)));
  }
}

async function copy(history: ProbeHistory): Promise<void> {
  const { report } = history;
  if (report === undefined) return none();
  await env.clipboard.writeText(report.markdown ?? fenced(report.lines));
  window.setStatusBarMessage(t('Copied as Markdown: {0}', inOurs(report.title)), 6000);
}

/** Lines as a block of code, with a fence that none of them holds. */
function fenced(lines: readonly string[]): string {
  const longest = greatest(
    lines.map((line) => /^`{3,1000}/.exec(line)?.[0].length ?? 0),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${plainLines(lines.join('\n'))}\n${fence}\n`;
}

async function none(): Promise<void> {
  await window.showInformationMessage(t('No probe has run in this window yet.'));
}
