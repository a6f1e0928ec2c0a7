import { defined } from '../../text/defined.ts';
import type { Span } from '../../text/span.ts';
import { evidenceOf, noticePart, reportType } from '../bounces/evidence.ts';
import { showsItself } from '../bounces/families.ts';
import { type NoticeText, readNoticeText } from '../bounces/noticeText.ts';
import { type Notice, type NoticeRecipient, readNotice } from '../bounces/readNotice.ts';
import { readSesNotification, type SesNotification } from '../bounces/sesNotification.ts';
import { type FieldGroup, findStatusLine, readStatusText, splitGroup } from '../bounces/statusFields.ts';
import { fieldNamed } from '../header/fields.ts';
import type { DeliveryReport, Field, Message, Part, ReportRecipient } from '../message.ts';
import { type ReportAction, reportActions } from './reportWords.ts';

/** Types that hold delivery-status fields (RFC 3464 2.1, RFC 6533 3). */
export const isDeliveryStatus = (contentType: string): boolean =>
  contentType === 'message/delivery-status' || contentType === 'message/global-delivery-status';

/** Reads the message that starts at an offset of the document, up to another. */
export type ReadReturned = (start: number, end: number) => Message;

/**
 * What a mailer reports of a delivery: the fields of RFC 3464 with what the part for people adds to them, else what a
 * notice in words says. Undefined where the message is no report.
 */
export function readDeliveryReport(
  text: string,
  fields: readonly Field[],
  root: Part,
  readReturned: ReadReturned,
): DeliveryReport | undefined {
  const status = findStatus(root);
  const evidence = status === undefined ? evidenceOf(fields) : 2;
  if (evidence === 0) return undefined;
  const part = noticePart(root);
  const words = part === undefined ? undefined : readNoticeText(text, part);
  if (status === undefined && words !== undefined && isSessionNotice(words)) return undefined;
  const ses = status === undefined && words !== undefined ? readSesNotification(words) : undefined;
  if (ses !== undefined) return ses.kind === 'complaint' ? undefined : ofSes(ses);
  const statusLine = status === undefined && words !== undefined ? findStatusLine(words.lines, MOST_LINES) : undefined;
  const groups =
    status?.parts ?? (words === undefined || statusLine === undefined ? [] : readStatusText(words, statusLine));
  const fromFields = status === undefined && groups.length === 0 ? undefined : readFields(groups);
  const known = (fromFields?.recipients ?? []).flatMap((one) => one.finalRecipient ?? one.originalRecipient ?? []);
  const notice =
    words === undefined ? undefined : readNotice(words, fields, { known, fallback: returnedTo(root), end: statusLine });
  if (fromFields !== undefined && fromFields.recipients.length > 0) {
    return notice === undefined
      ? fromFields
      : { ...fromFields, ...waited(notice), recipients: withWords(fromFields.recipients, notice) };
  }
  const inside = notice?.named === true ? undefined : returnedMessage(root)?.report;
  if (inside !== undefined) return inside;
  if (notice === undefined || part === undefined || notice.recipients.length === 0) return fromFields;
  const returns = notice.returnedAt !== undefined || returnedMessage(root) !== undefined;
  const quotes = showsItself(notice.format) || notice.recipients.some((one) => one.said) || (notice.named && returns);
  if (evidence < 2 && !(notice.refusing && quotes)) return undefined;
  if (!notice.refusing && !notice.named && reportType(fields) !== 'delivery-status') return undefined;
  return {
    ...fromFields,
    format: notice.format,
    ...waited(notice),
    recipients: notice.recipients.map((one) => ofNotice(one, notice.action)),
    ...(notice.returnedAt !== undefined && { returned: readReturned(notice.returnedAt, part.body.end) }),
  };
}

const waited = (notice: Notice) => (notice.waited ? ({ waited: true } as const) : {});

/** Postfix tells the postmaster of a session that went wrong; no mail comes back with it. */
const isSessionNotice = ({ lines }: NoticeText): boolean =>
  /^Transcript of session follows\.\s{1,4} {0,2}(?:Out|In): /m.test(lines.text.slice(0, 4000));

const MOST_LINES = 2000;

const ofSes = ({ recipients, reportingMta }: SesNotification): DeliveryReport => ({
  format: 'amazon-sns',
  ...defined({ reportingMta }),
  recipients: recipients.map((one) => ofNotice(one, one.action)),
});

/** To whom the message went that a part returns. */
function returnedTo(root: Part): readonly string[] {
  const fields = returnedMessage(root)?.fields ?? [];
  const to = fieldNamed(fields, 'x-envelope-to') ?? fieldNamed(fields, 'to');
  const address = /[^\s<>()",;:]{1,64}@[^\s<>()",;:]{1,255}/.exec(to?.value.slice(0, 500) ?? '')?.[0];
  return address === undefined ? [] : [address];
}

