import { defined } from '../../text/defined.ts';
import type { Span } from '../../text/span.ts';
import { isFromSns, noticePart, reportType, subjectOf } from '../bounces/evidence.ts';
import { withCuts } from '../bounces/noticeCuts.ts';
import { readNoticeText } from '../bounces/noticeText.ts';
import { readSesNotification, type SesNotification } from '../bounces/sesNotification.ts';
import { findStatusLine, readStatusText } from '../bounces/statusFields.ts';
import { fieldNamed, fieldsNamed } from '../header/fields.ts';
import type { FeedbackReport, Field, Part } from '../message.ts';
import { bare, type FeedbackType, feedbackTypes } from './reportWords.ts';
import { readWordedReport } from './wordedReport.ts';

/** RFC 5965 2: the machine-readable part of a feedback report. */
export const isFeedbackReport = (contentType: string): boolean => contentType === 'message/feedback-report';

/** The complaint that a message is: a feedback report, or the form that Microsoft's service has for one. */
export function readFeedbackReport(text: string, fields: readonly Field[], root: Part): FeedbackReport | undefined {
  const part = partOf(root);
  if (part !== undefined) return ofFields(part, part.parts[0]?.fields ?? [], returnedFields(root));
  const own = fieldNamed(fields, 'feedback-type');
  // Fields of a report that stand where those of a message do: they were pasted without it.
  if (own !== undefined && fieldNamed(fields, 'from') === undefined) return ofFields(own, fields, []);
  const returned = returnedFields(root);
  if (isMicrosofts(fields, returned)) return ofMicrosoft(fields, root, returned);
  const inWords = readWordedReport(text, fields, root, returned);
  if (inWords !== undefined) return inWords;
  const unsubscribed = fieldNamed(fields, 'x-apple-unsubscribe');
  if (unsubscribed !== undefined && /^\s*true/i.test(unsubscribed.value)) return ofApple(fields, unsubscribed);
  const lostParts = reportType(fields) === 'feedback-report';
  if (!lostParts && !isFromSns(fields)) return undefined;
  const words = noticePart(root);
  const notice = words === undefined ? undefined : readNoticeText(text, words);
  if (notice === undefined) return undefined;
  if (!lostParts) {
    const ses = readSesNotification(notice);
    return ses?.kind === 'complaint' ? ofSes(ses, words ?? root) : undefined;
  }
  const line = findStatusLine(notice.lines, MOST_LINES, true);
  const group = line === undefined ? undefined : readStatusText(notice, line)[0];
  return group === undefined ? undefined : ofFields(group, group.fields, []);
}

function typeOf(stated = ''): FeedbackType {
  const word = /^[\w-]{1,40}/.exec(stated.toLowerCase())?.[0];
  return feedbackTypes.find((known) => known === word) ?? 'other';
}

const MOST_LINES = 2000;

const ofSes = (ses: SesNotification, at: Span): FeedbackReport => ({
  start: at.start,
  end: at.end,
  type: ses.feedbackType === undefined ? 'abuse' : typeOf(ses.feedbackType),
  format: 'notice',
  recipients: ses.recipients.map(({ address }) => address),
  incidents: 1,
  ...defined({ sourceIp: ses.sourceIp || undefined, userAgent: ses.userAgent || undefined }),
});

/** The header of the message that the complaint is about. */
function returnedFields(part: Part): readonly Field[] {
  const own = part.message ?? part.decodedMessage;
  if (own !== undefined) return own.fields;
  for (const child of part.parts) {
    const found = returnedFields(child);
    if (found.length > 0) return found;
  }
  return [];
}

