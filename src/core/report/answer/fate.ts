import type { ByFilter } from '../../knowledge/explanation.ts';
import type { LogEntry, LogFormat, LogOutcome } from '../../log/log.ts';
import type { Message } from '../../mail/message.ts';
import type { Conversation } from '../../smtp/conversation.ts';
import { defined } from '../../text/defined.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { MessageStory } from '../../verdict/arrival/story.ts';
import type { Where } from '../../verdict/arrival/where.ts';
import { ASIDE } from '../../verdict/replyRoles.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { blockOf, type Circumstances } from './circumstances.ts';
import { isBounce, isDelay, isQuoted } from './quotedNotice.ts';

/**
 * What became of the mail: `returned` to its sender, `dropped` without a word to anybody, still `waiting`, `refused` in
 * a session (whoever sent it has it still), refused at the `door` of the own server, `kept` by a filter, `held` until
 * somebody decides, `taken` by the next server, `arrived`, or nothing is known of it.
 */
export type MailFate =
  | { readonly kind: 'returned'; readonly to?: string; readonly when?: string }
  | { readonly kind: 'waiting'; readonly until?: string }
  | { readonly kind: 'taken'; readonly by?: string; readonly as?: string; readonly when?: string }
  | { readonly kind: 'arrived'; readonly when?: string; readonly where?: Where }
  | { readonly kind: 'refused' | 'put-off' | 'unsent' | 'door' | 'kept' | 'held' | 'dropped' | 'unknown' };

export function fateOfMail(
  ticket: Ticket,
  verdict: Verdict,
  circumstances: Circumstances,
  story: MessageStory | undefined,
): MailFate {
  const block = blockOf(ticket, verdict.span.start);
  const { recipients, sender, until, server, time, takenAs, history } = circumstances;
  if (verdict.role === 'success' || verdict.role === 'recovered') {
    if (block?.kind === 'message' && verdict.role === 'success' && !isHandedOn(block, verdict))
      return { kind: 'arrived', ...(time !== undefined && { when: time }) };
    // What the session got over is not the mail: a login, a greeting, a command that nobody needs.
    if (block?.kind === 'conversation' && verdict.role === 'recovered' && !isTaken(ticket, verdict))
      return { kind: 'unknown' };
    return {
      kind: 'taken',
      ...(server !== undefined && { by: server }),
      ...(takenAs !== undefined && { as: takenAs }),
      ...(time !== undefined && { when: time }),
    };
  }
  // Gmail shows what is in the mailbox.
  if (!verdict.failed && block?.kind === 'log' && block.format === 'shown-original') return { kind: 'arrived' };
  if (!verdict.failed) return arrivedOr(verdict, block?.kind, time, story?.where);
  // What a notice says is held waits for a person.
  if (verdict.stage === 'report' && verdict.role === 'waiting' && verdict.retry !== 'yes') return { kind: 'held' };
  switch (block?.kind) {
    case 'log':
      return ofLog({ ...verdict, recipients }, history, sender, history[0]?.format ?? block.format);
    case 'message':
      if (block.automaticReply?.waits !== undefined) return { kind: 'held' };
      return verdict.role === 'waiting'
        ? { kind: 'waiting', ...(until !== undefined && { until }) }
        : sender === ''
          ? { kind: 'unknown' }
          : { kind: 'returned', ...(sender !== undefined && { to: sender }) };
    case 'conversation':
    case 'prose':
      if (verdict.kept !== undefined) return { kind: KEPT[verdict.kept] };
      if (block.kind === 'conversation' && verdict.stage !== 'report' && !isQuoted(ticket, verdict))
        return wentOn(block, verdict)
          ? { kind: takesMail(block, verdict) ? 'unknown' : 'refused' }
          : ofSession(verdict);
      if (verdict.stage === 'dns') return { kind: 'unknown' };
      if (isBounce(ticket, verdict)) return { kind: 'returned', ...(sender !== undefined && { to: sender }) };
      if (isDelay(ticket, verdict)) return { kind: 'waiting', ...(until !== undefined && { until }) };
      if (verdict.reply !== undefined) return ofSession(verdict);
      return { kind: verdict.role === 'waiting' ? 'waiting' : 'unknown' };
    default:
      return { kind: 'unknown' };
  }
}

/** What became of a message that a filter took. */
const KEPT: Readonly<Record<ByFilter, 'kept' | 'held' | 'dropped'>> = {
  quarantined: 'kept',
  held: 'held',
  discarded: 'dropped',
  rejected: 'dropped',
};

/** Whether the server took a message after what is told of it. */
const takesMail = ({ events }: Conversation, { span }: Verdict): boolean =>
  events.some(
    (event) =>
      event.kind === 'reply' &&
      event.start > span.start &&
      event.code < 300 &&
      (event.answers === '(data)' || event.answers === 'BDAT'),
  );

/** The same of any session of the text: a later one may have got over it. */
const isTaken = ({ blocks }: Ticket, verdict: Verdict): boolean =>
  blocks.some((one) => one.kind === 'conversation' && takesMail(one, verdict));

/** Whether mail was named in the session all the same, behind what failed before it: each recipient is told of by itself. */
function wentOn({ events }: Conversation, { span, stage }: Verdict): boolean {
  const at = UNSENT.has(stage) ? events.findIndex(({ kind, start }) => kind === 'reply' && start === span.start) : -1;
  const session = events[at]?.session;
  return events.slice(at + 1).some((one) => one.kind === 'command' && one.session === session && one.verb === 'MAIL');
}