function returnedMessage(part: Part): Message | undefined {
  if (part.message !== undefined) return part.message;
  for (const child of part.parts) {
    const found = returnedMessage(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

const ofNotice = (one: NoticeRecipient, action: ReportAction): ReportRecipient => ({
  start: one.start,
  end: one.end,
  action,
  finalRecipient: one.address,
  ...defined({
    status: one.status,
    remoteMta: one.remoteMta,
    diagnostic: one.said,
    diagnosticSpan: one.saidSpan,
    answers: one.answers,
    lastTry: one.lastTry,
    words: one.words,
    wordsSpan: one.wordsSpan,
  }),
});

/** Each recipient with what the part for people says of it: what a server said there, else the words about it. */
function withWords(recipients: readonly ReportRecipient[], notice: Notice): readonly ReportRecipient[] {
  if (!notice.named && recipients.length > 1) return recipients;
  const byAddress = new Map(notice.recipients.map((one) => [one.address.toLowerCase(), one]));
  const only = recipients.length === 1 && notice.recipients.length === 1 ? notice.recipients[0] : undefined;
  return recipients.map((recipient) => {
    const addresses = [recipient.finalRecipient, recipient.originalRecipient];
    const one = addresses.map((address) => byAddress.get(address?.toLowerCase() ?? '')).find(Boolean) ?? only;
    const words = one?.said ?? one?.words;
    const span: Span | undefined = one?.said === undefined ? one?.wordsSpan : one.saidSpan;
    if (words === undefined || span === undefined) return recipient;
    return {
      ...recipient,
      words,
      wordsSpan: span,
      ...(one?.answers !== undefined && { answers: one.answers }),
      ...(one?.lastTry !== undefined && { lastTry: one.lastTry }),
    };
  });
}

/**
 * The report of the first delivery-status part of a message, returned messages left out.
 * Groups of fields that name no recipient, the first of which speaks for the whole report, give no row.
 */
function readFields(all: readonly FieldGroup[]): DeliveryReport {
  const recipients: ReportRecipient[] = [];
  const whole = new Map<string, string>();
  for (const group of all.flatMap(splitGroup)) {
    const recipient = readRecipient(group);
    if (recipient !== undefined) recipients.push(recipient);
    for (const [name, key] of WHOLE) {
      const value = whole.has(key) ? undefined : fieldNamed(group.fields, name);
      const read = value === undefined ? undefined : key.endsWith('Mta') ? typed(value) : value.value;
      if (read !== undefined && read !== '') whole.set(key, read);
    }
  }
  return { format: 'rfc3464', ...Object.fromEntries(whole), recipients };
}

/** Fields about the whole report (RFC 3464 2.2). */
const WHOLE = [
  ['reporting-mta', 'reportingMta'],
  ['received-from-mta', 'receivedFromMta'],
  ['arrival-date', 'arrivalDate'],
  ['original-envelope-id', 'envelopeId'],
] as const;

function findStatus(part: Part): Part | undefined {
  if (isDeliveryStatus(part.contentType)) return part;
  for (const child of part.parts) {
    const found = findStatus(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readRecipient(group: FieldGroup): ReportRecipient | undefined {
  const field = (name: string): Field | undefined => fieldNamed(group.fields, name);
  const finalRecipient = typed(field('final-recipient'));
  const originalRecipient = typed(field('original-recipient'));
  const word = /^[a-z-]{1,40}/.exec(field('action')?.value.toLowerCase() ?? '')?.[0];
  const action = reportActions.find((known) => known === word);
  const status = /^\d{1,3}\.\d{1,3}\.\d{1,3}/.exec(field('status')?.value ?? '')?.[0];
  const remoteMta = typed(field('remote-mta'));
  const diagnostic = field('diagnostic-code');
  const extensions = group.fields.filter(({ name }) => !KNOWN.has(name.toLowerCase()));
  if (finalRecipient === undefined && originalRecipient === undefined && word === undefined) return undefined;
  return {
    start: group.start,
    end: group.end,
    ...defined({ action, status, finalRecipient, originalRecipient, remoteMta }),
    ...(diagnostic === undefined
      ? {}
      : { diagnostic: oneBlank(diagnostic.value), diagnosticSpan: diagnostic.valueSpan }),
    ...defined({
      lastAttempt: field('last-attempt-date')?.value || undefined,
      willRetryUntil: field('will-retry-until')?.value || undefined,
      finalLogId: field('final-log-id')?.value || undefined,
    }),
    ...(extensions.length === 0 ? {} : { extensions }),
  };
}

/** RFC 3464 2.2 and 2.3. */
const KNOWN: ReadonlySet<string> = new Set([
  ...[
    'original-recipient',
    'final-recipient',
    'action',
    'status',
    'remote-mta',
    'diagnostic-code',
    'last-attempt-date',
  ],
  ...['final-log-id', 'will-retry-until', 'reporting-mta', 'received-from-mta', 'arrival-date', 'original-envelope-id'],
  'dsn-gateway',
]);

/** The indentation of a folded line is no part of a reply's text. */
const oneBlank = (text: string): string => text.replace(/[ \t]+/g, ' ');

/** The value behind its type, `rfc822; user@host` (RFC 3464 2.1.2); mailers that leave the type out are read too. */
function typed(field: Field | undefined): string | undefined {
  if (field === undefined) return undefined;
  const value = field.value.slice(field.value.indexOf(';') + 1).trim();
  const bare = value.startsWith('<') && value.endsWith('>') ? value.slice(1, -1) : value;
  return bare === '' ? undefined : bare;
}
