import { commands, Disposable, type Event, EventEmitter, type TextDocument, type Uri, window, workspace } from 'vscode';
import { pageRequest, type TicketPage, type Verified } from '../protocol/ticket.ts';
import { isOurs } from './languages.ts';
import { isPasted } from './notice/pasted.ts';
import type { ProbeHistory } from './probeHistory.ts';
import type { LanguageServer } from './server.ts';

/** Milliseconds of rest before a changed text is read again. */
const REST = 200;
/** Characters of a large document that are read for the first words of its page, and how long a large one is. */
const BEGINNING = 40_000;
const LARGE = 300_000;

/** What menus and keys go by. */
const HELD = [
  ['mailTriage.hasMessage', 'message'],
  ['mailTriage.hasSession', 'conversation'],
] as const;

/** The ticket that the user looks at, or looked at last while it is still open. */
export interface ActiveTicket extends Disposable {
  readonly uri: Uri | undefined;
  /** Undefined while it is being read. */
  readonly page: TicketPage | undefined;
  readonly onDidChange: Event<void>;
  /** Tells what verifying a message of the document found; it holds until the document changes. */
  verified(uri: Uri, found: readonly Verified[]): void;
}

export function followActiveTicket(server: LanguageServer, history: ProbeHistory): ActiveTicket {
  const changed = new EventEmitter<void>();
  const verified = new Map<string, readonly Verified[]>();
  let uri: Uri | undefined;
  let page: TicketPage | undefined;
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;

  const request = (most?: number): Promise<TicketPage | null> => {
    const key = uri?.toString() ?? '';
    const params = { uri: key, probes: history.records, verified: verified.get(key) ?? [] };
    return server.request(pageRequest, most === undefined ? params : { ...params, most }).catch(() => null);
  };
  const ask = async (isLarge = false): Promise<void> => {
    const question = ++asked;
    const answers = uri === undefined ? [null] : isLarge ? [request(BEGINNING), request()] : [request()];
    for (const answer of answers) {
      const answered = (await answer) ?? undefined;
      // A later question overtakes an earlier one.
      if (question !== asked) return;
      page = answered;
      // Keys of the page itself know nothing of the document that it is about.
      void commands.executeCommand('setContext', 'mailTriage.hasTicket', page?.happened !== undefined);
      for (const [key, kind] of HELD) {
        const isHeld = page?.parts.some((part) => part.kind === kind) ?? false;
        void commands.executeCommand('setContext', key, isHeld);
      }
      changed.fire();
    }
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
    page = undefined;
    changed.fire();
    void ask(document.getText().length > LARGE);
  };
  const forget = (): void => {
    uri = undefined;
    page = undefined;
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
      verified.delete(document.uri.toString());
      if (document.uri.toString() !== uri?.toString()) return;
      forget();
      look(window.activeTextEditor?.document);
    }),
    history.onDidRun(() => {
      if (uri !== undefined) void ask();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      verified.delete(document.uri.toString());
      if (document.uri.toString() !== uri?.toString()) return;
      clearTimeout(timer);
      if (isPasted(contentChanges)) void ask();
      else timer = setTimeout(() => void ask(), REST);
    }),
  );
  return {
    get uri() {
      return uri;
    },
    get page() {
      return page;
    },
    verified(of, found) {
      verified.set(of.toString(), found);
      if (of.toString() === uri?.toString()) void ask();
    },
    onDidChange: changed.event,
    dispose: () => registered.dispose(),
  };
}
