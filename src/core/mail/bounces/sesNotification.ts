import { defined } from '../../text/defined.ts';
import { type Members, membersOf } from '../../text/members.ts';
import { type ReportAction, reportActions } from '../reports/reportWords.ts';
import type { NoticeText } from './noticeText.ts';
import type { NoticeRecipient } from './readNotice.ts';

/** A notification of Amazon SES as SNS mails it: JSON in the text of a message. */
export interface SesNotification {
  readonly kind: 'bounce' | 'complaint' | 'delivery';
  readonly recipients: readonly (NoticeRecipient & { readonly action: ReportAction })[];
  readonly reportingMta?: string;
  readonly feedbackType?: string;
  readonly sourceIp?: string;
  readonly userAgent?: string;
}

const MOST_RECIPIENTS = 200;

/** Reads the object that a line of the text starts; line breaks that mailers put into it are taken out. */
export function readSesNotification(notice: NoticeText): SesNotification | undefined {
  const { text } = notice.lines;
  const start = text.search(/^\{/m);
  if (start < 0 || !/"(?:notificationType|eventType)"|\\"notificationType\\"/.test(text)) return undefined;
  const end = text.indexOf('\n--', start);
  const found = parsed(text.slice(start, end < 0 ? undefined : text.lastIndexOf('}', end) + 1));
  const whole = typeof found?.Message === 'string' ? parsed(found.Message) : found;
  if (whole === undefined) return undefined;
  const kind = word(whole.notificationType ?? whole.eventType).toLowerCase();
  if (kind !== 'bounce' && kind !== 'complaint' && kind !== 'delivery') return undefined;
  const details = membersOf(whole[kind]);
  const mail = membersOf(whole.mail);
  const first = notice.lines.lineOf(start);
  const place = notice.place(first);
  const said = optional(details.smtpResponse);
  const rows: readonly unknown[] =
    kind === 'delivery'
      ? list(details.recipients)
      : list(details[kind === 'bounce' ? 'bouncedRecipients' : 'complainedRecipients']);
  const recipients = rows.slice(0, MOST_RECIPIENTS).map((row) => {
    const one = typeof row === 'string' ? { emailAddress: row } : membersOf(row);
    const stated = optional(one.action)?.toLowerCase();
    const action = reportActions.find((known) => known === stated);
    const diagnostic = optional(one.diagnosticCode) ?? said;
    const status =
      optional(one.status) ??
      (diagnostic === undefined ? undefined : /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(diagnostic)?.[0]);
    return {
      ...place,
      address: word(one.emailAddress),
      action: action ?? (kind === 'bounce' ? ('failed' as const) : ('delivered' as const)),
      ...(diagnostic !== undefined && { said: diagnostic, saidSpan: place }),
      ...defined({ status }),
    };
  });
  return {
    kind,
    recipients: recipients.filter(({ address }) => address !== ''),
    ...defined({
      reportingMta: optional(details.reportingMTA)?.replace(/^dns; ?/i, ''),
      feedbackType: optional(details.complaintFeedbackType),
      sourceIp: optional(mail.sourceIp),
      userAgent: optional(details.userAgent),
    }),
  };
}

function parsed(json: string): Members | undefined {
  try {
    return membersOf(JSON.parse(json.replace(/[\r\n]/g, '')));
  } catch {
    return undefined;
  }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const word = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 2000) : '');
const optional = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 2000) : undefined;
