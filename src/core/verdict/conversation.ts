import { explainReply, explainText } from '../knowledge/explain.ts';
import type { Conversation, Reply, Session, Transaction } from '../smtp/conversation.ts';
import { ReplyRoles } from './replyRoles.ts';
import { explained, inOrder, type Verdict } from './verdict.ts';

/** Characters of a tool's own words that are looked at. */
const NOTE = 500;

/** What happened in each session: what was refused and why, what followed from it, what was taken. */
export function verdictsOfConversation(text: string, conversation: Conversation): readonly Verdict[] {
  const { events, sessions } = conversation;
  const roles = new ReplyRoles(events, sessions);
  const verdicts: Verdict[] = [];
  for (const event of events) {
    if (event.kind !== 'reply') continue;
    const transaction = roles.next(event);
    if (event.code >= 400 && event.code < 600) {
      const recipient = event.answers === 'RCPT' ? roles.recipientOf(event, transaction) : undefined;
      const role = roles.roleOf(event, transaction);
      const recipients = recipient !== undefined ? [recipient] : affected(event, transaction);
      verdicts.push({ ...ofReply(event, sessions[event.session], transaction, recipients), role, failed: fails(role) });
    } else if (isAcceptance(event)) {
      const recipients = transaction === undefined ? [] : roles.accepted(transaction);
      const said = ofReply(event, sessions[event.session], transaction, recipients);
      verdicts.push({ ...said, role: 'success', failed: false });
    }
  }
  if (!verdicts.some(({ role }) => role !== 'recovered')) verdicts.push(...ofNotes(text, conversation));
  return inOrder(verdicts);
}

const fails = (role: Verdict['role']): boolean => role === 'cause' || role === 'consequence' || role === 'waiting';

/** The server has taken responsibility for the message (RFC 5321 6.1). */
const isAcceptance = (reply: Reply): boolean =>
  Math.floor(reply.code / 100) === 2 &&
  (reply.answers === '(data)' || (reply.answers === 'BDAT' && /queued|accepted/i.test(reply.text)));

/** A refusal of sender or message concerns all recipients that were named so far. */
const affected = (reply: Reply, transaction: Transaction | undefined): readonly string[] =>
  reply.answers === '(data)' || reply.answers === 'DATA' || reply.answers === 'BDAT'
    ? (transaction?.recipients.map(({ address }) => address) ?? [])
    : [];

function ofReply(
  reply: Reply,
  session: Session | undefined,
  transaction: Transaction | undefined,
  recipients: readonly string[],
): Omit<Verdict, 'role' | 'failed'> {
  const explanation = explainReply({
    code: reply.code,
    text: reply.text,
    stage: reply.answers,
    ...(reply.enhanced !== undefined && { enhanced: reply.enhanced }),
  });
  const marked = reply.certainty === 'marked';
  return {
    ...explained(explanation),
    span: { start: reply.start, end: reply.end },
    confidence: explanation.specific ? (marked ? 'high' : 'medium') : marked ? 'medium' : 'low',
    reply: reply.enhanced === undefined ? String(reply.code) : `${reply.code} ${reply.enhanced}`,
    stage: reply.answers,
    ...(session?.server !== undefined && { server: session.server }),
    ...(transaction !== undefined && { sender: transaction.sender }),
    recipients,
    times: 1,
  };
}

/** What the tool itself says where no server refused anything: no connection, no TLS, no name. */
function ofNotes(text: string, { notes, events, sessions }: Conversation): readonly Verdict[] {
  const lastReply = events.findLast(({ kind }) => kind === 'reply')?.start ?? -1;
  for (const note of notes) {
    // What the session got over was no more than a warning.
    if (note.start < lastReply) continue;
    const found = explainText(text.slice(note.start, Math.min(note.end, note.start + NOTE)));
    if (found === undefined || !TROUBLE.has(found.explanation.reason)) continue;
    const session = sessions.find(({ start, end }) => start <= note.start && note.start <= end) ?? sessions.at(-1);
    const verdict: Verdict = {
      ...explained(found.explanation),
      span: note,
      role: 'cause',
      failed: true,
      confidence: 'medium',
      stage: session === undefined ? 'connect' : '?',
      ...(session?.server !== undefined && { server: session.server }),
      recipients: [],
      times: 1,
    };
    return [verdict];
  }
  return [];
}

/** Reasons that a tool finds by itself, without a reply. */
const TROUBLE: ReadonlySet<string> = new Set([
  'connection-failed',
  'dns-failure',
  'domain-not-found',
  'mail-not-accepted',
  'tls-failed',
  'tls-required',
  'login-failed',
  'login-required',
  'feature-missing',
  'routing-failed',
  'expired',
]);
