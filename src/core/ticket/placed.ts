import type { Conversation, Note, Session, SmtpEvent } from '../smtp/conversation.ts';
import type { FoundConversation, Holds } from '../smtp/gaps.ts';
import type { ReportedProbe } from '../smtp/probe/probeReport.ts';
import { readConversation } from '../smtp/readConversations.ts';
import { defined } from '../text/defined.ts';
import type { Lines } from '../text/lines.ts';
import { type TreeHolder, treesOf } from './trees.ts';

/**
 * A conversation that knows where it stands; what was said in it is read from the text when somebody asks, and
 * forgotten again when others are asked for. A text may hold very many conversations, and a keystroke moves all that
 * stand behind it.
 */
export class PlacedConversation implements Conversation, TreeHolder {
  readonly dialect: Conversation['dialect'];
  start: number;
  end: number;
  /** What is known of it unread. */
  readonly holds: Holds;
  #lines: Lines;
  #tree: Conversation | undefined;
  /** What was made of the tree, and by whom. */
  #maker: unknown;
  #made: unknown;

  constructor(lines: Lines, { dialect, span, holds }: FoundConversation) {
    this.#lines = lines;
    this.dialect = dialect;
    this.start = span.start;
    this.end = span.end;
    this.holds = holds;
  }

  get kind(): 'conversation' {
    return 'conversation';
  }

  get events(): readonly SmtpEvent[] {
    return (this.#tree ?? this.#read()).events;
  }

  get sessions(): readonly Session[] {
    return (this.#tree ?? this.#read()).sessions;
  }

  get notes(): readonly Note[] {
    if (!this.holds.notes) return NONE;
    return (this.#tree ?? this.#read()).notes;
  }

  get probe(): ReportedProbe | undefined {
    return this.dialect === 'probe' ? (this.#tree ?? this.#read()).probe : undefined;
  }

  /** The text was changed around it. */
  follow(lines: Lines, delta: number): void {
    this.#lines = lines;
    this.start += delta;
    this.end += delta;
    this.forget();
  }

  forget(): void {
    this.#tree = undefined;
    this.#maker = undefined;
    this.#made = undefined;
  }

  /** What `make` makes of what was said, made once as long as the tree is kept; one maker at a time. */
  made<T>(make: (text: string, conversation: Conversation) => T): T {
    if (this.#maker !== make) {
      this.#made = make(this.#lines.text, this);
      this.#maker = make;
    }
    return this.#made as T;
  }

  toJSON(): Conversation {
    const { kind, dialect, start, end, events, sessions, notes, probe } = this;
    return { kind, dialect, start, end, events, sessions, notes, ...defined({ probe }) };
  }

  #read(): Conversation {
    const { dialect, start, end } = this;
    const lines = this.#lines;
    const found = readConversation(lines, lines.lineOf(start), lines.count);
    const nothing = { kind: 'conversation', dialect, start, end, events: [], sessions: [], notes: [] } as const;
    const tree = found?.conversation ?? nothing;
    this.#tree = tree;
    treesOf(lines).keep(this, end - start);
    return tree;
  }
}

const NONE: readonly never[] = [];

/** Whether a conversation may hold such things; of one that was only placed it is known unread. */
export const mayHold = (conversation: Conversation, what: keyof Holds): boolean =>
  !(conversation instanceof PlacedConversation) || conversation.holds[what];
