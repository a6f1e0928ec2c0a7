import { explainReply } from '../knowledge/explain.ts';
import type { QuotedReply } from '../smtp/quoted.ts';
import { firstEndingBehind, touches } from '../text/span.ts';
import { explanationMarkdown } from './explanationMarkdown.ts';
import type { HoverText } from './hoverText.ts';

/** The reply quoted under the cursor, explained. */
export function quotedHover(replies: readonly QuotedReply[], offset: number): HoverText | undefined {
  const reply = replies[firstEndingBehind(replies, offset - 1)];
  if (reply === undefined || !touches(reply, offset)) return undefined;
  const explanation = explainReply({
    text: reply.text,
    stage: '?',
    ...(reply.code !== undefined && { code: reply.code }),
    ...(reply.enhanced !== undefined && { enhanced: reply.enhanced }),
  });
  const codes = [reply.code, reply.enhanced].filter((part) => part !== undefined).join(' ');
  return { span: reply, markdown: explanationMarkdown({ codes, stage: '?', raw: reply.text, explanation }) };
}
