import { noticePart } from '../mail/bounces/evidence.ts';
import type { Message } from '../mail/message.ts';
import type { Conversation } from '../smtp/conversation.ts';
import { readConversation } from '../smtp/readConversations.ts';
import type { Lines } from '../text/lines.ts';

/** Lines of a message that are looked at. */
const MOST = 400;
/** Characters of it. */
const LONGEST = 64 * 1024;

/** The session that a notice to the postmaster quotes in its text, where it does. */
export function transcriptIn(lines: Lines, message: Message): Conversation | undefined {
  const part = noticePart(message.root);
  if (part === undefined || part.body.end <= part.body.start) return undefined;
  const first = lines.lineOf(part.body.start);
  const end = Math.min(lines.lineOf(Math.min(part.body.end - 1, part.body.start + LONGEST)) + 1, first + MOST);
  for (let line = first; line < end; line++) {
    if (!HEADING.test(lines.text.slice(lines.start(line), lines.start(line) + 80))) continue;
    for (let next = line + 1; next < Math.min(end, line + 4); next++) {
      const found = readConversation(lines, next, end);
      if (found !== undefined) return found.conversation;
    }
  }
  return undefined;
}

const HEADING = /^[\s-]{0,10}Transcript of session follows/i;
