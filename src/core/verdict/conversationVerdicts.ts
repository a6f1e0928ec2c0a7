import { explainReply } from '../knowledge/explainReply.ts';
import { atMost } from '../knowledge/explanation.ts';
import { byFilter } from '../knowledge/found/byFilter.ts';
import type { ReasonName } from '../knowledge/reasons.ts';
import { refusedToken } from '../knowledge/saslChallenge.ts';
import { keptBack } from '../replies/keptBack.ts';
import type { Conversation, Reply, Session, SmtpEvent, Transaction } from '../smtp/conversation.ts';
import type { Stage } from '../smtp/verbs.ts';
import { connectedTo, isIpAddress, type WhereTo, whereTo } from '../smtp/whereTo.ts';
import { defined } from '../text/defined.ts';
import type { Lines } from '../text/lines.ts';
import { append } from '../text/lists.ts';
import { type Span, spanText } from '../text/span.ts';
import { verdictsOfProbe } from './probeVerdicts.ts';
import { replyFacts } from './replyFacts.ts';
import { indexOfEvent, ReplyRoles } from './replyRoles.ts';
import { toolError } from './toolErrors.ts';
import { explained, inOrder, type Verdict } from './verdict.ts';

/** What happened in each session: what was refused and why, what followed from it, what was taken. */
export function verdictsOfConversation(text: string, lines: Lines, conversation: Conversation): readonly Verdict[] {
  const { events, sessions, probe } = conversation;
  if (probe !== undefined) return verdictsOfProbe(text, probe, conversation);
  const roles = new ReplyRoles(events, sessions);
  const verdicts: Verdict[] = [];
  for (const event of events) {
    if (event.kind !== 'reply') continue;
    const transaction = roles.next(event);
    if (event.code >= 400 && event.code < 600) {
      const recipient =
        event.answers === 'RCPT' ? (roles.recipientOf(event, transaction) ?? namedIn(text, events, event)) : undefined;
      const role = roles.roleOf(event, transaction);
      if (isRepeated(events, event)) continue;
      const about =
        recipient ?? (transaction === undefined ? (namedBy(text, event) ?? namedAbove(text, event)) : undefined);
      const recipients = about !== undefined ? [about] : affected(roles, event, transaction);
      verdicts.push({
        ...ofReply(text, event, sessions[event.session], transaction, recipients),
        role,
        failed: fails(role),
      });
    } else if (isAcceptance(event)) {
      const recipients = transaction === undefined ? [] : roles.accepted(transaction);
      const said = ofReply(text, event, sessions[event.session], transaction, recipients);
      const kept = keptBack(event.text);
      verdicts.push(
        kept === undefined
          ? { ...said, role: 'success', failed: false }
          : { ...said, ...explained(byFilter(kept, event.text, 'RFC 3463 X.7.1')), role: 'cause', failed: true },
      );
    } else if (event.code === 334 && refusedToken(event.text) && isLastReply(events, event)) {
      verdicts.push({ ...ofReply(text, event, sessions[event.session], undefined, []), role: 'cause', failed: true });
    }
  }
  const isTold = verdicts.some(({ role }) => role !== 'recovered');
  append(verdicts, isTold ? ofCertificate(text, lines, conversation) : ofNotes(text, lines, conversation));
  return inOrder(verdicts);
}

/** What comes behind a challenge that tells of a failure tells more of it (RFC 7628 3.2.3). */
const isLastReply = (events: readonly SmtpEvent[], { session, start }: Reply): boolean =>
  !events.some((one) => one.kind === 'reply' && one.session === session && one.start > start);

const fails = (role: Verdict['role']): boolean => role === 'cause' || role === 'consequence' || role === 'waiting';

/** A mailer's own line below the reply that it quotes: `<<< 550 …` and `550 …`. */
function isRepeated(events: readonly SmtpEvent[], reply: Reply): boolean {
  const above = events[indexOfEvent(events, reply) - 1];
  return (
    reply.certainty !== 'marked' &&
    above?.kind === 'reply' &&
    above.certainty === 'marked' &&
    above.code === reply.code &&
    above.text === reply.text
  );
}

/** Whom a reply to nothing that is shown is about, by its own words: `<bob@fabrikam.test>... User unknown`. */
function namedBy(text: string, reply: Reply): string | undefined {
  const [, address, words = ''] = OF_ADDRESS.exec(reply.text) ?? [];
  if (address === undefined || reply.answers === 'MAIL' || /sender/i.test(words)) return undefined;
  if (/^recipient address\b/i.test(words)) return address;
  return /^(?:recipient|mailbox|relaying)-/.test(explainReply(replyFacts(text, reply)).reason) ? address : undefined;
}

/** Whom a mailer asked for in front of the reply that it quotes: `after RCPT TO:<bob@fabrikam.test>:` (Exim). */
const namedAbove = (text: string, { start }: Reply): string | undefined =>
  /\bRCPT TO:\s?<([^\s<>@]{1,64}@[^\s<>@]{1,255})>[\s:]{0,12}$/i.exec(text.slice(Math.max(0, start - 400), start))?.[1];

const OF_ADDRESS = /^<?([^\s<>@]{1,64}@[^\s<>@:]{1,255}?)>?(?:\.{3}|:) ([^\n]{1,300})/;

/** The server has taken responsibility for the message (RFC 5321 6.1). */
const isAcceptance = (reply: Reply): boolean =>
  Math.floor(reply.code / 100) === 2 &&
  (reply.answers === '(data)' || (reply.answers === 'BDAT' && /queued|accepted/i.test(reply.text)));

