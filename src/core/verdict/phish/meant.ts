import { fieldNamed } from '../../mail/header/fields.ts';
import type { Message, Part } from '../../mail/message.ts';

/** The message that a report is about. */
export interface Meant {
  readonly message: Message;
  /** The attachment that it is, where users forwarded what they report. */
  readonly inside?: Part;
  /** An attachment that holds a message under an encoding: it is to be decoded and read by itself. */
  readonly encoded?: Part;
  /** Messages that are attached besides it. */
  readonly others: number;
}

/** Forwards of forwards that are opened. */
const DEEPEST = 5;

/**
 * The message that is meant where the cursor stands in this one: what is attached to a forward or a complaint as a
 * message is what was reported. A bounce is meant itself.
 */
export function meantMessage(message: Message): Meant {
  let meant: Meant = { message, others: 0 };
  for (let depth = 0; depth < DEEPEST; depth++) {
    const { message: at } = meant;
    if (at.report !== undefined) return meant;
    const attached = [...attachedMessages(at.root)];
    const [first] = attached;
    if (first === undefined) return meant;
    const others = meant.others + attached.length - 1;
    if (first.message === undefined) return { ...meant, encoded: first, others };
    meant = { message: first.message, inside: first, others };
  }
  return meant;
}

/** Parts that are messages, read or still encoded; what has neither a sender nor a subject is none. */
function* attachedMessages(part: Part): Iterable<Part> {
  if (part.message !== undefined) {
    const { fields } = part.message;
    const isMessage = fieldNamed(fields, 'from') !== undefined || fieldNamed(fields, 'subject') !== undefined;
    if (isMessage && !/-headers$/.test(part.contentType)) yield part;
    return;
  }
  if (part.parts.length === 0 && isEncodedMessage(part)) yield part;
  for (const child of part.parts) yield* attachedMessages(child);
}

/** Programs put messages into base64, though RFC 2046 5.2.1 forbids it, or attach the file of one. */
const isEncodedMessage = ({ contentType, filename = '', body }: Part): boolean =>
  (/^message\/(?:rfc822|global)$/.test(contentType) || /\.eml$/i.test(filename)) && body.end > body.start;