/** A report that the mail was given to a server that sends no reports, or to a list, does not say that it arrived (RFC 3464 2.3.3). */
const isHandedOn = ({ report }: Message, { recipients }: Verdict): boolean =>
  report?.recipients.some(
    ({ action, finalRecipient, originalRecipient }) =>
      (action === 'relayed' || action === 'expanded') &&
      (recipients.length === 0 || recipients.some((one) => one === finalRecipient || one === originalRecipient)),
  ) === true;

/** What the server did not take is with the client still. */
function ofSession({ stage, role, code }: Verdict): MailFate {
  if (UNSENT.has(stage) || code === 'login-failed') return { kind: 'unsent' };
  if (ASIDE.has(stage)) return { kind: 'unknown' };
  return { kind: role === 'waiting' ? 'put-off' : 'refused' };
}

/** Where a session fails before any mail was named. */
const UNSENT: ReadonlySet<Verdict['stage']> = new Set(['connect', 'EHLO', 'HELO', 'AUTH', '(auth)', 'STARTTLS']);

function arrivedOr(
  { role, code }: Verdict,
  kind: string | undefined,
  when: string | undefined,
  where: Where | undefined,
): MailFate {
  // What puts a message into a folder tells that it came.
  if (kind === 'prose' && code === 'spam-marked') return { kind: 'arrived' };
  if (kind !== 'message' || (role !== 'delay' && role !== 'notice') || code === 'complaint') return { kind: 'unknown' };
  return { kind: 'arrived', ...defined({ when, where }) };
}

const ENDS: ReadonlySet<LogOutcome> = new Set([
  'bounced',
  'expired',
  'deferred',
  'rejected',
  'discarded',
  'held',
  'quarantined',
]);

/** Logs of programs that hand mail in and keep none: what they cannot send is with whoever called them. */
const QUEUELESS: ReadonlySet<LogFormat> = new Set(['msmtp', 'key-value', 'application']);

/** What the last word of a log on the same recipient says. */
function ofLog(
  verdict: Verdict,
  history: readonly LogEntry[],
  sender: string | undefined,
  format: LogFormat | undefined,
): MailFate {
  const { role, recipients, places } = verdict;
  const about = history.filter(
    ({ outcome, recipients: whom }) =>
      outcome !== undefined &&
      ENDS.has(outcome) &&
      (whom.length === 0 || whom.some(({ text }) => recipients.includes(text))),
  );
  const end = about.at(-1);
  if (format !== undefined && QUEUELESS.has(format)) return ofSession(verdict);
  switch (end?.outcome) {
    case 'rejected':
      return { kind: role === 'waiting' ? 'put-off' : 'door' };
    case 'discarded':
      // What the filter that discards it put aside is not gone.
      return { kind: role === 'waiting' ? 'kept' : 'dropped' };
    case 'quarantined':
      return { kind: 'kept' };
    case 'held':
      return { kind: 'held' };
    case 'deferred':
      return role === 'waiting' ? { kind: 'waiting' } : gaveUp(sender, end);
    case 'bounced':
    case 'expired':
      return gaveUp(sender, end);
    default:
      if (role === 'waiting') return { kind: 'waiting' };
      return places === undefined && end === undefined ? { kind: 'unknown' } : gaveUp(sender, end);
  }
}

/** What has the null reverse-path is never returned (RFC 5321 4.5.5). */
const gaveUp = (sender: string | undefined, end: LogEntry | undefined): MailFate =>
  sender === ''
    ? { kind: 'dropped' }
    : {
        kind: 'returned',
        ...(sender !== undefined && { to: sender }),
        ...(end?.time !== undefined && { when: end.time.text }),
      };

/** What became of the mail, for an admin. */
export function fateWords(fate: MailFate): string {
  switch (fate.kind) {
    case 'returned':
      return `It was not delivered and was returned to ${fate.to === undefined || fate.to === '' ? 'its sender' : fate.to}${whenWords(fate.when)}; nothing tries again by itself.`;
    case 'waiting':
      return fate.until === undefined
        ? 'It is not lost: it waits in the queue and is still tried, as a rule for 4 to 5 days from the first try (RFC 5321 4.5.4.1), and then returned to its sender.'
        : `It is not lost: it waits in the queue and is still tried until ${fate.until}, and then returned to its sender.`;
    case 'taken':
      return `${fate.by ?? 'The next server'} took it${whenWords(fate.when)}${fate.as === undefined ? '' : ` as ${fate.as}`}, and answers for it from there on.`;
    case 'arrived':
      return `It arrived${whenWords(fate.when)}.${fate.where === undefined ? '' : ` ${fate.where.words}`}`;
    case 'refused':
      return 'It was not delivered: the server did not take it, and whoever sent it has it still. A mail server returns it to the sender; a device or program shows an error or is silent.';
    case 'put-off':
      return 'It is not delivered yet: a mail server keeps it and is to try again, as a rule for 4 to 5 days (RFC 5321 4.5.4.1); a device or program without a queue does not.';
    case 'unsent':
      return 'Nothing was sent: it ended before a message was named.';
    case 'door':
      return 'It was not taken: the server of the sender has it still, and returns it to the sender.';
    case 'kept':
      return 'It is in quarantine: the recipient does not get it before somebody releases it, and the sender is not told.';
    case 'held':
      return 'It is held back until somebody releases or deletes it.';
    case 'dropped':
      return 'It was dropped: nobody gets it, and nobody is told.';
    case 'unknown':
      return '';
  }
}

const whenWords = (when: string | undefined): string => (when === undefined ? '' : ` (${when})`);
