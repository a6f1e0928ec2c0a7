import { explainReply } from '../knowledge/explain.ts';
import { atMost, type Explanation } from '../knowledge/explanation.ts';
import type { QuotedReply } from '../smtp/quoted.ts';
import { defined } from '../text/defined.ts';
import type { Prose, Ticket } from '../ticket/ticket.ts';
import type { Cut } from './cut.ts';
import { explainLines } from './explainLines.ts';
import { explained, type Verdict } from './verdict.ts';
import { lineSpan } from './wrappedLines.ts';

/** Verdicts on one piece of prose: a guide full of codes is no ticket. */
const MOST = 20;

/** What the refusals quoted in a person's own words mean. Who said them and where is not known. */
export function verdictsOfProse(ticket: Ticket, prose: Prose): readonly (Verdict | Cut)[] {
  const verdicts = new Map<string, Verdict>();
  const left = new Map<string, QuotedReply>();
  for (const reply of prose.replies) {
    const digit = reply.code === undefined ? Number(reply.enhanced?.[0]) : Math.floor(reply.code / 100);
    if (digit !== 4 && digit !== 5) continue;
    const before = verdicts.get(reply.text);
    if (before !== undefined) verdicts.set(reply.text, { ...before, times: before.times + 1 });
    else if (verdicts.size < MOST) verdicts.set(reply.text, ofReply(reply, digit, explain(ticket, prose, reply)));
    else if (!left.has(reply.text)) left.set(reply.text, reply);
  }
  const [next] = left.values();
  if (next === undefined) return [...verdicts.values()];
  return [...verdicts.values(), { what: 'verdicts', span: { start: next.start, end: next.end }, left: left.size }];
}

function ofReply(reply: QuotedReply, digit: number, explanation: Explanation): Verdict {
  return {
    ...explained(explanation),
    span: { start: reply.start, end: reply.end },
    role: digit === 4 ? 'waiting' : 'cause',
    failed: true,
    confidence: atMost(explanation.confidence, 'medium'),
    reply: [reply.code, reply.enhanced].filter((part) => part !== undefined).join(' '),
    stage: 'quoted',
    recipients: [],
    times: 1,
  };
}

/** The reply together with the words before it and the lines that carry it on, where they tell more than it alone. */
function explain(ticket: Ticket, prose: Prose, { code, enhanced, text, start }: QuotedReply): Explanation {
  const line = ticket.lines.lineOf(start);
  const own = lineSpan(ticket, prose, line);
  const found = own === undefined ? undefined : explainLines(ticket, prose, line, own)?.explained;
  const same = found?.code === code && (enhanced === undefined || found?.enhanced === enhanced);
  if (found !== undefined && same) return found.explanation;
  const facts = {
    text,
    stage: '?' as const,
    ...defined({ code, enhanced }),
  };
  return explainReply(facts);
}
