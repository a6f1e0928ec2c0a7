import { defined } from '../../text/defined.ts';
import {
  type Evidence,
  evidenceOf,
  isFromMailer,
  isPosing,
  noticePart,
  reportType,
  subjectOf,
} from '../bounces/evidence.ts';
import { showsItself } from '../bounces/families.ts';
import { statusCut, withCuts } from '../bounces/noticeCuts.ts';
import { type NoticeText, readNoticeText } from '../bounces/noticeText.ts';
import { UNDELIVERED } from '../bounces/noticeWords.ts';
import { type Notice, readNotice } from '../bounces/readNotice.ts';
import { readSesNotification, type SesNotification } from '../bounces/sesNotification.ts';
import { findStatusLine, readStatusText } from '../bounces/statusFields.ts';
import { fieldNamed } from '../header/fields.ts';
import type { DeliveryReport, Field, Message, Part } from '../message.ts';
import { encodingOf } from '../partSize.ts';
import { allOfNotice, ofNotice, withWords } from './noticeRecipients.ts';
import { firstAddress } from './reportWords.ts';
import { readFields } from './statusReport.ts';
import { isFilterNotice } from './wordedReport.ts';

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
  const part = noticePart(root) ?? wordedStatus(root);
  const words = part === undefined ? undefined : readNoticeText(text, part);
  if (
    status === undefined &&
    words !== undefined &&
    (isSessionNotice(words) || isFilterNotice(words.lines.text.slice(0, 8000)))
  )
    return undefined;
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
    const unread = status === undefined ? words : isPlain(status) ? undefined : readNoticeText(text, status);
    const stated = { ...fromFields, ...withCuts(unread === undefined ? [] : statusCut(text, groups, unread)) };
    return notice === undefined
      ? stated
      : { ...stated, ...waited(notice), recipients: withWords(fromFields.recipients, notice) };
  }
  const inside = notice?.named === true ? undefined : returnedMessage(root)?.report;
  if (inside !== undefined) return inside;
  if (notice === undefined || part === undefined) return fromFields;
  const returns = notice.returnedAt !== undefined || returnedMessage(root) !== undefined;
  if (!isOfMailer(notice, fields, evidence, returns))
    return fromFields?.recipients.length === 0 ? fromFields : undefined;
  return {
    ...fromFields,
    format: notice.format,
    ...waited(notice),
    ...withCuts(notice.cuts),
    recipients: allOfNotice(notice),
    ...(notice.returnedAt !== undefined && { returned: readReturned(notice.returnedAt, part.body.end) }),
  };
}

/** Whether its lines stand in the document as they are; any other part is read as far as a notice. */
const isPlain = (part: Part): boolean => /^(?:7bit|8bit|binary)$/.test(encodingOf(part));

/** Whether header and words together show that a mailer writes of a delivery; `returns`: a message is returned with it. */
function isOfMailer(notice: Notice, fields: readonly Field[], evidence: Evidence, returns: boolean): boolean {
  const { format, named, plain, refusing, recipients } = notice;
  if (isPosing(fields) && !returns) return false;
  const nobody = recipients.every(({ address }) => address === '');
  const mailer = evidence > 0 && isFromMailer(fields);
  const inSubject = UNDELIVERED.test(subjectOf(fields));
  if (mailer && evidence === 2 && statesFailure(fields)) return true;
  if (nobody) return plain && (evidence === 2 || mailer || (returns && inSubject));
  if (evidence === 2) return refusing || named || reportType(fields) === 'delivery-status';
  const quotes = showsItself(format) || recipients.some(({ said }) => said) || (named && (returns || mailer));
  return refusing && (quotes || (plain && (mailer || ((named || returns) && inSubject))));
}

/** As sendmail writes it into the header, whatever became of the words below it. */
const statesFailure = (fields: readonly Field[]): boolean =>
  /^auto-\w{1,20} {0,4}\(failure\)/i.test(fieldNamed(fields, 'auto-submitted')?.value ?? '') ||
  /^returned mail: /i.test(subjectOf(fields));

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
  const address = firstAddress(to?.value);
  return address === undefined ? [] : [address];
}

function returnedMessage(part: Part): Message | undefined {
  const own = part.message ?? part.decodedMessage;
  if (own !== undefined) return own;
  for (const child of part.parts) {
    const found = returnedMessage(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first part with the fields of a status; a mailer that types its words so as well writes those in front. */
function findStatus(part: Part): Part | undefined {
  if (isDeliveryStatus(part.contentType)) return part;
  let empty: Part | undefined;
  for (const child of part.parts) {
    const found = findStatus(child);
    if (found !== undefined && statesRecipient(found)) return found;
    empty ??= found;
  }
  return empty;
}

const statesRecipient = (status: Part): boolean =>
  status.parts.some(({ fields }) => STATED.some((name) => fieldNamed(fields, name) !== undefined));

const STATED = ['final-recipient', 'original-recipient', 'action', 'status', 'reporting-mta'];

/** Words for people in a part that is typed as the fields of a status. */
function wordedStatus(part: Part): Part | undefined {
  if (isDeliveryStatus(part.contentType)) return statesRecipient(part) ? undefined : part;
  if (part.message !== undefined) return undefined;
  for (const child of part.parts) {
    const found = wordedStatus(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