/** The recipient of a RCPT whose transaction began before the text did. */
function namedIn(text: string, events: readonly SmtpEvent[], reply: Reply): string | undefined {
  const at = indexOfEvent(events, reply);
  const asked = events
    .slice(Math.max(0, at - PIPELINED), at)
    .findLast(({ kind, session }) => kind === 'command' && session === reply.session);
  if (asked?.kind !== 'command' || asked.verb !== 'RCPT') return undefined;
  return ADDRESS.exec(spanText(text, asked.argument).slice(0, 400))?.[1];
}

/** Events in front of a reply among which its command is looked for. */
const PIPELINED = 20;

const ADDRESS = /<([^<>@\s]{1,64}@[^<>@\s]{1,255})>/;

/** A refusal of the message concerns the recipients that were taken (RFC 5321 3.3), where any was. */
function affected(roles: ReplyRoles, { answers }: Reply, transaction: Transaction | undefined): readonly string[] {
  if (transaction === undefined || !(answers === '(data)' || answers === 'DATA' || answers === 'BDAT')) return [];
  const taken = roles.accepted(transaction);
  return taken.length > 0 ? taken : transaction.recipients.map(({ address }) => address);
}

/** A first reply about an address or a message answers no connection: what stood before it was cut off. */
const stageOf = ({ answers, enhanced }: Reply, reason: ReasonName): Stage =>
  answers === 'connect' && (ABOUT_MAIL.test(reason) || /^[45]\.[16]\./.test(enhanced ?? '')) ? '?' : answers;

const ABOUT_MAIL =
  /^(?:recipient|mailbox|sender|message|spam|content|virus|spf|dkim|dmarc|relaying|address|too-(?:large|many-recipients))/;

function ofReply(
  text: string,
  reply: Reply,
  session: Session | undefined,
  transaction: Transaction | undefined,
  recipients: readonly string[],
): Omit<Verdict, 'role' | 'failed'> {
  const explanation = explainReply(replyFacts(text, reply));
  const marked = reply.certainty === 'marked';
  const stage = stageOf(reply, explanation.reason);
  return {
    ...explained(explanation, {
      stage: stage === '?' ? undefined : stage,
      code: reply.code,
      status: reply.enhanced,
      words: reply.text,
    }),
    span: { start: reply.start, end: reply.end },
    confidence: marked ? explanation.confidence : atMost(explanation.confidence, 'medium'),
    reply: reply.enhanced === undefined ? String(reply.code) : `${reply.code} ${reply.enhanced}`,
    stage,
    ...(session?.server !== undefined && { server: session.server }),
    ...defined({ sender: transaction?.sender }),
    recipients,
    times: 1,
  };
}

const UNVERIFIED =
  /^curl: \(60\)|\bverify error:|\bVerification error: |\bVerify return code: (?!0 )|\bCert (?:Hostname DOES NOT VERIFY|NOT VALIDATED)/im;

/** What the tool itself says where no server refused anything; what the session got over was no more than a warning. */
function ofNotes(text: string, lines: Lines, conversation: Conversation): readonly Verdict[] {
  const { notes, events, sessions } = conversation;
  // The goodbye gets over nothing.
  const lastReply = events.findLast((event) => event.kind === 'reply' && event.code !== 221)?.start ?? -1;
  for (const note of notes) {
    const tried = note.start < lastReply ? triedElsewhere(text, conversation, note) : undefined;
    const found = note.start < lastReply && tried === undefined ? undefined : toolError(text, lines, note, true);
    if (found === undefined || (tried !== undefined && found.code !== 'connection-failed')) continue;
    if (tried !== undefined) return [{ ...found, stage: 'connect', tried }];
    const session = sessions.find(({ start, end }) => start <= note.start && note.start <= end) ?? sessions.at(-1);
    if (session !== undefined) return [{ ...found, stage: '?', ...defined({ server: session.server }) }];
    return [{ ...found, stage: 'connect', ...defined({ tried: connectedTo(text, conversation)?.host }) }];
  }
  return ofCertificate(text, lines, conversation);
}

/** The host that a tool did not reach, where the session behind it is with another host, or at another port. */
function triedElsewhere(text: string, { notes, sessions }: Conversation, note: Span): string | undefined {
  const session = sessions.find(({ start }) => start > note.start);
  const wentTo = (some: readonly Span[]): WhereTo | undefined => {
    const places = some.map(({ start, end }) => whereTo(text.slice(start, end))).filter((one) => one !== undefined);
    const host = (places.findLast((one) => !isIpAddress(one.host)) ?? places.at(-1))?.host.toLowerCase();
    return host === undefined ? undefined : { host, ...defined({ port: places.findLast(({ port }) => port)?.port }) };
  };
  const first = wentTo(notes.filter(({ start }) => start <= note.start));
  const then = wentTo(notes.filter(({ start }) => start > note.start && start < (session?.start ?? 0)));
  if (first === undefined || then === undefined) return undefined;
  const isSame = first.host === then.host && first.port === then.port;
  return isSame ? undefined : first.host;
}

/** What these tools say of a certificate; the session may go on as who only encrypts where it can does (RFC 7435 3). */
function ofCertificate(
  text: string,
  lines: Lines,
  { dialect, start, end, sessions, events }: Conversation,
): readonly Verdict[] {
  if (!/^(?:openssl|curl|checktls)$/.test(dialect)) return [];
  const at = UNVERIFIED.exec(text.slice(start, end))?.index;
  if (at === undefined) return [];
  const line = lines.lineOf(start + at);
  const said = toolError(text, lines, { start: lines.start(line), end: lines.end(line) }, dialect === 'curl');
  if (said === undefined) return [];
  const isOver = events.some((one) => one.kind === 'reply' && isAcceptance(one) && one.start > said.span.start);
  return [
    { ...said, role: isOver ? 'recovered' : 'notice', failed: false, ...defined({ server: sessions[0]?.server }) },
  ];
}
