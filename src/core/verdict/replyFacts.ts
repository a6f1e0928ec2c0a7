import type { ReplyFacts } from '../knowledge/explainReply.ts';
import { lastLineOf } from '../knowledge/lastLine.ts';
import type { Reply } from '../smtp/conversation.ts';
import { defined } from '../text/defined.ts';
import { spanText } from '../text/span.ts';

/** What of a reply in a conversation is explained; of several lines the last one carries its status (RFC 5321 4.2.1). */
export function replyFacts(text: string, { code, enhanced, answers, parts, text: words }: Reply): ReplyFacts {
  const lines = parts.length > 1 ? parts.slice(-2).map((part) => spanText(text, part).trim()) : [];
  const lastLine = lines.length > 1 ? lastLineOf(lines.join('\n')) : undefined;
  return { code, text: words, stage: answers, ...defined({ enhanced, lastLine }) };
}
