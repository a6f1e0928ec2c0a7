import { evidenceOf, isRecall } from '../../mail/bounces/evidence.ts';
import { fieldNamed, fieldsNamed } from '../../mail/header/fields.ts';
import type { Message, Part } from '../../mail/message.ts';
import { findAggregateReport } from '../../mail/reports/aggregateReports.ts';
import { short } from '../../text/few.ts';

export type KindName =
  | 'automatic-reply'
  | 'automatic'
  | 'calendar'
  | 'complaint'
  | 'delivery-report'
  | 'dmarc-or-tls-report'
  | 'encrypted'
  | 'list'
  | 'newsletter'
  | 'protected'
  | 'receipt'
  | 'signed';

/** One thing that the message is. */
export interface Kind {
  readonly kind: KindName;
  /** What stands behind "It is". */
  readonly words: string;
}

/** What the message is, by its header and the types of its parts; empty for mail from a person to people. */
export function kindsOf(message: Message): readonly Kind[] {
  return [...reports(message), ...contents(message), ...mailings(message)];
}

function reports(message: Message): readonly Kind[] {
  if (message.report !== undefined) return [{ kind: 'delivery-report', words: 'a delivery report' }];
  if (message.feedback !== undefined) {
    const { incident, type } = message.feedback;
    const words =
      incident !== undefined
        ? 'an abuse report on a host'
        : type === 'auth-failure'
          ? 'a report on a message that failed authentication'
          : 'a complaint or another report on a message';
    return [{ kind: 'complaint', words }];
  }
  if (message.disposition !== undefined || isPackedReceipt(message)) return [{ kind: 'receipt', words: 'a receipt' }];
  if (message.automaticReply !== undefined) return [{ kind: 'automatic-reply', words: 'an automatic answer' }];
  if (isRecall(message.fields)) return [{ kind: 'automatic', words: 'a report on mail that was called back' }];
  if (findAggregateReport(message.root) !== undefined)
    return [{ kind: 'dmarc-or-tls-report', words: 'a report on DMARC or TLS by a machine' }];
  if (evidenceOf(message.fields) === 2 && message.body.end - message.body.start < 4)
    return [{ kind: 'delivery-report', words: 'the header of a notice that mail was not delivered, without its text' }];
  const submitted = fieldNamed(message.fields, 'auto-submitted')?.value ?? '';
  return /^auto-generated\b/i.test(submitted.trim()) ? [{ kind: 'automatic', words: 'mail of a program' }] : [];
}

/** A receipt that Outlook packed into its own form, with nothing else to read (MS-OXTNEF 2.1.3.3). */
const isPackedReceipt = ({ root, fields }: Message): boolean =>
  root.contentType === 'application/ms-tnef' &&
  /^\s?(?:not |nicht |non? |não |niet )?(?:read|gelesen|lue?|leído|lido|letto|gelezen|przeczytano|прочтено)\s?:/i.test(
    fieldNamed(fields, 'subject')?.value ?? '',
  );

/** Parts that are looked at. */
const MOST_PARTS = 200;

function* partsIn(part: Part): Iterable<Part> {
  yield part;
  for (const child of part.parts) yield* partsIn(child);
}

