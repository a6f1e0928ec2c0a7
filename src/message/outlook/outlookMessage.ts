import { NOT_RESTORED } from '../../core/text/outlookFile.ts';
import { type Compound, type Entry, openCompound } from './compound.ts';
import { encoded, mailbox, multipart, part } from './mimeParts.ts';
import { charsetOf, decodedPage, type RtfBody, readRtfBody } from './rtfBody.ts';

/** A message that Outlook keeps in a file, as text of a message; or why it cannot be had. */
export type OutlookMessage =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string };

/** Messages inside of messages that are opened. */
const DEEPEST = 8;

/** Reads a .msg file ([MS-OXMSG]): headers as they were received where it has them, body, attachments. Never throws. */
export function readOutlookMessage(bytes: Uint8Array): OutlookMessage {
  const file = openCompound(bytes);
  if (file === undefined)
    return { ok: false, problem: 'is damaged: it is no compound file that can be read to its end' };
  const entries = file.children(file.root);
  if (!entries.has('__properties_version1.0'))
    return { ok: false, problem: 'is a file of Office, and holds no message of Outlook' };
  const lines = commented(messageLines(file, file.root, 32, 0));
  return { ok: true, text: `${[`Comments: ${NOT_RESTORED}`, ...lines].join('\r\n')}\r\n` };
}

/** A message with what is missing of it said at its start. */
const commented = ({ lines, lost }: MessageLines): string[] => [...lost.map((one) => `Comments: ${one}`), ...lines];

/** Properties ([MS-OXPROPS]) by their numbers. */
const P = {
  headers: 0x007d,
  subject: 0x0037,
  sent: 0x0039,
  received: 0x0e06,
  messageId: 0x1035,
  body: 0x1000,
  html: 0x1013,
  rtf: 0x1009,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  senderSmtp: 0x5d01,
  kind: 0x0c15,
  name: 0x3001,
  address: 0x3003,
  smtp: 0x39fe,
  data: 0x3701,
  shortName: 0x3704,
  longName: 0x3707,
  type: 0x370e,
  contentId: 0x3712,
  codePage: 0x3ffd,
  webCodePage: 0x3fde,
} as const;

interface Properties {
  text(id: number): string | undefined;
  bytes(id: number): Buffer | undefined;
  number(id: number): number | undefined;
  date(id: number): Date | undefined;
}

/** The properties of a storage; `top` octets stand in front of those of fixed length. */
function propertiesOf(file: Compound, storage: Entry, top: number): Properties {
  const entries = file.children(storage);
  const stream = (id: number, type: string): Buffer | undefined => {
    const entry = entries.get(`__substg1.0_${id.toString(16).toUpperCase().padStart(4, '0')}${type}`);
    return entry && file.read(entry);
  };
  const fixed = new Map<number, Buffer>();
  const list = entries.get('__properties_version1.0');
  const table = (list && file.read(list)) ?? Buffer.alloc(0);
  for (let at = top; at + 16 <= table.length; at += 16)
    fixed.set(table.readUInt16LE(at + 2), table.subarray(at + 8, at + 16));
  const number = (id: number): number | undefined => fixed.get(id)?.readUInt32LE(0);
  return {
    number,
    text: (id) =>
      stream(id, '001F')?.toString('utf16le').replace(/\0+$/, '') ?? ofCodePage(stream(id, '001E'), number(P.codePage)),
    bytes: (id) => stream(id, '0102'),
    date(id) {
      const value = fixed.get(id)?.readBigUInt64LE(0);
      // 100 nanoseconds since 1601; Outlook keeps the year 4501 where there is no date.
      const date = value && new Date(Number(value / 10_000n) - 11_644_473_600_000);
      return date && date.getUTCFullYear() < 4501 ? date : undefined;
    },
  };
}

const ofCodePage = (bytes: Buffer | undefined, codePage: number | undefined): string | undefined =>
  bytes && decodedPage(bytes, codePage).replace(/\0+$/, '');

/** Fields that say how the parts were made, which are made anew. */
const OF_PARTS = /^(?:content-[\w-]{1,60}|mime-version)[ \t]{0,9}:/i;

interface MessageLines {
  readonly lines: string[];
  readonly lost: string[];
}

