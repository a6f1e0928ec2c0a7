import type { Conversation, Note, Session, SmtpEvent } from '../smtp/conversation.ts';
import type { Span } from '../text/span.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * A conversation that can be moved in its text at no cost: its own ends move at once, the spans in it when somebody
 * asks for them. A text may hold very many conversations, and a keystroke moves all that stand behind it.
 */
export class PlacedConversation implements Conversation {
  readonly kind = 'conversation';
  readonly dialect: Conversation['dialect'];
  start: number;
  end: number;
  readonly #inner: Conversation;
  /** By how much the spans in it are still to be moved. */
  #pending = 0;

  constructor(conversation: Conversation) {
    this.#inner = conversation;
    this.dialect = conversation.dialect;
    this.start = conversation.start;
    this.end = conversation.end;
  }

  get events(): readonly SmtpEvent[] {
    return this.#settled().events;
  }

  get sessions(): readonly Session[] {
    return this.#settled().sessions;
  }

  get notes(): readonly Note[] {
    return this.#settled().notes;
  }

  move(delta: number): void {
    this.start += delta;
    this.end += delta;
    this.#pending += delta;
  }

  toJSON(): Conversation {
    const { kind, dialect, start, end, events, sessions, notes } = this;
    return { kind, dialect, start, end, events, sessions, notes };
  }

  #settled(): Conversation {
    if (this.#pending !== 0) {
      moveSpans(this.#inner, this.#pending);
      this.#pending = 0;
    }
    return this.#inner;
  }
}

function move(span: Span, delta: number): void {
  (span as Mutable<Span>).start += delta;
  (span as Mutable<Span>).end += delta;
}

function moveSpans(conversation: Conversation, delta: number): void {
  for (const note of conversation.notes) move(note, delta);
  for (const session of conversation.sessions) {
    move(session, delta);
    for (const transaction of session.transactions) move(transaction, delta);
  }
  for (const event of conversation.events) {
    move(event, delta);
    if (event.kind === 'reply') {
      move(event.codeSpan, delta);
      if (event.enhancedSpan !== undefined) move(event.enhancedSpan, delta);
      for (const part of event.parts) move(part, delta);
    } else if (event.kind === 'command') {
      move(event.verbSpan, delta);
      move(event.argument, delta);
    }
  }
}
