import type { Message, Part } from '../mail/message.ts';

/**
 * The innermost message with hops at an offset; where there is none, the nearest before it, else the first of the
 * document that has hops, else its first. Messages are in the order of the text.
 */
export function messageAt(messages: readonly Message[], offset: number | undefined): Message | undefined {
  const first = messages.find(({ hops }) => hops.length > 0) ?? messages[0];
  if (offset === undefined) return first;
  const near = messages.findLast(({ start, hops }) => start <= offset && hops.length > 0);
  return near === undefined ? first : (nestedAt(near, offset) ?? near);
}

/** A message with hops inside the message, as a bounce returns one: in a part, or in the text of the bounce itself. */
function nestedAt({ root, report }: Message, offset: number): Message | undefined {
  return innermost(report?.returned, offset) ?? inPart(root, offset);
}

function innermost(message: Message | undefined, offset: number): Message | undefined {
  if (message === undefined || message.start > offset || offset >= message.end) return undefined;
  return nestedAt(message, offset) ?? (message.hops.length > 0 ? message : undefined);
}

function inPart({ message, parts }: Part, offset: number): Message | undefined {
  const found = innermost(message, offset);
  if (found !== undefined) return found;
  const part = parts.find(({ start, end }) => start <= offset && offset < end);
  return part && inPart(part, offset);
}
