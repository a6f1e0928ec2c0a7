import { Worker } from 'node:worker_threads';
import { commands, type Disposable, Range, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { CommandRow } from '../search/node/command.ts';
import type { FindReport, FindRequest } from '../search/node/worker.ts';
import { runCancellable } from './cancellable.ts';
import type { KeptLogins } from './login/keptLogins.ts';
import { t } from './platform/words.ts';
import { openTicket } from './readAsTicket.ts';

const TIMES = [
  { label: t('Of any time') },
  { label: t('Of the last 24 hours'), hours: 24 },
  { label: t('Of the last 7 days'), hours: 7 * 24 },
  { label: t('Of the last 30 days'), hours: 30 * 24 },
];

/** As whose the tokens of engines are kept, beside the passwords of mail servers. */
const TOKEN = 'logs';

/**
 * Looks for the messages with an address, an id or words in logs, and opens what it finds as a ticket, which grows while
 * the search goes on. Given a file, it is what is searched.
 */
export const registerFindMessage = (extensionUri: Uri, logins: KeptLogins): Disposable =>
  commands.registerCommand('mailTriage.findMessage', async (given: unknown, chosen?: unknown) => {
    const needles = await askedFor(given);
    if (needles.length === 0) return;
    const time = await window.showQuickPick(TIMES, {
      title: t('Find Message: {0}', needles.join(', ').slice(0, 100)),
    });
    if (time === undefined) return;
    const sources = filesGiven(given, chosen) ?? logSources() ?? (await chooseFiles());
    if (sources === undefined) return;
    const since = time.hours === undefined ? {} : { since: Date.now() - time.hours * 3_600_000 };
    const request = { needles, ...sources, ...since };
    await show(extensionUri, logins, request);
  });

async function show(extensionUri: Uri, logins: KeptLogins, request: FindRequest): Promise<void> {
  const ticket = growing();
  const tokens = await tokensOf(request.files, logins);
  const found = await find(extensionUri, { ...request, tokens }, ticket.set);
  if (found === undefined) return;
  if (found.kind === 'problem') await window.showErrorMessage(`Mail Triage: ${found.text}`);
  else if (found.messages > 0 || ticket.isOpen()) await ticket.set(found.text);
  const problems = found.kind === 'found' ? found.problems : [];
  const refused = hostsOf(request.files).find((host) =>
    problems.some((problem) => problem.startsWith(`${host} answers 401`) || problem.startsWith(`${host} answers 403`)),
  );
  if (refused !== undefined) {
    if (await keepToken(refused, logins)) await show(extensionUri, logins, request);
  } else if (found.kind === 'found' && found.messages === 0)
    await window.showInformationMessage([t('No message was found.'), ...problems].join(' '));
}

/** The hosts of engines that may want a token. */
const hostsOf = (files: readonly string[]): readonly string[] =>
  files.flatMap((word) => {
    const address = /^(?:loki|elasticsearch|opensearch):(https?:.*)$/.exec(word)?.[1];
    return address !== undefined && URL.canParse(address) ? [new URL(address).host] : [];
  });

async function tokensOf(files: readonly string[], logins: KeptLogins): Promise<Readonly<Record<string, string>>> {
  const tokens: Record<string, string> = {};
  for (const host of hostsOf(files)) {
    const token = await logins.get(host, TOKEN);
    if (token !== undefined) tokens[host] = token;
  }
  return tokens;
}

/** Asks for the token of an engine that refused; false where none is given. */
async function keepToken(host: string, logins: KeptLogins): Promise<boolean> {
  const token = await window.showInputBox({
    title: t('Token for {0}', host),
    prompt: t('An API key, a token, or name:password. It is kept in the secret storage of VS Code.'),
    password: true,
    ignoreFocusOut: true,
  });
  if (token === undefined || token === '') return false;
  await logins.keep(host, TOKEN, token);
  return true;
}

/** A ticket that is opened with its first text, and then has others in its place, as long as it is open and nobody typed in it. */
function growing(): { set(text: string): Promise<void>; isOpen(): boolean } {
  let document: TextDocument | undefined;
  let written = '';
  let last = Promise.resolve();
  const isOurs = (one: TextDocument | undefined): one is TextDocument => one?.isClosed === false;
  const put = async (text: string): Promise<void> => {
    if (!isOurs(document) || document.getText() !== written) document = await openTicket(text);
    else {
      const edit = new WorkspaceEdit();
      edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
      await workspace.applyEdit(edit);
    }
    written = document.getText();
  };
  return {
    set: (text) => {
      last = last.then(() => put(text));
      return last;
    },
    isOpen: () => isOurs(document),
  };
}

/** What is looked for: what was given, else what is typed. */
async function askedFor(given: unknown): Promise<readonly string[]> {
  const typed =
    typeof given === 'string' && given !== ''
      ? given
      : await window.showInputBox({
          title: t('Find Message in Logs'),
          prompt: t(
            'An address, queue id, Message-ID, host, IP address or subject; several with commas between them: a message must have all.',
          ),
          value: given instanceof Uri ? '' : atCursor(),
          validateInput: (text) =>
            needlesOf(text).length === 0 && text.trim() !== '' ? t('Three characters at least.') : undefined,
        });
  return needlesOf(typed ?? '');
}

/** Files that were chosen in the explorer; VS Code gives the one under the pointer, and all that are selected. */
function filesGiven(given: unknown, chosen: unknown): Sources | undefined {
  if (!(given instanceof Uri)) return undefined;
  const all = Array.isArray(chosen) && chosen.length > 0 ? chosen : [given];
  return { files: all.filter((one) => one instanceof Uri).map(({ fsPath }) => fsPath), commands: [] };
}

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
  if (!selection.isEmpty) return (document.getText(selection).split('\n', 1)[0] as string).slice(0, 300);
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
    title: t('Logs to search (compressed ones, too)'),
    openLabel: t('Search'),
    canSelectMany: true,
  });
  return chosen && { files: chosen.map(({ fsPath }) => fsPath), commands: [] };
}

/** Searches in a thread of its own: the editor waits for nothing. */
const find = (
  extensionUri: Uri,
  request: FindRequest,
  soFar: (text: string) => unknown,
): Promise<Exclude<FindReport, { kind: 'progress' | 'soFar' }> | undefined> =>
  runCancellable({
    title: t('Finding messages in logs'),
    run: (signal, step) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(Uri.joinPath(extensionUri, 'dist/search/main.js').fsPath, { workerData: request });
        signal.addEventListener('abort', () => worker.postMessage('stop'));
        worker.on('message', (report: FindReport) => {
          if (report.kind === 'progress')
            step(t('{0} MB read in pass {1}, {2} lines found', report.megabytes, report.pass, report.lines));
          else if (report.kind === 'soFar') soFar(report.text);
          else resolve(report);
        });
        worker.on('error', reject);
        worker.on('exit', () => reject(new Error(t('the search ended without an answer'))));
      }),
  });
