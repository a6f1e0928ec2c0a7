import { decodeEncodedWords } from '../header/encodedWords.ts';
import { fieldNamed } from '../header/fields.ts';
import type { Field, Part } from '../message.ts';
import { AUTOMATIC, DELAYED, UNDELIVERED } from './noticeWords.ts';

/** How much in a header says that the message is a notice of a mailer: 0 nothing, 1 something, 2 enough. */
export type Evidence = 0 | 1 | 2;

/** Looks at the header alone, so that an ordinary message costs nothing more. */
export function evidenceOf(fields: readonly Field[]): Evidence {
  if (fieldNamed(fields, 'x-failed-recipients') !== undefined) return 2;
  const type = reportType(fields);
  if (type !== undefined) return type === 'delivery-status' ? 2 : 0;
  if (isFromSns(fields)) return 2;
  const subject = subjectOf(fields);
  if (isRecall(fields)) return 0;
  const subjectOfOne = SUBJECT.test(subject) || UNDELIVERED.test(subject) || DELAYED.test(subject);
  const mailer = isFromMailer(fields);
  if (!mailer && AUTOMATIC.test(subject.slice(0, 60))) return 0;
  if (mailer || isNullPath(fields)) return subjectOfOne ? 2 : AUTOMATIC.test(subject) ? 0 : 1;
  const ends = /:\s{0,4}([^:]{3,60})$/.exec(subject.replace(REPLY, ''))?.[1];
  const spoken = subjectOfOne && (!REPLY.test(subject) || (ends !== undefined && UNDELIVERED.test(ends)));
  return spoken || isByProgram(fields) ? 1 : 0;
}

/** Whether a program of a server wrote the message, not one that answers for a person. */
export const isFromMailer = (fields: readonly Field[]): boolean =>
  FROM.test(fieldOf(fields, 'from')) || MAILER_FIELDS.some((name) => fieldNamed(fields, name) !== undefined);

/**
 * Whether a mailer is nothing but the name in front of somebody's address, and the message was sent from an address as
 * well: notices are sent with the null reverse-path (RFC 5321 4.5.5).
 */
export function isPosing(fields: readonly Field[]): boolean {
  const from = fieldOf(fields, 'from');
  const address = /<([^<>\s]{1,255}@[^<>\s]{1,255})>/.exec(from)?.[1];
  if (address === undefined || !DAEMON.test(from) || FROM.test(address)) return false;
  return /@/.test(fieldOf(fields, 'return-path').replace(/mailer-daemon@|postmaster@/i, ''));
}

/** What nobody but a mailer has for a name. */
const DAEMON = /mailer[-_. ]?daemon|mail (?:system )?deliver|delivery (?:sub)?system|microsoftexchange/i;

const fieldOf = (fields: readonly Field[], name: string): string => fieldNamed(fields, name)?.value.slice(0, 300) ?? '';

export const isMailerName = (name: string): boolean => DAEMON.test(name);

/** Exchange tells whether mail that was sent could be called back. */
export const isRecall = (fields: readonly Field[]): boolean =>
  /^(?:message recall|nachrichtenrückruf)\b/i.test(subjectOf(fields));

/** RFC 3834 5: by whatever program. */
const isByProgram = (fields: readonly Field[]): boolean => /^auto-/i.test(fieldOf(fields, 'auto-submitted'));

/** Amazon's notification service mails what SES tells it. */
export const isFromSns = (fields: readonly Field[]): boolean => /@sns\.amazonaws\.com\b/i.test(fieldOf(fields, 'from'));

export const subjectOf = (fields: readonly Field[]): string => {
  const raw = fieldNamed(fields, 'subject')?.value.slice(0, 1000) ?? '';
  return decodeEncodedWords(raw) ?? raw;
};

/** The `report-type` of a multipart/report (RFC 6522 3). */
export const reportType = (fields: readonly Field[]): string | undefined => {
  const value = fieldNamed(fields, 'content-type')?.value ?? '';
  if (!/^multipart\/report\b/i.test(value)) return undefined;
  return /report-type="?([\w-]{1,60})/i.exec(value)?.[1]?.toLowerCase();
};

/** RFC 5321 4.5.5: a notice is sent with the null reverse-path. */
export const isNullPath = (fields: readonly Field[]): boolean =>
  /^<?\s*(?:mailer-daemon(?:@[^>]*)?)?\s*>?$/i.test(fieldNamed(fields, 'return-path')?.value ?? 'x');

const MAILER_FIELDS = [
  'x-ms-embedded-report',
  'x-dsncontext',
  'x-ahmailid',
  'x-mx-bounce',
  'x-ms-exchange-message-is-ndr',
];

const FROM =
  /^\s{0,4}<>\s{0,4}$|mailer[-_. ]?daemon|post[-_]?master|mail ?(?:system )?deliver|delivery (?:sub)?system|mail[. ]delivery|system administrator|administrat(?:or|ion) (?:du )?(?:system|syst)|mail system|ndr administrator|systemadministrator|\bbounce|no-?reply@[^>\s]*(?:dion|auone|ezweb|docomo)|amazonses|mailsystem|microsoft ?exchange|microsoft outlook|complaints@|info@notify|content[- ]?filter at |\bvirus-?alert\b|\bamavis/i;

const SUBJECT =
  /undeliver|non[- ]?deliver|not? (?:be )?delivered|deliver(?:y|ing)[- ](?:status|fail|problem|notif|report|error|delay|incomplete|has)|delivery? (?:of )?.{0,40}fail|fail(?:ure|ed)?.{0,40}deliver|returned (?:e?-?mail|to sender|message)|failure (?:notice|notification|delivery)|mail (?:delivery|system) |mail (?:failure|error|failed)|message (?:delivery|delayed|could not|you sent blocked)|could not (?:be sent|send|deliver)|can(?:not|'t) (?:be )?(?:sent|send|deliver)|error sending|unzustellbar|nicht zugestellt|zustell|non ?(?:re|dé|de)?(?:mis|livr|distribu)|échec|no se (?:pudo|ha podido)|no entregad|devuelto|mancata consegna|niet (?:worden )?bezorg|не доставлен|недостав|не удалось|メール(?:エラー|配信|送信)|送信(?:できません|エラー|失敗)|配信(?:できません|エラー|不能|失敗)|エラーメール|配達|退信|投递失败|投遞|退信通知|系统退信|warning: (?:could not|message)|bounce|user unknown|host unknown|are not member|loop alert|^\s{0,4}(?:virus|banned|infected|spam|considered unsolicited)\b.{0,80}\b(?:in (?:mail|message)|from (?:you|local|unknown|\(|<|\?)|apparently from)/i;

const REPLY = /^(?:re|aw|sv|antw)(?:\[\d+\])?:/i;

/**
 * A leaf that a person reads, plain text before HTML; what came back is left out. A multipart whose boundaries are lost
 * is text.
 */
export function noticePart(root: Part): Part | undefined {
  return leafOf(root, 'text/plain') ?? leafOf(root, 'text/html');
}

function leafOf(part: Part, type: string): Part | undefined {
  if (part.message !== undefined) return undefined;
  if (part.parts.length === 0) {
    const fits = part.contentType === type || (type === 'text/plain' && part.contentType.startsWith('multipart/'));
    return fits && part.body.end - part.body.start > 1 ? part : undefined;
  }
  if (!part.contentType.startsWith('multipart/')) return undefined;
  for (const child of part.parts) {
    const found = leafOf(child, type);
    if (found !== undefined) return found;
  }
  return undefined;
}