function contents({ root, fields }: Message): readonly Kind[] {
  const found = new Map<string, Kind>();
  const add = (kind: KindName, words: string): void => {
    found.set(words, { kind, words });
  };
  if (/^rpmsg\.message/i.test(fieldNamed(fields, 'content-class')?.value ?? ''))
    add('protected', 'protected by Microsoft Purview (RMS): only its recipients can open it');
  let looked = 0;
  for (const part of partsIn(root)) {
    if (looked++ > MOST_PARTS) break;
    const typed = fieldNamed(part.fields, 'content-type')?.value.slice(0, 1000) ?? '';
    const parameter = (name: string): string | undefined =>
      new RegExp(`;\\s{0,20}${name}\\s{0,5}=\\s{0,5}"?([\\w./+-]{1,60})`, 'i').exec(typed)?.[1]?.toLowerCase();
    switch (part.contentType) {
      case 'text/calendar':
        add('calendar', CALENDAR.get(parameter('method') ?? '') ?? 'a calendar entry');
        break;
      case 'application/ics':
        if (![...found.values()].some(({ kind }) => kind === 'calendar')) add('calendar', 'a calendar entry');
        break;
      case 'application/pkcs7-mime':
      case 'application/x-pkcs7-mime':
        if (parameter('smime-type') === 'signed-data') add('signed', 'signed with S/MIME');
        else add('encrypted', 'encrypted with S/MIME: no filter can look inside');
        break;
      case 'multipart/signed':
        add('signed', parameter('protocol')?.includes('pgp') === true ? 'signed with PGP' : 'signed with S/MIME');
        break;
      case 'multipart/encrypted':
        add('encrypted', 'encrypted with PGP: no filter can look inside');
        break;
      case 'application/x-microsoft-rpmsg-message':
        add('protected', 'protected by Microsoft Purview (RMS): only its recipients can open it');
        break;
      default:
    }
  }
  return [...found.values()];
}

/** RFC 5546 1.4 */
const CALENDAR: ReadonlyMap<string, string> = new Map([
  ['request', 'a calendar invitation'],
  ['reply', 'an answer to a calendar invitation'],
  ['cancel', 'a calendar cancellation'],
  ['publish', 'a calendar entry'],
  ['counter', 'a counter-proposal to a calendar invitation'],
]);

/** RFC 2919, RFC 2369, and what older lists write. */
export function listOf({ fields }: Message): string | undefined {
  const id = fieldNamed(fields, 'list-id')?.value ?? '';
  const isPost = fieldNamed(fields, 'list-post') !== undefined;
  const older =
    fieldNamed(fields, 'x-mailing-list') ?? fieldNamed(fields, 'x-beenthere') ?? fieldNamed(fields, 'mailing-list');
  const isList =
    isPost || older !== undefined || /^(?:list)\b/i.test(fieldNamed(fields, 'precedence')?.value.trim() ?? '');
  const byBulk = id !== '' && fieldNamed(fields, 'list-unsubscribe') === undefined && LIST_NAME.test(id);
  const byArchive =
    id !== '' && (fieldNamed(fields, 'list-archive') ?? fieldNamed(fields, 'list-subscribe')) !== undefined;
  if (!isList && !byBulk && !byArchive) return undefined;
  const name = /<([^<>\s]{1,200})>/.exec(id)?.[1] ?? (id === '' ? older?.value : id);
  // Yahoo writes `list l@a.test; contact …`, ezmlm `contact l-help@a.test; run by ezmlm`.
  return short(
    name?.replace(/[<>;].*$|^list (?=\S)|^contact (?=\S)|-help(?=@\S{1,250}; run by ezmlm)/g, '') ?? '',
    100,
  );
}

/** The identifier of a list ends in a domain (RFC 2919 3); those of Salesforce's mailings end in `xt.local`. */
const LIST_NAME = /<[\w.-]{1,100}\.(?!local>)[a-z]{2,24}>\s*$/i;

function mailings(message: Message): readonly Kind[] {
  const { fields } = message;
  const list = listOf(message);
  if (list !== undefined) return [{ kind: 'list', words: list === '' ? 'mail of a list' : `mail of the list ${list}` }];
  const many =
    fieldNamed(fields, 'list-unsubscribe') ??
    fieldNamed(fields, 'feedback-id') ??
    fieldNamed(fields, 'list-id') ??
    fieldsNamed(fields, 'precedence').find(({ value }) => /^\s*bulk\b/i.test(value));
  return many === undefined ? [] : [{ kind: 'newsletter', words: 'a newsletter or other mail to many' }];
}
