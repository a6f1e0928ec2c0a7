/** A mailer that writes its notices in words of its own. */
interface Family {
  readonly format: string;
  /** It shows by who sent the message, which says nothing of what the message is. */
  readonly bySender?: true;
  /** Held against `From`, `Subject`, names of the fields and the first words, a line each. */
  readonly marks: RegExp;
}

/** The more particular come first. */
const families = [
  { format: 'qmail', marks: /qmail-send program|^This is the .{0,40} program at .{1,200}\nI'm (?:afraid|sorry)/im },
  { format: 'dragonfly', marks: /^This is the DragonFly Mail Agent/im },
  { format: 'opensmtpd', marks: /^\s*This is the MAILER-DAEMON, please DO NOT REPLY/im },
  { format: 'google-groups', marks: /google groups|googlegroups\.com/i, bySender: true },
  {
    format: 'gmail',
    marks: /mailer-daemon@google|Google tried to deliver|gmail team|mail system of google/i,
    bySender: true,
  },
  {
    format: 'yahoo',
    marks: /Sorry, we were unable to deliver your message|mailer-daemon@[^\n]{0,80}yahoo/i,
    bySender: true,
  },
  { format: 'zoho', marks: /x-zohomail|zoho mail/i, bySender: true },
  { format: 'mail.ru', marks: /mailer-daemon@[^\n]{0,40}mail\.ru/i, bySender: true },
  {
    format: 'gmx',
    marks: /x-ui-out-filterresults|mailer-daemon@[^\n]{0,60}(?:gmx|kundenserver|1and1|ui-dsn)/i,
    bySender: true,
  },
  { format: 'amazon-ses', marks: /amazonses/i, bySender: true },
  { format: 'mailmarshal', marks: /marshal/i, bySender: true },
  { format: 'm-filter', marks: /m-filter/i, bySender: true },
  { format: 'courier', marks: /courier mail server/i },
  { format: 'domino', marks: /\b(?:Domino|Lotus) |DELIVERY FAILURE:/i },
  { format: 'notes', marks: /^-+ Failure Reasons/im },
  { format: 'imail', marks: /SMTP32 v|IMail/i, bySender: true },
  { format: 'exchange-5', marks: /Internet Mail Service \(|did not reach the following recipient/i },
  {
    format: 'exchange',
    marks: /Diagnostic information for administrators|x-ms-exchange-|microsoft exchange/i,
    bySender: true,
  },
  { format: 'outlook.com', marks: /(?:outlook|hotmail|live|protection\.outlook)\.com/i, bySender: true },
  { format: 'messaging-server', marks: /(?:Sun|Oracle|iPlanet)[^\n]{0,60}Messaging/i, bySender: true },
  { format: 'fml', marks: /x-mlserver: ?fml|fml /i },
  { format: 'postfix', marks: /\(Postfix\)|This is the (?:Postfix|mail system at host)/i, bySender: true },
  { format: 'exim', marks: /This message was created automatically by mail delivery software|x-failed-recipients/i },
  { format: 'sendmail', marks: /----- (?:The following addresses|Transcript of session)/i },
] as const satisfies readonly Family[];

/** The mailer that wrote a notice in words; `notice` where it is not known. */
export type NoticeFormat = (typeof families)[number]['format'] | 'notice';

const byFormat: ReadonlyMap<NoticeFormat, Family> = new Map(families.map((family) => [family.format, family]));

/** The mailer that wrote a notice, by its words. */
export const familyOf = (head: string): NoticeFormat =>
  families.find(({ marks }) => marks.test(head))?.format ?? 'notice';

/** Whether the words of a notice themselves show that it is one. */
export const showsItself = (format: NoticeFormat): boolean =>
  format !== 'notice' && byFormat.get(format)?.bySender !== true;
