import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentLink } from 'vscode-languageserver-types';
import { rfcs, rfcUrl } from '../../knowledge/rfcs.ts';
import { unwrap } from '../../mail/links/unwrap.ts';
import { endWords, layerNames } from '../../report/linkWords.ts';
import { cutTo } from '../../text/few.ts';
import { plainText } from '../../text/plain.ts';
import type { Span } from '../../text/span.ts';
import { t } from '../../text/words.ts';
import { mayHold } from '../../ticket/placed.ts';
import { targetsIn } from '../../ticket/target.ts';
import type { Block, Ticket } from '../../ticket/ticket.ts';
import type { Abilities } from '../abilities.ts';
import { rangeOf } from '../positions.ts';
import { probeUri } from './probeLinks.ts';
import { rfcMentions } from './rfcMentions.ts';

/** How much of a tool's own line is searched for hosts. */
const NOTE = 500;
/** More than this a person does not follow, and the editor slows down. */
const LIMIT = 1000;
/** How much of a text is searched, in UTF-16 code units: what is said of RFCs and on web pages stands early or often. */
const SEARCHED = 2_000_000;

interface Link extends Span {
  readonly target: string;
  readonly tooltip: string;
}

/** RFCs wherever they are named, web pages in replies and prose, and hosts that can be probed. */
export function documentLinks(document: TextDocument, ticket: Ticket, abilities: Abilities): DocumentLink[] {
  const links: DocumentLink[] = [];
  /** Says behind the last one why there are no more. */
  const tell = (words: string): void => {
    const last = links.at(-1);
    if (last !== undefined) last.tooltip = `${last.tooltip}\n${words}`;
  };
  const add = (found: Iterable<Link>): void => {
    for (const { start, end, target, tooltip } of found) {
      if (links.length === LIMIT) return;
      links.push({ range: rangeOf(document, { start, end }), target, tooltip });
      if (links.length === LIMIT) tell(t('Nothing behind this is made a link: {0} of a text are.', LIMIT));
    }
  };
  const { spans, end } = searched(ticket.blocks);
  add(linksOf(ticket.text, spans));
  if (end !== undefined && links.length < LIMIT)
    tell(t('From line {0} on nothing is searched for links: {1} characters are.', lineOf(ticket, end), SEARCHED));
  if (abilities.commandLinks) add(hostLinks(ticket));
  return links;
}

const lineOf = ({ lines }: Ticket, offset: number): number => lines.lineOf(offset) + 1;

/** Hosts where a tool connects to them and where DNS answers with them: what one would probe next. */
function* hostLinks(ticket: Ticket): Iterable<Link> {
  for (const block of ticket.blocks) {
    const spans =
      block.kind === 'conversation'
        ? block.notes
        : block.kind === 'lookup'
          ? block.queries.flatMap((query) => query.answers)
          : [];
    for (const span of spans) {
      for (const target of targetsIn(ticket.text, span.start, Math.min(span.end, span.start + NOTE))) {
        yield {
          start: target.start,
          end: target.end,
          target: probeUri(target),
          tooltip: t('Probe SMTP server {0}', target.name),
        };
      }
    }
  }
}

function* linksOf(text: string, spans: readonly Searched[]): Iterable<Link> {
  for (const { start, end, pages } of spans) {
    yield* rfcLinks(text, start, end);
    if (pages) yield* pageLinks(text, start, end);
  }
}

interface Searched extends Span {
  readonly pages: boolean;
}

/** What is searched for links; `end`: from where on it is too much. */
function searched(blocks: readonly Block[]): { readonly spans: readonly Searched[]; readonly end?: number } {
  const spans: Searched[] = [];
  let left = SEARCHED;
  for (const block of blocks) {
    for (const span of searchedIn(block)) {
      if (span.end <= span.start) continue;
      const end = Math.min(span.end, span.start + left);
      spans.push({ ...span, end });
      left -= end - span.start;
      if (end < span.end) return { spans, end };
    }
  }
  return { spans };
}

/** What may hold links: all but the bodies of messages and logins, which others wrote to be clicked or to be kept. */
function* searchedIn(block: Block): Iterable<Searched> {
  switch (block.kind) {
    case 'conversation': {
      let from = block.start;
      for (const event of mayHold(block, 'bodies') ? block.events : []) {
        if (event.kind !== 'data' && event.kind !== 'auth') continue;
        yield { start: from, end: event.start, pages: true };
        from = Math.max(from, event.end);
      }
      yield { start: from, end: block.end, pages: true };
      return;
    }
    case 'message':
      yield { start: block.header.start, end: block.header.end, pages: false };
      for (const recipient of block.report?.recipients ?? []) {
        if (recipient.diagnosticSpan !== undefined) yield { ...recipient.diagnosticSpan, pages: true };
      }
      return;
    default:
      yield { start: block.start, end: block.end, pages: block.kind !== 'lookup' };
  }
}

function* rfcLinks(text: string, from: number, to: number): Iterable<Link> {
  for (const { start, end, number, section } of rfcMentions(text, from, to)) {
    const target = section === undefined ? rfcUrl(number) : `${rfcUrl(number)}#section-${section}`;
    yield { start, end, target, tooltip: rfcs.get(number)?.title ?? `RFC ${number}` };
  }
}

// RFC 3986 2: ASCII alone, so that no letter can pose as another; quotes and angle brackets end it.
const PAGE = /(?<![A-Za-z0-9])https?:\/\/[!#-&(-;=?-[\]_a-z~]{1,2000}/gi;

function* pageLinks(text: string, from: number, to: number): Iterable<Link> {
  for (const match of text.slice(from, to).matchAll(PAGE)) {
    const target = withoutTail(match[0]);
    if (!/^https?:\/\/[A-Za-z0-9[]/i.test(target)) continue;
    const start = from + match.index;
    yield { start, end: start + target.length, target, tooltip: `Open ${cutTo(target, 200)}${leads(target)}` };
  }
}

/** What stands in an address that a filter or another service put around it, for the tooltip. */
function leads(target: string): string {
  const unwrapped = unwrap(target);
  if (unwrapped.layers.length === 0) return '';
  const where = endWords(unwrapped) ?? `leads to ${cutTo(unwrapped.address, 500)}`;
  return ` (${layerNames(unwrapped.layers)}: ${plainText(where)})`;
}

/** Without the punctuation of the sentence around it, and without brackets that were opened in front of it. */
function withoutTail(url: string): string {
  let round = surplus(url, '(', ')');
  let square = surplus(url, '[', ']');
  let end = url.length;
  while (end > 0) {
    const last = url[end - 1] as string;
    if (last === ')' && round > 0) round--;
    else if (last === ']' && square > 0) square--;
    else if (!/[.,;:!?*_]/.test(last)) break;
    end--;
  }
  return url.slice(0, end);
}

/** How many more brackets are closed than opened. */
const surplus = (url: string, open: string, close: string): number => url.split(close).length - url.split(open).length;
