import type { Lines } from '../text/lines.ts';
import { readNoticeText } from './bounces/noticeText.ts';
import { readEncodedGroups } from './bounces/statusFields.ts';
import { fieldNamed, isEmptyLine, readHeader } from './header/fields.ts';
import { readStructured, type Structured } from './header/parameters.ts';
import type { Field, Message, Part } from './message.ts';
import { isDeliveryStatus } from './reports/deliveryReport.ts';
import { isDispositionNotification } from './reports/dispositionNotification.ts';
import { isFeedbackReport } from './reports/feedbackReport.ts';

/** Deeper parts are left as leaves. */
const DEPTH_LIMIT = 24;

/** Lines of a part: its header block has been read already. */
export interface PartLines {
  readonly first: number;
  readonly body: number;
  /** The offset behind its last line. */
  readonly end: number;
}

/** Reads a message inside a part. A parameter, because a message is made of parts and a part may hold a message. */
export type ReadNested = (lines: Lines, first: number, end: number, depth: number) => Message;

/** Reads one part and what is inside it. `defaultType` is what it is where no Content-Type is stated (RFC 2046 5.1.5). */
export function readPart(
  lines: Lines,
  fields: readonly Field[],
  at: PartLines,
  depth: number,
  readNested: ReadNested,
  defaultType = 'text/plain',
): Part {
  const type = readStructured(fieldNamed(fields, 'content-type')?.value ?? '');
  // RFC 2045 5.2: a type that cannot be read is plain text.
  const contentType = /^[!-.0-~]{1,127}\/[!-.0-~]{1,127}$/.test(type.value) ? type.value : defaultType;
  const disposition = readStructured(fieldNamed(fields, 'content-disposition')?.value ?? '');
  const filename = disposition.parameters.get('filename') ?? type.parameters.get('name');
  const end = endOf(lines, lines.start(at.first), at.end);
  const leaf: Part = {
    start: lines.start(at.first),
    end,
    contentType,
    ...(filename === undefined || filename === '' ? {} : { filename }),
    attachment: isAttachment(disposition, filename, contentType),
    fields,
    body: { start: Math.min(lines.start(at.body), end), end },
    parts: [],
  };
  if (depth >= DEPTH_LIMIT) return leaf;
  if (contentType.startsWith('multipart/')) {
    return { ...leaf, parts: readMultipart(lines, at, type, contentType, depth, readNested) };
  }
  if (lines.start(at.body) >= at.end) return leaf;
  if (!isIdentity(fields)) {
    if (isStatus(contentType)) return { ...leaf, parts: encodedGroups(lines.text, leaf) };
    return MESSAGE_TYPES.has(contentType) ? { ...leaf, ...decodedMessage(lines.text, leaf, depth, readNested) } : leaf;
  }
  if (isStatus(contentType)) return { ...leaf, parts: readGroups(lines, at) };
  if (MESSAGE_TYPES.has(contentType)) return { ...leaf, message: readNested(lines, at.body, at.end, depth + 1) };
  return leaf;
}

/** Encoded against RFC 3464 2.1 and RFC 5965 2, as some gateways do; each group stands where the body does. */
const encodedGroups = (text: string, part: Part): readonly Part[] =>
  readEncodedGroups(text, part).map(({ start, end, fields }) => ({
    start,
    end,
    contentType: 'text/plain',
    attachment: false,
    fields,
    body: { start: end, end },
    parts: [],
  }));

/** As much of it as is read of a notice: the header, and what it says itself. */
function decodedMessage(text: string, leaf: Part, depth: number, readNested: ReadNested): Partial<Part> {
  const { lines } = readNoticeText(text, leaf);
  const decodedMessage = readNested(lines, 0, lines.text.length, depth + 1);
  return decodedMessage.fields.length === 0 ? {} : { decodedMessage };
}

/** Types whose body is groups of fields. */
const isStatus = (type: string): boolean =>
  isDeliveryStatus(type) || isFeedbackReport(type) || isDispositionNotification(type);

