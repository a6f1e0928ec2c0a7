import type { Lookup } from '../dns/lookup.ts';
import type { Log } from '../log/log.ts';
import type { Message } from '../mail/message.ts';
import type { FoundReply } from '../replies/foundReply.ts';
import type { Conversation } from '../smtp/conversation.ts';
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** Text that is none of the other blocks, and the replies quoted in it. */
export interface Prose extends Span {
  readonly kind: 'prose';
  readonly replies: readonly FoundReply[];
}

/** Where reading starts: in the header of a message, or in anything. */
export type Start = 'message' | 'anywhere';

export type Block = Conversation | Message | Lookup | Log | Prose;

/** A text taken apart: the blocks cover it, in order, without gap or overlap. */
export interface Ticket {
  readonly text: string;
  readonly start: Start;
  readonly lines: Lines;
  readonly blocks: readonly Block[];
}
