/** A mailer that writes its notices in words of its own. */
interface Family {
  readonly format: string;
  /** Held against `From`, `Subject`, names of the fields and the first words, a line each. */
  readonly marks: RegExp;
}

/** The more particular come first. */
const families: readonly Family[] = [
  { format: 'qmail', marks: /qmail-send program|^This is the .{0,40} program at .{1,200}\nI'm (?:afraid|sorry)/im },
  { format: 'dragonfly', marks: /^This is the DragonFly Mail Agent/im },
  { format: 'opensmtpd', marks: /^\s*This is the MAILER-DAEMON, please DO NOT REPLY/im },
  { format: 'google-groups', marks: /google groups|googlegroups\.com/i },
  { format: 'gmail', marks: /mailer-daemon@google|Google tried to deliver|gmail team|mail system of google/i },
  { format: 'yahoo', marks: /Sorry, we were unable to deliver your message|mailer-daemon@[^\n]{0,80}yahoo/i },
  { format: 'zoho', marks: /x-zohomail|zoho mail/i },
  { format: 'mail.ru', marks: /mailer-daemon@[^\n]{0,40}mail\.ru/i },
  { format: 'gmx', marks: /x-ui-out-filterresults|mailer-daemon@[^\n]{0,60}(?:gmx|kundenserver|1and1|ui-dsn)/i },
  { format: 'amazon-ses', marks: /amazonses/i },
  { format: 'mailmarshal', marks: /marshal/i },
  { format: 'm-filter', marks: /m-filter/i },
  { format: 'courier', marks: /courier mail server/i },
  { format: 'domino', marks: /\b(?:Domino|Lotus) |DELIVERY FAILURE:/i },
  { format: 'notes', marks: /^-+ Failure Reasons/im },
  { format: 'imail', marks: /SMTP32 v|IMail/i },
  { format: 'exchange-5', marks: /Internet Mail Service \(|did not reach the following recipient/i },
  { format: 'exchange', marks: /Diagnostic information for administrators|x-ms-exchange-|microsoft exchange/i },
  { format: 'outlook.com', marks: /(?:outlook|hotmail|live|protection\.outlook)\.com/i },
  { format: 'messaging-server', marks: /(?:Sun|Oracle|iPlanet)[^\n]{0,60}Messaging/i },
  { format: 'fml', marks: /x-mlserver: ?fml|fml /i },
  { format: 'postfix', marks: /\(Postfix\)|This is the (?:Postfix|mail system at host)/i },
  { format: 'exim', marks: /This message was created automatically by mail delivery software|x-failed-recipients/i },
  { format: 'sendmail', marks: /----- (?:The following addresses|Transcript of session)/i },
];

/** The mailer that wrote a notice; `notice` where its words do not tell. */
export const familyOf = (head: string): string => families.find(({ marks }) => marks.test(head))?.format ?? 'notice';

/** Families that show themselves by who sent the message, which says nothing of what it is. */
const BY_SENDER: ReadonlySet<string> = new Set([
  ...['notice', 'google-groups', 'gmail', 'yahoo', 'zoho', 'mail.ru', 'gmx', 'amazon-ses', 'mailmarshal', 'm-filter'],
  ...['imail', 'exchange', 'outlook.com', 'messaging-server', 'postfix'],
]);

/** Whether the words of a notice themselves show that it is one. */
export const showsItself = (format: string): boolean => !BY_SENDER.has(format);
