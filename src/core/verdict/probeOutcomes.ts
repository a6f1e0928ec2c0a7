import { explainReply } from '../knowledge/explainReply.ts';
import type { Conversation, Reply, SmtpEvent, Transaction } from '../smtp/conversation.ts';
import type { Stage } from '../smtp/verbs.ts';
import { replyFacts } from './replyFacts.ts';
import { explained, type Verdict } from './verdict.ts';

/**
 * What became of each recipient that was refused, and of a message, in the probe of `server` that ended at `failedAt` or
 * got through. What a server says behind the step that ended it is no outcome of its own.
 */
export function outcomesOfProbe(
  text: string,
  server: string,
  { events, sessions }: Conversation,
  failedAt: Stage | undefined,
): readonly Verdict[] {
  if (failedAt === 'MAIL') return [];
  const found: Verdict[] = [];
  for (const session of sessions) {
    const isEach = session.events.some((index) => isCommand(events[index], 'LHLO'));
    for (const transaction of session.transactions) {
      for (const { reply, recipients } of answersIn(transaction, events, isEach, failedAt)) {
        const taken = reply.code < 400;
        found.push({
          ...verdictOfReply(text, reply),
          server,
          sender: transaction.sender,
          recipients,
          times: 1,
          stage: reply.answers,
          role: taken ? 'success' : 'cause',
          failed: !taken,
        });
      }
    }
  }
  return found;
}

interface Outcome {
  readonly reply: Reply;
  readonly recipients: readonly string[];
}

function* answersIn(
  { recipients, events: indices }: Transaction,
  events: readonly SmtpEvent[],
  isEach: boolean,
  failedAt: Stage | undefined,
): Iterable<Outcome> {
  const taken: string[] = [];
  for (const { address, reply: index } of recipients) {
    const reply = events[index ?? -1];
    if (reply?.kind !== 'reply') continue;
    if (isRefusal(reply)) yield { reply, recipients: [address] };
    else if (Math.floor(reply.code / 100) === 2) taken.push(address);
  }
  if (failedAt !== undefined && failedAt !== '(data)' && failedAt !== 'BDAT') return;
  const replies = indices.flatMap((index) => answerToMessage(events, index));
  // With PRDR a 353 is followed by an answer for each recipient and one for all.
  const first = replies[0]?.code === 353 ? 1 : 0;
  for (const [at, reply] of replies.slice(first).entries()) {
    const mine = (isEach || first === 1) && at < taken.length ? [taken[at] as string] : taken;
    const isOfAll = !isEach && (first === 0 || at === taken.length);
    if (isRefusal(reply)) yield { reply, recipients: mine };
    else if (reply.code === 250 && (isEach || isOfAll)) {
      const refused = isOfAll
        ? replies.slice(first, first + at).flatMap((one, i) => (isRefusal(one) ? [taken[i]] : []))
        : [];
      yield { reply, recipients: mine.filter((one) => !refused.includes(one)) };
    }
  }
}

/** A chunk behind which another one follows is no message that is taken (RFC 3030 2). */
function answerToMessage(events: readonly SmtpEvent[], index: number): readonly Reply[] {
  const reply = events[index];
  if (reply?.kind !== 'reply' || (reply.answers !== '(data)' && reply.answers !== 'BDAT')) return [];
  return reply.answers === 'BDAT' && reply.code === 250 && isCommand(events[index + 1], 'BDAT') ? [] : [reply];
}

const isCommand = (event: SmtpEvent | undefined, verb: string): boolean =>
  event?.kind === 'command' && event.verb === verb;

const isRefusal = ({ code }: Reply): boolean => code >= 400 && code < 600;

/** A reply in words, wherever it stands. */
export function verdictOfReply(text: string, reply: Reply) {
  const explanation = explainReply(replyFacts(text, reply));
  const { code, enhanced, start, end, answers } = reply;
  return {
    ...explained(explanation, {
      stage: answers === '?' ? undefined : answers,
      code,
      status: enhanced,
      words: reply.text,
    }),
    span: { start, end },
    confidence: explanation.confidence,
    reply: enhanced === undefined ? String(code) : `${code} ${enhanced}`,
  };
}
