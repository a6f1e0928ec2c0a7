import type { LogEntry } from '../../log/log.ts';
import { domainOf } from '../../mail/domains.ts';
import type { Conversation, Reply, Session } from '../../smtp/conversation.ts';
import { connectedTo } from '../../smtp/whereTo.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { blockOf, type Circumstances } from './circumstances.ts';
import { meantBy } from './typingErrors.ts';

/** Something that stands beside what happened and says more about it: a sentence, and the line that shows it. */
export interface Beside {
  readonly words: string;
  /** The same for a user, where it helps one. */
  readonly plain?: string;
  readonly span?: Span;
}

/** What the session, the log and the look-ups around a failure add to it. */
export function besideOf(ticket: Ticket, verdict: Verdict, circumstances: Circumstances): readonly Beside[] {
  const block = blockOf(ticket, verdict.span.start);
  return [
    ...(block?.kind === 'conversation' ? ofSession(ticket, block, verdict) : []),
    ...(block?.kind === 'log' ? ofLog(ticket, verdict, circumstances) : []),
    ...ofDomain(ticket, verdict, circumstances),
    ...ofForwarding(verdict, circumstances),
  ];
}

const LOGINS: ReadonlySet<Verdict['code']> = new Set([
  'relaying-denied',
  'login-required',
  'login-failed',
  'command-unknown',
  'feature-missing',
]);

/** Whether a server offers a login, where one is missing; on port 25 many do not. */
function ofSession({ text, lines }: Ticket, conversation: Conversation, verdict: Verdict): readonly Beside[] {
  if (!LOGINS.has(verdict.code)) return [];
  const session = conversation.sessions.find(
    ({ start, end }) => start <= verdict.span.start && verdict.span.start <= end,
  );
  const offer = session && lastOffer(conversation, session, verdict.span.start);
  if (offer === undefined || session === undefined) return [];
  if (session.events.some((at) => isLogin(conversation.events[at]))) return [];
  const port = connectedTo(text, conversation, session)?.port;
  const line = lines.lineOf(offer.start) + 1;
  const on = port === undefined ? '' : ` on port ${port}`;
  if (/(?:^|\s)AUTH(?:[ =]|$)/i.test(offer.text)) {
    return [
      { words: `The server offers AUTH${on} in its answer to EHLO (line ${line}), but nobody logged in.`, span: offer },
    ];
  }
  const after =
    /(?:^|\s)STARTTLS\b/i.test(offer.text) && offer.tls !== true
      ? '; it offers STARTTLS, and may offer AUTH behind it'
      : '';
  const advice = port === 25 || port === undefined ? ' Port 587 is the one for logging in (RFC 6409 3.1).' : '';
  return [
    { words: `The server offers no AUTH${on} in its answer to EHLO (line ${line})${after}.${advice}`, span: offer },
  ];
}

/** The last positive answer to EHLO before a place. */
const lastOffer = ({ events }: Conversation, session: Session, before: number): Reply | undefined =>
  session.events
    .map((at) => events[at])
    .findLast(
      (event) => event?.kind === 'reply' && event.answers === 'EHLO' && event.code === 250 && event.start < before,
    ) as Reply | undefined;

const isLogin = (event: Conversation['events'][number] | undefined): boolean =>
  event?.kind === 'auth' || (event?.kind === 'command' && event.verb === 'AUTH');

/** Failures of a connection, as programs write them on lines of their own. */
const BROKEN =
  /connection (?:refused|timed out|reset)|no route to host|network (?:is )?unreachable|timed out|could not connect/i;

