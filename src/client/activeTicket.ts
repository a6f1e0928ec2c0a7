import { commands, Disposable, type Event, EventEmitter, type TextDocument, type Uri, window, workspace } from 'vscode';
import { type PageParams, pageRequest, type TicketPage, type Verified } from '../protocol/ticket.ts';
import { isOurs } from './languages.ts';
import { isPasted } from './notice/pasted.ts';
import type { ProbeHistory } from './probeHistory.ts';
import type { LanguageServer } from './server.ts';

/** Milliseconds of rest before a changed text is read again. */
const REST = 200;
/** Characters of a large document that are read for the first words of its page, and how long a large one is. */
const BEGINNING = 40_000;
const LARGE = 300_000;
/** Characters of a text that is read before it is a ticket; a longer one is handed over twice for nothing. */
const FORETOLD = 200_000;

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
  /**
   * Reads a text that is about to become a ticket, and tells of it: the editor takes many times longer for a document that
   * gets another language. What is returned is called once it has become one, or has not.
   */
  foretell(document: TextDocument): Promise<() => void>;
}

export function followActiveTicket(server: LanguageServer, history: ProbeHistory): ActiveTicket {
  const changed = new EventEmitter<void>();
  const verified = new Map<string, readonly Verified[]>();
  let uri: Uri | undefined;
  let page: TicketPage | undefined;
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;
  /** The address of the text that is about to become a ticket. */
  let foretold: string | undefined;

  const request = (more: Pick<PageParams, 'most' | 'text'> = {}): Promise<TicketPage | null> => {
    const key = uri?.toString() ?? '';
    const params = { uri: key, probes: history.records, verified: verified.get(key) ?? [], ...more };
    return server.request(pageRequest, params).catch(() => null);
  };
  const ask = async (isLarge = false, text?: string): Promise<void> => {
    const question = ++asked;
    const answers =
      uri === undefined
        ? [null]
        : isLarge
          ? [request({ most: BEGINNING }), request()]
          : [request(text === undefined ? {} : { text })];
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
    const key = document.uri.toString();
    const isShown = key === uri?.toString();
    if (!isOurs(document.languageId)) {
      if (isShown && key !== foretold) forget();
      return;
    }
    if (isShown && key !== foretold) return;
    foretold = undefined;
    if (isShown) {
      // What was told of it stays until the same is told by its address.
      void ask();
      return;
    }
    uri = document.uri;
    // What was found in another document must not stand beside this one.
    page = undefined;
    changed.fire();
    void ask(document.getText().length > LARGE);
  };
  const forget = (): void => {
    foretold = undefined;
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
      const key = document.uri.toString();
      verified.delete(key);
      // A document that gets another language is closed and opened again.
      if (key !== uri?.toString() || key === foretold) return;
      forget();
      look(window.activeTextEditor?.document);
    }),
    history.onDidRun(() => {
      if (uri !== undefined) void ask();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      verified.delete(document.uri.toString());
      const key = document.uri.toString();
      if (key !== uri?.toString() || key === foretold) return;
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
    async foretell(document) {
      const text = document.getText();
      if (isOurs(document.languageId) || text.length > FORETOLD) return () => undefined;
      const key = document.uri.toString();
      [uri, page, foretold] = [document.uri, undefined, key];
      changed.fire();
      await ask(false, text);
      return () => {
        if (foretold === key) forget();
      };
    },
    onDidChange: changed.event,
    dispose: () => registered.dispose(),
  };
}
