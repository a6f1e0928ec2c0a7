import type { Lines } from '../text/lines.ts';
import { isDeliveryStatus } from './deliveryReport.ts';
import { fieldNamed, isEmptyLine, readHeader } from './fields.ts';
import type { Field, Message, Part } from './message.ts';
import { readStructured, type Structured } from './parameters.ts';

/** Deeper parts are left as leaves. */
export const DEPTH_LIMIT = 24;

/** Lines of a part: its header block has been read already. */
export interface PartLines {
  readonly first: number;
  readonly body: number;
  /** Half-open. */
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
  const leaf: Part = {
    start: lines.start(at.first),
    end: endOf(lines, at.first, at.end),
    contentType,
    ...(filename === undefined || filename === '' ? {} : { filename }),
    attachment: isAttachment(disposition, filename, contentType),
    fields,
    body: {
      start: Math.min(lines.start(at.body), endOf(lines, at.first, at.end)),
      end: endOf(lines, at.first, at.end),
    },
    parts: [],
  };
  if (depth >= DEPTH_LIMIT) return leaf;
  if (contentType.startsWith('multipart/')) {
    return { ...leaf, parts: readMultipart(lines, at, type, contentType, depth, readNested) };
  }
  if (!isIdentity(fields) || at.body >= at.end) return leaf;
  if (isDeliveryStatus(contentType)) return { ...leaf, parts: readGroups(lines, at) };
  if (MESSAGE_TYPES.has(contentType)) return { ...leaf, message: readNested(lines, at.body, at.end, depth + 1) };
  return leaf;
}

/** RFC 2046 5.2.1, RFC 6532 3.7, RFC 6522 4, RFC 6533 3. */
const MESSAGE_TYPES: ReadonlySet<string> = new Set([
  'message/rfc822',
  'message/global',
  'text/rfc822-headers',
  'message/global-headers',
]);

/** The line break in front of a boundary belongs to the boundary (RFC 2046 5.1.1). */
const endOf = (lines: Lines, first: number, end: number): number =>
  end >= lines.count ? lines.text.length : end > first ? lines.end(end - 1) : lines.start(first);

/** RFC 2183 2.8: a disposition that is not known counts as an attachment. */
const isAttachment = (disposition: Structured, filename: string | undefined, contentType: string): boolean =>
  disposition.value === ''
    ? filename !== undefined && !contentType.startsWith('multipart/')
    : disposition.value !== 'inline' && disposition.value !== 'form-data';

const isIdentity = (fields: readonly Field[]): boolean =>
  /^(?:|7bit|8bit|binary)$/i.test(fieldNamed(fields, 'content-transfer-encoding')?.value.trim() ?? '');

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
  for (let line = at.body; line < at.end; line++) {
    const mark = boundaryAt(lines, line, boundary);
    if (mark === undefined) continue;
    close(line);
    if (mark === 'last') return parts;
    first = line + 1;
  }
  close(at.end);
  return parts;
}

function boundaryAt(lines: Lines, line: number, boundary: string): 'part' | 'last' | undefined {
  const text = lines.text;
  const start = lines.start(line);
  if (text.charCodeAt(start) !== 0x2d || text.charCodeAt(start + 1) !== 0x2d) return undefined;
  if (!text.startsWith(boundary, start + 2)) return undefined;
  const rest = text.slice(start + 2 + boundary.length, Math.min(lines.end(line), start + 1200)).trimEnd();
  return rest === '' ? 'part' : rest === '--' ? 'last' : undefined;
}

/**
 * A delivery status is groups of fields with empty lines between them (RFC 3464 2.1). Each group stands in the tree as a
 * part with a header and no body.
 */
function readGroups(lines: Lines, at: PartLines): readonly Part[] {
  const groups: Part[] = [];
  for (let line = at.body; line < at.end; ) {
    if (isEmptyLine(lines, line)) {
      line++;
      continue;
    }
    const header = readHeader(lines, line, at.end);
    let endLine = header.endLine;
    while (endLine < at.end && !isEmptyLine(lines, endLine)) endLine++;
    const end = endOf(lines, line, endLine);
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