function partOf(part: Part): Part | undefined {
  if (isFeedbackReport(part.contentType)) return part;
  if (part.message !== undefined) return undefined;
  for (const child of part.parts) {
    const found = partOf(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** RFC 5965 3, RFC 6591 3. */
export function ofFields(part: Span, fields: readonly Field[], returned: readonly Field[]): FeedbackReport {
  const to = bare(fieldNamed(returned, 'to')?.value ?? '');
  const value = (name: string): string | undefined => fieldNamed(fields, name)?.value || undefined;
  const naming = [...fieldsNamed(fields, 'original-rcpt-to'), ...fieldsNamed(fields, 'removal-recipient')];
  const next = naming[MOST_RECIPIENTS];
  const named = naming
    .slice(0, MOST_RECIPIENTS)
    .map((field) => bare(field.value))
    .filter((address) => address !== '');
  const incidents = Number.parseInt(value('incidents') ?? '1', 10);
  return {
    start: part.start,
    end: part.end,
    type: typeOf(value('feedback-type')),
    format: 'rfc5965',
    recipients: named.length > 0 || !/^[^\s@]{1,64}@[^\s@]{1,255}$/.test(to) ? named : [to],
    incidents: Number.isFinite(incidents) && incidents > 0 ? incidents : 1,
    ...withCuts(
      next === undefined
        ? []
        : [{ what: 'recipients', left: naming.length - MOST_RECIPIENTS, start: next.start, end: next.end }],
    ),
    ...defined({
      sender: (value('original-mail-from') && bare(value('original-mail-from') as string)) || undefined,
      sourceIp: value('source-ip') || undefined,
      reportedDomain: value('reported-domain') || undefined,
      userAgent: value('user-agent') || undefined,
      authFailure: value('auth-failure') || undefined,
      alignment: value('identity-alignment') || undefined,
      delivered: value('delivery-result') || undefined,
    }),
  };
}

const MOST_RECIPIENTS = 200;

/** Apple's Mail asks the sender to stop where a message had an address for it (RFC 2369 3.2). */
const ofApple = (fields: readonly Field[], at: Span): FeedbackReport => ({
  start: at.start,
  end: at.end,
  type: 'opt-out',
  format: 'notice',
  recipients: [bare(fieldNamed(fields, 'from')?.value ?? '')].filter((address) => address.includes('@')),
  incidents: 1,
});

/**
 * Microsoft's Junk Mail Reporting Program sends the message alone: attached, with a subject that says what it is, or as it
 * was with a field that names the recipient.
 */
const isMicrosofts = (fields: readonly Field[], returned: readonly Field[]): boolean =>
  fieldNamed(fields, ORIGINAL_RECIPIENT) !== undefined ||
  (COMPLAINT.test(subjectOf(fields)) &&
    (fieldNamed(returned, ORIGINAL_RECIPIENT) !== undefined ||
      /@(?:[\w.-]{1,60}\.)?(?:hotmail|outlook|live|msn|microsoft)\.com\b/i.test(
        fieldNamed(fields, 'from')?.value ?? '',
      )));

const ORIGINAL_RECIPIENT = 'x-hmxmroriginalrecipient';

/** The address of the host may be masked. */
const COMPLAINT = /^\s{0,4}complaint about message from ([\da-fA-F.:x*]{3,45})\s{0,4}$/i;

function ofMicrosoft(fields: readonly Field[], root: Part, attached: readonly Field[]): FeedbackReport {
  const at = fieldNamed(fields, ORIGINAL_RECIPIENT) ?? fieldNamed(fields, 'subject');
  const returned = fieldNamed(fields, ORIGINAL_RECIPIENT) === undefined ? attached : fields;
  const named = (names: readonly string[]): string | undefined =>
    names.map((name) => fieldNamed(returned, name)?.value).find((value) => value !== undefined);
  const recipient = named([ORIGINAL_RECIPIENT, 'to']);
  return {
    start: at?.start ?? root.start,
    end: at?.end ?? root.start,
    type: 'abuse',
    format: 'notice',
    recipients: recipient === undefined ? [] : [bare(recipient)],
    incidents: 1,
    ...defined({
      sourceIp: COMPLAINT.exec(subjectOf(fields))?.[1] || undefined,
      sender: (named(['x-sid-pra', 'from']) && bare(named(['x-sid-pra', 'from']) as string)) || undefined,
    }),
  };
}