/** The tries of a message that its log shows: how many failed, and when the first and the last did. */
function ofLog({ text, lines }: Ticket, verdict: Verdict, { history, unread = 0 }: Circumstances): readonly Beside[] {
  const about = history.filter((entry) => isAbout(entry, verdict));
  const found: Beside[] = [];
  const gaveUp = about.find(({ outcome }) => outcome === 'bounced' || outcome === 'expired');
  const above = gaveUp && history.findLast((entry) => entry.end <= gaveUp.start && BROKEN.test(wordsOf(text, entry)));
  if (above !== undefined && gaveUp !== undefined && !BROKEN.test(wordsOf(text, gaveUp))) {
    const words = BROKEN.exec(wordsOf(text, above))?.[0].toLowerCase();
    found.push({
      words: `The line above the end says why (line ${lines.lineOf(above.start) + 1}): ${words}.`,
      span: above,
    });
    found.push({ words: '', span: gaveUp });
  }
  const deferred = about.filter(({ outcome }) => outcome === 'deferred');
  const [first, end] = [deferred[0], about.at(-1)];
  if (deferred.length > 1 && first?.time !== undefined && end?.time !== undefined && first !== end)
    found.push({
      words: `It was put off ${deferred.length} times from ${first.time.text} on; the last line on it is of ${end.time.text}.`,
    });
  const sent = verdict.role === 'recovered' ? about.find(({ outcome }) => outcome === 'sent') : undefined;
  if (sent !== undefined) found.push({ words: '', span: sent });
  if (unread > 0)
    found.push({
      words: `The log has ${unread} more entries with the same id or recipient, far from this one; they were not read.`,
    });
  return found;
}

const isAbout = ({ recipients }: LogEntry, verdict: Verdict): boolean =>
  recipients.some(({ text }) => verdict.recipients.includes(text));

const wordsOf = (text: string, { start, end }: Span): string => text.slice(start, Math.min(end, start + 2000));

const DOMAINS: ReadonlySet<Verdict['code']> = new Set(['domain-not-found', 'mail-not-accepted']);

/** A domain that does not exist beside one that differs by a letter. */
function ofDomain(ticket: Ticket, { code }: Verdict, { recipients }: Circumstances): readonly Beside[] {
  if (!DOMAINS.has(code)) return [];
  const known = domainsIn(ticket);
  return recipients.slice(0, 5).flatMap((recipient) => {
    const domain = domainOf(recipient);
    const meant =
      domain === undefined
        ? undefined
        : meantBy(
            domain,
            [...known].filter((one) => one !== domain),
          );
    if (meant === undefined) return [];
    return [
      {
        words: `${domain} is not ${meant}, which stands in this text as well: probably a typing error in the address.`,
        plain: `Perhaps ${meant} was meant instead of ${domain}.`,
      },
    ];
  });
}

/** Names that stand in somebody's own words, and those that were found in DNS. */
function domainsIn({ text, blocks }: Ticket): ReadonlySet<string> {
  const names = new Set<string>();
  for (const block of blocks) {
    if (block.kind === 'lookup') {
      for (const { status, answers, name } of block.queries.slice(0, 50))
        if (status === 'NOERROR' && answers.length > 0) names.add(name.toLowerCase());
    } else if (block.kind === 'prose') {
      const words = text.slice(block.start, Math.min(block.end, block.start + 20_000));
      for (const [name] of words.matchAll(/(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g))
        names.add(name.toLowerCase());
    }
    if (names.size > 500) break;
  }
  return names;
}

const ORIGIN: ReadonlySet<Verdict['code']> = new Set(['spf-failed', 'dmarc-failed', 'sender-unauthenticated']);

/** A delivery to another address than the one that was written to. */
function ofForwarding({ code }: Verdict, { original, recipients }: Circumstances): readonly Beside[] {
  if (original === undefined || recipients.length === 0 || recipients.includes(original)) return [];
  const words = `It was written to ${original} and handed on to ${recipients[0]} from here.`;
  const why =
    ' That is why: SPF does not pass behind a forwarder that keeps the sender address, however right the record of the sender is; have the forwarder rewrite the envelope sender (SRS), or fetch the mail instead.';
  return [{ words: ORIGIN.has(code) ? words + why : words }];
}
