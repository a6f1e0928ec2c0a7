import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readTicket } from '../core/ticket/read.ts';
import type { Ticket } from '../core/ticket/ticket.ts';

interface Entry {
  readonly version: number;
  readonly languageId: string;
  readonly ticket: Ticket;
}

/** Reads each version of a document once. */
export class Tickets {
  readonly #entries = new Map<string, Entry>();

  get(document: TextDocument): Ticket {
    const known = this.#entries.get(document.uri);
    if (known?.version === document.version && known.languageId === document.languageId) return known.ticket;
    const ticket = readTicket(document.getText(), document.languageId === 'eml' ? 'message' : 'anywhere');
    this.#entries.set(document.uri, { version: document.version, languageId: document.languageId, ticket });
    return ticket;
  }

  forget(uri: string): void {
    this.#entries.delete(uri);
  }
}
