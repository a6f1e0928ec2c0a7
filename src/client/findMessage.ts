import { Worker } from 'node:worker_threads';
import { commands, type Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { CommandRow } from '../search/node/command.ts';
import type { FindReport, FindRequest } from '../search/node/worker.ts';
import { runCancellable } from './cancellable.ts';
import { openTicket } from './readAsTicket.ts';

const TIMES = [
  { label: l10n.t('Of any time') },
  { label: l10n.t('Of the last 24 hours'), hours: 24 },
  { label: l10n.t('Of the last 7 days'), hours: 7 * 24 },
  { label: l10n.t('Of the last 30 days'), hours: 30 * 24 },
];

/** Looks for the messages with an address, an id or words in logs, and opens what it finds as a ticket. */
export const registerFindMessage = (extensionUri: Uri): Disposable =>
  commands.registerCommand('mailTriage.findMessage', async (given: unknown) => {
    const typed =
      typeof given === 'string' && given !== ''
        ? given
        : await window.showInputBox({
            title: l10n.t('Find Message in Logs'),
            prompt: l10n.t(
              'An address, queue id, Message-ID, host, IP address or subject; several with commas between them: a message must have all.',
            ),
            value: atCursor(),
            validateInput: (text) =>
              needlesOf(text).length === 0 && text.trim() !== '' ? l10n.t('Three characters at least.') : undefined,
          });
    const needles = needlesOf(typed ?? '');
    if (needles.length === 0) return;
    const time = await window.showQuickPick(TIMES, {
      title: l10n.t('Find Message: {0}', needles.join(', ').slice(0, 100)),
    });
    if (time === undefined) return;
    const sources = logSources() ?? (await chooseFiles());
    if (sources === undefined) return;
    const since = time.hours === undefined ? {} : { since: Date.now() - time.hours * 3_600_000 };
    const found = await find(extensionUri, { needles, ...sources, ...since });
    if (found === undefined) return;
    if (found.kind === 'problem') await window.showErrorMessage(`Mail Triage: ${found.text}`);
    else if (found.messages > 0) await openTicket(found.text);
    else await window.showInformationMessage([l10n.t('No message was found.'), ...found.problems].join(' '));
  });

const needlesOf = (typed: string): readonly string[] =>
  typed
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one.length > 2)
    .slice(0, 16);

/** What is selected, else the address, id or name under the cursor. */
function atCursor(): string {
  const editor = window.activeTextEditor;
  if (editor === undefined) return '';
  const { document, selection } = editor;
  if (!selection.isEmpty) return document.getText(selection).split('\n', 1)[0]?.slice(0, 300) ?? '';
  const word = document.getWordRangeAtPosition(selection.active, /[\w.+=@-]{3,250}/);
  return word === undefined ? '' : document.getText(word).replace(/^[.=]{1,9}|[.=]{1,9}$/g, '');
}

type Sources = Pick<FindRequest, 'files' | 'commands'>;

/** The sources of the settings; undefined where none is set. */
function logSources(): Sources | undefined {
  const set: unknown = workspace.getConfiguration('mailTriage').get('logSources');
  const rows: readonly unknown[] = Array.isArray(set) ? set : [];
  const files = rows.filter((row) => typeof row === 'string');
  const programs = rows.filter(isCommand);
  return files.length + programs.length === 0 ? undefined : { files, commands: programs };
}

const isCommand = (row: unknown): row is CommandRow => {
  const { name, command } = (row ?? {}) as Partial<Record<keyof CommandRow, unknown>>;
  return (
    typeof name === 'string' &&
    Array.isArray(command) &&
    command.length > 0 &&
    command.every((word) => typeof word === 'string')
  );
};

async function chooseFiles(): Promise<Sources | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Logs to search (compressed ones, too)'),
    openLabel: l10n.t('Search'),
    canSelectMany: true,
  });
  return chosen && { files: chosen.map(({ fsPath }) => fsPath), commands: [] };
}

/** Searches in a thread of its own: the editor waits for nothing. */
const find = (
  extensionUri: Uri,
  request: FindRequest,
): Promise<Exclude<FindReport, { kind: 'progress' }> | undefined> =>
  runCancellable({
    title: l10n.t('Finding messages in logs'),
    run: (signal, step) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(Uri.joinPath(extensionUri, 'dist/search/main.js').fsPath, { workerData: request });
        signal.addEventListener('abort', () => worker.postMessage('stop'));
        worker.on('message', (report: FindReport) => {
          if (report.kind === 'progress') step(report.text);
          else resolve(report);
        });
        worker.on('error', reject);
        worker.on('exit', () => reject(new Error(l10n.t('the search ended without an answer'))));
      }),
  });