function messageLines(file: Compound, storage: Entry, top: number, depth: number): MessageLines {
  const p = propertiesOf(file, storage, top);
  const lost: string[] = [];
  const lines: string[] = [];
  const header = (p.text(P.headers) ?? '').split(/\r\n|\n|\r/);
  let isLeft = false;
  for (const line of header) {
    if (line === '' || /^Microsoft Mail Internet Headers/i.test(line)) continue;
    if (!/^[ \t]/.test(line)) isLeft = OF_PARTS.test(line) || !/^[!-9;-~]{1,200}[ \t]{0,9}:/.test(line);
    if (!isLeft) lines.push(line);
  }
  if (lines.length === 0) {
    for (const line of madeHeader(file, storage, p)) lines.push(line);
    lost.push('The file has no headers as they travelled; those below are made of what Outlook kept.');
  }
  const kept = p.bytes(P.html) ?? (p.text(P.html) === undefined ? undefined : Buffer.from(p.text(P.html) as string));
  const packed = kept === undefined ? p.bytes(P.rtf) : undefined;
  const rtf = packed && readRtfBody(packed);
  const own = p.text(P.body);
  if (packed !== undefined && own === undefined) lost.push(lossOf(rtf));
  const html = kept ?? (rtf?.kind === 'html' ? Buffer.from(rtf.text) : undefined);
  const text = own ?? (rtf?.kind === 'text' ? rtf.text : undefined);
  const bodies: string[][] = [];
  if (text !== undefined || html === undefined) bodies.push(part('text/plain; charset=utf-8', Buffer.from(text ?? '')));
  if (html !== undefined)
    bodies.push(part(`text/html; charset=${kept === undefined ? 'utf-8' : charsetOf(p.number(P.webCodePage))}`, html));
  const body = bodies.length === 1 ? (bodies[0] as string[]) : multipart('alternative', bodies, depth);
  const parts = [body];
  for (const [name, entry] of [...file.children(storage)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!name.startsWith('__attach_version1.0_')) continue;
    if (!file.hasRoom()) {
      lost.push('More than 1000 attachments: the others are left out.');
      break;
    }
    const attached = attachment(file, entry, depth);
    if (Array.isArray(attached)) parts.push(attached);
    else lost.push(attached);
  }
  lines.push('MIME-Version: 1.0');
  for (const line of parts.length === 1 ? body : multipart('mixed', parts, depth)) lines.push(line);
  return { lines, lost };
}

/** What is to be known of a body that was kept in RTF alone. */
function lossOf(rtf: RtfBody | undefined): string {
  if (rtf === undefined) return 'The body is kept in RTF alone, which is damaged and not shown.';
  const cut = rtf.isWhole ? '' : ' It is damaged or larger than is read: its end is missing.';
  return rtf.isRestored
    ? `The body was kept in RTF and is put back into ${rtf.kind === 'html' ? 'HTML' : 'text'}.${cut}`
    : `The body is kept in RTF alone: its text is shown, without pictures and layout.${cut}`;
}

function madeHeader(file: Compound, storage: Entry, p: Properties): string[] {
  const lines: string[] = [];
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') lines.push(`${name}: ${encoded(value)}`);
  };
  add('From', mailbox(p.text(P.senderName), p.text(P.senderSmtp) ?? p.text(P.senderAddress)));
  const people = new Map<number, string[]>();
  for (const [name, entry] of file.children(storage)) {
    if (!name.startsWith('__recip_version1.0_')) continue;
    const one = propertiesOf(file, entry, 8);
    const kind = one.number(P.kind) ?? 1;
    const address = mailbox(one.text(P.name), one.text(P.smtp) ?? one.text(P.address));
    people.set(kind, [...(people.get(kind) ?? []), encoded(address)]);
  }
  for (const [kind, name] of [
    [1, 'To'],
    [2, 'Cc'],
    [3, 'Bcc'],
  ] as const) {
    const list = people.get(kind);
    if (list !== undefined) lines.push(`${name}: ${list.join(',\r\n ')}`);
  }
  add('Subject', p.text(P.subject));
  add('Date', (p.date(P.sent) ?? p.date(P.received))?.toUTCString().replace('GMT', '+0000'));
  add('Message-ID', p.text(P.messageId));
  return lines;
}

/** An attachment as a part, or what was lost of it. */
function attachment(file: Compound, storage: Entry, depth: number): string[] | string {
  const p = propertiesOf(file, storage, 8);
  const name = (p.text(P.longName) ?? p.text(P.shortName) ?? p.text(P.name) ?? 'attachment')
    .replace(/[\p{Cc}"\\]/gu, '')
    .slice(0, 200);
  const inner = file.children(storage).get('__substg1.0_3701000D');
  if (inner !== undefined && !inner.isStream) {
    if (depth >= DEEPEST) return `A message inside more than ${DEEPEST} others is left out.`;
    return [
      'Content-Type: message/rfc822',
      'Content-Disposition: attachment',
      '',
      ...commented(messageLines(file, inner, 24, depth + 1)),
    ];
  }
  const data = p.bytes(P.data);
  if (data === undefined)
    return `The attachment ${/[^ -~]/.test(name) ? '' : `${name} `}is damaged or kept elsewhere, and is left out.`;
  const type = /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.exec(p.text(P.type) ?? '')?.[0] ?? 'application/octet-stream';
  const id = p.text(P.contentId)?.replace(/[^!-;=?-~]/g, '');
  const file2231 = /[^ -~]/.test(name)
    ? `filename*=utf-8''${encodeURIComponent(Buffer.from(name).toString())}`
    : `filename="${name}"`;
  return part(
    type.startsWith('text/') || /^(?:message|multipart)\//.test(type) ? 'application/octet-stream' : type,
    data,
    [`Content-Disposition: attachment; ${file2231}`, ...(id === undefined || id === '' ? [] : [`Content-ID: <${id}>`])],
  );
}
