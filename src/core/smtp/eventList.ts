import type { Span } from '../text/span.ts';
import type { Connection, Draft, SessionDraft } from './connection.ts';
import type { Conversation, Note, SmtpEvent } from './conversation.ts';
import { concludeTransaction } from './transaction.ts';

/** The events of a conversation as they come, in their sessions and transactions. */
export class EventList {
  readonly events: SmtpEvent[] = [];
  readonly sessions: SessionDraft[] = [];
  readonly notes: Note[] = [];

  push({ session: number, transaction, secured }: Connection, event: Draft<SmtpEvent>): void {
    if (secured) event.tls ??= true;
    const index = this.events.push(event) - 1;
    const session = this.sessions[number] as SessionDraft;
    session.events.push(index);
    if (event.end > session.end) session.end = event.end;
    if (transaction === undefined) return;
    transaction.events.push(index);
    if (event.end > transaction.end) transaction.end = event.end;
  }

  /** An event goes on: so do the session and the transaction that it is the last of. */
  grow({ session: number, transaction }: Connection, event: Draft<SmtpEvent>, end: number): void {
    if (end > event.end) event.end = end;
    const session = this.sessions[number] as SessionDraft;
    if (end > session.end) session.end = end;
    if (transaction !== undefined && end > transaction.end) transaction.end = end;
  }

  finish(dialect: Conversation['dialect'], span: Span): Conversation {
    for (const session of this.sessions) {
      for (const transaction of session.transactions) concludeTransaction(transaction, this.events);
    }
    return {
      kind: 'conversation',
      start: span.start,
      end: span.end,
      dialect,
      events: this.events,
      sessions: this.sessions,
      notes: this.notes,
    };
  }
}
