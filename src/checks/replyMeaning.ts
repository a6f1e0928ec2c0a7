import { explainReply } from '../core/knowledge/explainReply.ts';
import { findIn } from '../core/knowledge/found/replyFound.ts';
import { retryAfter } from '../core/knowledge/found/retryAfter.ts';
import { lastLineOf } from '../core/knowledge/lastLine.ts';
import { sourceWords } from '../core/knowledge/sources.ts';
import { readReplyLine } from '../core/smtp/grammar.ts';
import { defined } from '../core/text/defined.ts';
import type { ReplyMeaning } from '../probes/smtp/flows/outcome.ts';

/** What a reply to `verb` means: the same that the reader says of it in a transcript. */
export function replyMeaning(verb: string, lines: readonly string[]): ReplyMeaning {
  const read = lines.map((line) => ({ line, ...readReplyLine(line) }));
  const code = read[0]?.code ?? 0;
  const enhanced = read.find((one) => one.enhanced !== undefined)?.enhanced;
  const text = read.map(({ line, textStart = 0 }) => line.slice(textStart)).join('\n');
  const stage = STAGES.find((one) => one === verb) ?? '?';
  const lastLine = read.length > 1 ? lastLineOf(lines.slice(-2).join('\n')) : undefined;
  const { reason, meaning, actor, next, source, basis, confidence } = explainReply({
    code,
    text,
    stage,
    ...defined({ enhanced, lastLine }),
  });
  const again = code >= 400 && code < 500 ? againIn(reason, findIn(text, false).wait) : undefined;
  return {
    reason,
    meaning,
    sure: confidence !== 'low' && !['reply-code', 'class', 'nearest'].includes(basis),
    actor,
    next: next.map((step) => (step.by === 'nobody' ? step.text : `(${step.by}) ${step.text}`)),
    source: sourceWords(source),
    ...defined({ again }),
  };
}

const STAGES = ['MAIL', 'RCPT', 'EHLO', 'HELO', 'RSET', 'VRFY', 'EXPN'] as const;

function againIn(reason: string, wait: string | undefined): ReplyMeaning['again'] {
  const { seconds, named } = retryAfter(reason, wait);
  return { minutes: Math.ceil(seconds / 60), said: named };
}
