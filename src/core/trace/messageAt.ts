import type { Message, Part } from '../mail/message.ts';

/**
 * The innermost message with hops at an offset; where there is none, the nearest before it, else the first of the
 * document that has hops, else its first. Messages are in the order of the text.
 */
export function messageAt(messages: readonly Message[], offset: number | undefined): Message | undefined {
  const first = messages.find(({ hops }) => hops.length > 0) ?? messages[0];
  if (offset === undefined) return first;
  const near = messages.findLast(({ start, hops }) => start <= offset && hops.length > 0);
  return near === undefined ? first : (nestedAt(near.root, offset) ?? near);
}

/** A message inside the message, as a bounce returns one. */
function nestedAt({ message, parts }: Part, offset: number): Message | undefined {
  if (message !== undefined && message.start <= offset && offset < message.end) {
    const inner = nestedAt(message.root, offset);
    if (inner !== undefined) return inner;
    return message.hops.length > 0 ? message : undefined;
  }
  for (const part of parts) {
    const found = part.start <= offset && offset < part.end ? nestedAt(part, offset) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
