import { commands, Disposable, type Event, EventEmitter, type TextDocument, type Uri, window, workspace } from 'vscode';
import { summaryRequest, type TicketSummary } from '../protocol/ticket.ts';
import { isOurs } from './languages.ts';
import type { LanguageServer } from './server.ts';

/** Milliseconds of rest before a changed text is summed up again. */
const REST = 300;

/** The ticket that the user looks at, or looked at last while it is still open. */
export interface ActiveTicket extends Disposable {
  readonly uri: Uri | undefined;
  readonly summary: TicketSummary | undefined;
  readonly onDidChange: Event<void>;
}

export function followActiveTicket(server: LanguageServer): ActiveTicket {
  const changed = new EventEmitter<void>();
  let uri: Uri | undefined;
  let summary: TicketSummary | undefined;
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;

  const ask = async (): Promise<void> => {
    const question = ++asked;
    const answer = uri && (await server.request(summaryRequest, { uri: uri.toString() }).catch(() => null));
    // A later question overtakes an earlier one.
    if (question !== asked) return;
    summary = answer ?? undefined;
    const message = summary?.parts.some(({ kind }) => kind === 'message') ?? false;
    void commands.executeCommand('setContext', 'mailTriage.hasMessage', message);
    changed.fire();
  };
  const look = (document: TextDocument | undefined): void => {
    // The output of a probe is looked at beside a ticket, not instead of it.
    if (document === undefined || document.uri.scheme === 'output') return;
    if (!isOurs(document.languageId)) {
      if (document.uri.toString() === uri?.toString()) forget();
      return;
    }
    if (document.uri.toString() === uri?.toString()) return;
    uri = document.uri;
    // What was found in another document must not stand beside this one.
    summary = undefined;
    void ask();
  };
  const forget = (): void => {
    uri = undefined;
    void ask();
  };
  look(window.activeTextEditor?.document);
  const registered = Disposable.from(
    changed,
    new Disposable(() => clearTimeout(timer)),
    window.onDidChangeActiveTextEditor((editor) => look(editor?.document)),
    workspace.onDidOpenTextDocument((document) => {
      if (document === window.activeTextEditor?.document) look(document);
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (document.uri.toString() !== uri?.toString()) return;
      forget();
      look(window.activeTextEditor?.document);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() !== uri?.toString()) return;
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), REST);
    }),
  );
  return {
    get uri() {
      return uri;
    },
    get summary() {
      return summary;
    },
    onDidChange: changed.event,
    dispose: () => registered.dispose(),
  };
}
