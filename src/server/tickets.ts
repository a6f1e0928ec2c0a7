import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Change } from '../core/ticket/change.ts';
import { hasClosedReports, type ReportOpener, withOpenedReports } from '../core/ticket/openedReports.ts';
import { readTicket } from '../core/ticket/readTicket.ts';
import type { Ticket } from '../core/ticket/ticket.ts';
import { updateTicket } from '../core/ticket/update.ts';

interface Entry {
  readonly languageId: string;
  version: number;
  ticket: Ticket;
  /** What changed since the ticket was read, as one change. */
  pending: Change | undefined;
}

const loadOpener = async (): Promise<ReportOpener> => (await import('../message/main.ts')).openAggregate;

/** The tickets of the open documents: each is read once, and after a change only where it changed. */
export class Tickets {
  readonly #entries = new Map<string, Entry>();
  #open: ReportOpener | undefined;
  #opening: Promise<void> | undefined;
  readonly #load: () => Promise<ReportOpener>;

  /** `load` loads what opens attached reports. */
  constructor(load: () => Promise<ReportOpener> = loadOpener) {
    this.#load = load;
  }

  /**
   * Loads what opens attached reports, where a document has some that are closed; undefined where nothing is to be
   * waited for. Without it they stay closed.
   */
  opening(document: TextDocument): Promise<void> | undefined {
    if (this.#open !== undefined || !hasClosedReports(this.get(document))) return undefined;
    this.#opening ??= this.#load().then((open) => {
      this.#open = open;
    });
    return this.#opening;
  }

  /** The ticket of a document as it stands. Whoever asks must not keep it beyond the next change. */
  get(document: TextDocument): Ticket {
    const ticket = this.#read(document);
    const entry = this.#entries.get(document.uri);
    if (this.#open === undefined || entry === undefined || !hasClosedReports(ticket)) return ticket;
    entry.ticket = withOpenedReports(ticket, this.#open);
    return entry.ticket;
  }

  #read(document: TextDocument): Ticket {
    const start = document.languageId === 'eml' ? 'message' : 'anywhere';
    const known = this.#entries.get(document.uri);
    if (known?.languageId !== document.languageId) {
      const ticket = readTicket(document.getText(), start);
      const entry = { languageId: document.languageId, version: document.version, ticket, pending: undefined };
      this.#entries.set(document.uri, entry);
      return ticket;
    }
    if (known.version !== document.version) {
      const { pending } = known;
      known.pending = undefined;
      known.version = document.version;
      known.ticket =
        pending === undefined
          ? readTicket(document.getText(), start)
          : updateTicket(known.ticket, document.getText(), pending);
    }
    return known.ticket;
  }

  /** Applies the editor's changes to a document and notes where they are. */
  change(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    let changed = document;
    for (const change of changes) {
      const entry = this.#entries.get(document.uri);
      if (entry !== undefined && 'range' in change) {
        const start = changed.offsetAt(change.range.start);
        const removed = Math.max(0, changed.offsetAt(change.range.end) - start);
        entry.pending = joined(entry.pending, { start, removed, added: change.text.length });
      } else {
        this.#entries.delete(document.uri);
      }
      changed = TextDocument.update(changed, [change], version);
    }
    return changed;
  }

  forget(uri: string): void {
    this.#entries.delete(uri);
  }
}

/** Two changes, the second of the text that the first gave, as one that covers both. */
export function joined(first: Change | undefined, second: Change): Change {
  if (first === undefined) return second;
  const firstEnd = first.start + first.added;
  const secondEnd = second.start + second.removed;
  const start = Math.min(first.start, second.start);
  const end = Math.max(firstEnd, secondEnd);
  return {
    start,
    removed: first.removed + (end - firstEnd) + (first.start - start),
    added: end - start - second.removed + second.added,
  };
}