/** RFC 2046 5.2.1, RFC 6532 3.7, RFC 6522 4, RFC 6533 3. */
const MESSAGE_TYPES: ReadonlySet<string> = new Set([
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'message/global-headers',
]);

/** The line break in front of a boundary belongs to the boundary (RFC 2046 5.1.1). */
function endOf(lines: Lines, start: number, end: number): number {
  const { text } = lines;
  if (end >= text.length || end <= start) return Math.max(start, Math.min(end, text.length));
  const lf = text.charCodeAt(end - 1) === 10 ? 1 : 0;
  const cr = text.charCodeAt(end - 1 - lf) === 13 ? 1 : 0;
  return Math.max(start, end - lf - cr);
}

/** RFC 2183 2.8: a disposition that is not known counts as an attachment. */
const isAttachment = (disposition: Structured, filename: string | undefined, contentType: string): boolean =>
  disposition.value === ''
    ? filename !== undefined && !contentType.startsWith('multipart/')
    : disposition.value !== 'inline' && disposition.value !== 'form-data';

const isIdentity = (fields: readonly Field[]): boolean =>
  /^(?:|7bit|8bit|binary)$/i.test(fieldNamed(fields, 'content-transfer-encoding')?.value ?? '');

function readMultipart(
  lines: Lines,
  at: PartLines,
  type: Structured,
  contentType: string,
  depth: number,
  readNested: ReadNested,
): readonly Part[] {
  const boundary = type.parameters.get('boundary');
  if (boundary === undefined || boundary === '' || boundary.length > 1000) return [];
  const childType = contentType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const parts: Part[] = [];
  let first = -1;
  const close = (end: number): void => {
    if (first < 0) return;
    const header = readHeader(lines, first, end);
    const child = { first, body: header.bodyLine, end };
    parts.push(readPart(lines, header.fields, child, depth + 1, readNested, childType));
  };
  const delimiter = `--${boundary}`;
  const from = lines.start(at.body);
  for (let found = lines.text.indexOf(delimiter, from); found >= 0 && found < at.end; ) {
    const mark = boundaryAt(lines.text, found, delimiter);
    if (mark !== undefined) {
      close(found);
      if (mark === 'last') return parts;
      first = lines.lineOf(found) + 1;
    }
    found = lines.text.indexOf(delimiter, found + delimiter.length);
  }
  close(at.end);
  return parts;
}

/** What the delimiter found at `start` is; it must fill a line of its own, blanks behind it allowed (RFC 2046 5.1.1). */
function boundaryAt(text: string, start: number, delimiter: string): 'part' | 'last' | undefined {
  const before = start === 0 ? 10 : text.charCodeAt(start - 1);
  if (before !== 10 && before !== 13) return undefined;
  const rest = REST.exec(text.slice(start + delimiter.length, start + delimiter.length + 200));
  return rest === null ? undefined : rest[1] === '--' ? 'last' : 'part';
}

const REST = /^(--)?[ \t]{0,190}(?:[\r\n]|$)/;

/**
 * A delivery status is groups of fields with empty lines between them (RFC 3464 2.1). Each group stands in the tree as a
 * part with a header and no body.
 */
function readGroups(lines: Lines, at: PartLines): readonly Part[] {
  const groups: Part[] = [];
  for (let line = at.body; lines.start(line) < at.end; ) {
    if (isEmptyLine(lines, line)) {
      line++;
      continue;
    }
    const header = readHeader(lines, line, at.end);
    let endLine = header.endLine;
    while (lines.start(endLine) < at.end && !isEmptyLine(lines, endLine)) endLine++;
    const end = endOf(lines, lines.start(line), Math.min(lines.start(endLine), at.end));
    groups.push({
      start: lines.start(line),
      end,
      contentType: 'text/plain',
      attachment: false,
      fields: header.fields,
      body: { start: end, end },
      parts: [],
    });
    line = endLine;
  }
  return groups;
}
