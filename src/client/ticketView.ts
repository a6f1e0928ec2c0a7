import { commands, Disposable, env, Uri, type WebviewView, window } from 'vscode';
import type { PageAction, PageCommand } from '../protocol/ticket.ts';
import type { Beginning, FromTicketView, ToTicketView } from '../protocol/ticketPage.ts';
import type { ActiveTicket } from './activeTicket.ts';
import type { TicketHint } from './notice/ticketHint.ts';
import { t } from './platform/words.ts';
import { openTicket } from './readAsTicket.ts';
import { fillWebview } from './webviewPage.ts';

const VIEW = 'mailTriage.ticket';
/** Milliseconds after which it is said that a document is being read; most are read by then. */
const SOON = 80;

/** What each command of the page is given: a text, a line of the document, what DNS answered, or nothing. */
const ARGUMENTS: Readonly<Record<PageCommand, 'text' | 'line' | 'told' | 'address' | 'none'>> = {
  'mailTriage.check': 'text',
  'mailTriage.probeSmtpServer': 'text',
  'mailTriage.explain': 'text',
  'mailTriage.findMessage': 'text',
  'mailTriage.askAgain': 'told',
  'mailTriage.copyAnswer': 'none',
  'mailTriage.copySenderRequest': 'none',
  'mailTriage.copyIndicators': 'none',
  'mailTriage.verifyAuthentication': 'line',
  'mailTriage.showTimeline': 'line',
  'mailTriage.previewMessage': 'line',
  'mailTriage.showReport': 'line',
  'mailTriage.savePart': 'line',
  open: 'address',
};

const BEGINNINGS: Readonly<Record<Beginning, string>> = {
  clipboard: 'mailTriage.newTicketFromClipboard',
  sample: 'mailTriage.openSample',
  check: 'mailTriage.checkDomain',
  read: 'mailTriage.readAsTicket',
};

/** The ticket at hand on one page. `shown` is told each time the page begins: what is pasted then is read at once. */
export function registerTicketView(
  extensionUri: Uri,
  ticket: ActiveTicket,
  hint: Pick<TicketHint, 'noticed'>,
  shown: () => void = () => undefined,
): Disposable {
  let view: WebviewView | undefined;
  let isReady = false;
  let soon: NodeJS.Timeout | undefined;

  const post = (message: ToTicketView): void => {
    if (isReady) void view?.webview.postMessage(message);
  };
  const show = (): void => {
    const { uri, page } = ticket;
    clearTimeout(soon);
    const file = uri?.path.split('/').at(-1) ?? '';
    if (uri === undefined) post({ type: 'empty' });
    else if (page !== undefined) post({ type: 'show', file, page });
    else soon = setTimeout(() => post({ type: 'reading', file }), SOON);
    if (view === undefined) return;
    const failures = page?.failures ?? 0;
    view.description = file;
    view.badge =
      failures === 0
        ? undefined
        : { value: failures, tooltip: failures === 1 ? t('1 delivery failed') : t('{0} failures', failures) };
  };
  const receive = async (message: FromTicketView): Promise<void> => {
    const { uri } = ticket;
    if (message.type === 'ready') {
      isReady = true;
      show();
      shown();
    } else if (message.type === 'run') {
      if (uri !== undefined) await run(uri, offered(ticket.page, message.action));
    } else if (message.type === 'reveal') {
      if (uri !== undefined && isLine(message.line))
        await commands.executeCommand('mailTriage.revealLine', uri.toString(), message.line);
    } else if (message.type === 'paste') {
      if (typeof message.text === 'string' && message.text.trim() !== '') await openTicket(message.text);
    } else if (Object.hasOwn(BEGINNINGS, message.with)) await commands.executeCommand(BEGINNINGS[message.with]);
  };
  return Disposable.from(
    new Disposable(() => clearTimeout(soon)),
    ticket.onDidChange(show),
    window.registerWebviewViewProvider(VIEW, {
      resolveWebviewView(resolved) {
        view = resolved;
        isReady = false;
        // A hidden page is thrown away; shown again, it starts over and asks.
        resolved.onDidChangeVisibility(() => {
          if (!resolved.visible) isReady = false;
        });
        resolved.onDidDispose(() => {
          if (view === resolved) view = undefined;
        });
        resolved.webview.onDidReceiveMessage((message: FromTicketView) => void receive(message));
        fillWebview(resolved.webview, extensionUri, { name: 'ticket', title: t('Ticket') });
        show();
      },
    }),
    commands.registerCommand('mailTriage.showTicket', async (uri?: unknown, line?: unknown) => {
      if (typeof uri === 'string' && isLine(line)) await commands.executeCommand('mailTriage.revealLine', uri, line);
      // What is only noticed is read first: one step from a pasted text to its page.
      else if (hint.noticed) await commands.executeCommand('mailTriage.readAsTicket');
      await commands.executeCommand(`${VIEW}.focus`);
    }),
  );
}

const isLine = (line: unknown): line is number => Number.isSafeInteger(line) && (line as number) >= 0;

/** The action of a page that is like this one: what a page says is believed in nothing but the choice. */
function offered(page: unknown, chosen: PageAction): PageAction | undefined {
  const wanted = JSON.stringify([chosen?.command, chosen?.argument]);
  const search = (value: unknown): PageAction | undefined => {
    if (typeof value !== 'object' || value === null) return undefined;
    const { command, argument } = value as Partial<PageAction>;
    if (command !== undefined)
      return JSON.stringify([command, argument]) === wanted ? (value as PageAction) : undefined;
    for (const inner of Object.values(value)) {
      const found = search(inner);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(page);
}

async function run(uri: Uri, action: PageAction | undefined): Promise<void> {
  if (action === undefined || !Object.hasOwn(ARGUMENTS, action.command)) return;
  const { command, argument } = action;
  const takes = ARGUMENTS[command];
  if (takes === 'none') await commands.executeCommand(command);
  else if (takes === 'told') await commands.executeCommand(command, argument);
  else if (takes === 'line') {
    if (isLine(argument)) await commands.executeCommand(command, uri.toString(), argument);
  } else if (typeof argument !== 'string') return;
  // The editor asks before it opens an address that the user has not trusted.
  else if (takes === 'address') {
    if (/^https?:\/\//i.test(argument)) await env.openExternal(Uri.parse(argument, true));
  } else if (argument !== '') await commands.executeCommand(command, argument);
}
