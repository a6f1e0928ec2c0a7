import { readBodyText } from '../../mail/links/bodyText.ts';
import { decodeEntities } from '../../mail/links/entities.ts';
import { textLinks } from '../../mail/links/textLinks.ts';
import { unwrap } from '../../mail/links/unwrap.ts';
import type { Message, Part } from '../../mail/message.ts';
import { encodingOf } from '../../mail/partSize.ts';
import { endWords, layerSentences } from '../../report/linkWords.ts';
import { cutTo } from '../../text/few.ts';
import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import { type Span, touches } from '../../text/span.ts';
import type { Block, Ticket } from '../../ticket/ticket.ts';
import type { HoverText } from './hoverText.ts';

/** Characters around the cursor, and encoded lines around its own, that are looked through for an address. */
const AROUND = 16_000;
const LINES_AROUND = 80;

/** What an address leads to under the cursor, where a filter or another service put its own around it. */
export function linkHover(ticket: Ticket, block: Block, offset: number): HoverText | undefined {
  const found = addressAt(ticket, block, offset);
  const unwrapped = found === undefined ? undefined : unwrap(decodeEntities(found.address));
  if (found === undefined || unwrapped === undefined || unwrapped.layers.length === 0) return undefined;
  const end = endWords(unwrapped);
  const inside =
    unwrapped.ends === undefined
      ? `Leads to ${codeSpan(cutTo(unwrapped.address, 2000))}`
      : `${escapeMarkdown(`${end?.[0]?.toUpperCase()}${end?.slice(1)}`)}\\.`;
  const layers = layerSentences(unwrapped.layers).map(escapeMarkdown);
  return { span: found.span, markdown: [inside, ...layers, 'Nothing was looked up for this\\.'].join('\n\n') };
}

interface Found {
  readonly span: Span;
  readonly address: string;
}

function addressAt(ticket: Ticket, block: Block, offset: number): Found | undefined {
  const { text, lines } = ticket;
  const line = lines.lineOf(offset);
  const start = Math.max(lines.start(line), offset - AROUND);
  const end = Math.min(lines.end(line), offset + AROUND);
  const part = block.kind === 'message' ? leafAt(block, offset) : undefined;
  if (part !== undefined && encodingOf(part) === 'quoted-printable') {
    const first = Math.max(part.body.start, lines.start(Math.max(0, line - LINES_AROUND)));
    const last = Math.min(part.body.end, lines.start(line + LINES_AROUND));
    const body = readBodyText(text, { ...part, body: { start: first, end: last } });
    return pick(body.text, body.place, offset);
  }
  return pick(text.slice(start, end), (at) => start + at, offset);
}

function pick(text: string, place: (at: number) => number, offset: number): Found | undefined {
  for (const { href, at, length } of textLinks(text)) {
    const span = { start: place(at), end: place(at + length - 1) + 1 };
    if (touches(span, offset)) return { span, address: href };
    if (span.start > offset) return undefined;
  }
  return undefined;
}

/** The leaf in whose body the offset stands, that of a message inside the message as well. */
function leafAt(message: Message, offset: number): Part | undefined {
  let part: Part = message.root;
  for (;;) {
    if (part.message !== undefined && touches(part.message, offset)) part = part.message.root;
    const child = part.parts.find((one) => touches(one, offset));
    if (child === undefined || child === part) break;
    part = child;
  }
  return part.parts.length === 0 && touches(part.body, offset) ? part : undefined;
}
