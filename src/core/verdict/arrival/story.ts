import type { Message } from '../../mail/message.ts';
import { traceMessage } from '../../trace/messageTrace.ts';
import { type HowLong, howLongOf } from './howLong.ts';
import type { Told } from './told.ts';
import { type Kind, kindsOf } from './what.ts';
import { type Where, whereOf } from './where.ts';
import { type Who, whoOf } from './who.ts';
import { whyOf } from './why.ts';

/** What a message that arrived tells of itself, in the order in which the reader of a ticket asks. */
export interface MessageStory {
  /** Into which folder it went and what put it there, as far as the header says. */
  readonly where: Where;
  /** What the filters held against it or in its favour, the heaviest first. */
  readonly why: readonly Told[];
  /** From whom it really is. */
  readonly who: Who;
  /** How long it took, where it waited, and which clocks are off. */
  readonly howLong: HowLong;
  /** What kind of message it is; several where several are true. */
  readonly what: readonly Kind[];
}

/** Tells the story of a message by its header alone. */
export function storyOf(message: Message): MessageStory {
  const why = whyOf(message);
  const trace = traceMessage(message);
  return {
    where: whereOf(
      message,
      why.some(({ against }) => against === true),
    ),
    why,
    who: whoOf(message, trace),
    howLong: howLongOf(message, trace),
    what: kindsOf(message),
  };
}
