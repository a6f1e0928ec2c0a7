import { createHash } from 'node:crypto';
import { defangWords } from '../../core/mail/links/defang.ts';
import { messageLinks } from '../../core/mail/links/messageLinks.ts';
import type { Message, Part } from '../../core/mail/message.ts';
import { encodingOf } from '../../core/mail/partSize.ts';
import {
  harmless,
  harmlessTarget,
  type IndicatorReport,
  type ReportedFact,
} from '../../core/report/indicators/indicatorReport.ts';
import { Lines } from '../../core/text/lines.ts';
import { plainText } from '../../core/text/plain.ts';
import { readTicket } from '../../core/ticket/readTicket.ts';
import type { Fact } from '../../core/verdict/phish/fact.ts';
import type { Indicator } from '../../core/verdict/phish/indicator.ts';
import { indicatorsOf } from '../../core/verdict/phish/indicators.ts';
import { type Meant, meantMessage } from '../../core/verdict/phish/meant.ts';
import { fromOf, subjectOf } from '../../core/verdict/phish/people.ts';
import { phishStory } from '../../core/verdict/phish/story.ts';
import { type MessageSource, messageAtOffset, messagesOf } from '../messageBytes.ts';
import { contentOf } from '../parts/partContent.ts';

/** Messages inside messages that are decoded. */
const DEEPEST = 5;

/**
 * What speaks for and against the message that is meant in a line of a document, and its indicators; undefined where
 * there is no message. Hashes are of the octets of the source; nothing packed is opened and nobody is asked.
 */
export const readIndicators = (source: MessageSource): IndicatorReport | undefined => reportOf(source, '', 0);

function reportOf(source: MessageSource, within: string, depth: number): IndicatorReport | undefined {
  const bytes = utf8Of(source.bytes);
  const text = textOf(bytes);
  const lines = new Lines(text);
  const found = messageIn(text, lines, source);
  if (found === undefined || found.fields.length === 0) return undefined;
  const meant = meantMessage(found);
  const octets = octetParts({ ...source, bytes });
  if (meant.encoded !== undefined && depth < DEEPEST) {
    const part = octets.of(lines.lineOf(meant.encoded.start));
    const inner = part === undefined ? undefined : contentOf(octets.text, part);
    const place = `${inner?.name ?? 'the message'} attached in line ${lines.lineOf(meant.encoded.start) + 1}${within}`;
    const report =
      inner === undefined
        ? undefined
        : reportOf(
            { bytes: inner.bytes, line: 0, start: 'message', from: source.from },
            `, decoded from ${place}`,
            depth + 1,
          );
    if (report !== undefined) return { ...report, leftOut: [...report.leftOut, aroundWords(found, lines)] };
  }
  const { message } = meant;
  const links = messageLinks(text, message);
  const story = phishStory(text, message, links);
  const indicators = indicatorsOf(text, message, links);
  const facts = (list: readonly Fact[]): readonly ReportedFact[] =>
    list.map(({ words, at }) => ({ words: defangWords(plainText(words)), line: lines.lineOf(at.start) + 1 }));
  return {
    about: defangWords(aboutWords(message, meant, lines, within)),
    against: facts(story.against),
    for: facts(story.for),
    unknown: facts(story.unknown),
    indicators: indicators.list.map((one) => {
      const line = lines.lineOf(one.at.start);
      const raw = one.part === undefined ? undefined : octets.of(line);
      return {
        kind: one.kind,
        value: raw === undefined ? harmless(one) : plainText(nameOf(one, raw)),
        ...(one.leadsTo !== undefined && { leadsTo: harmlessTarget(one.leadsTo) }),
        where: defangWords(plainText(one.where, 300)),
        line: line + 1,
        notes: [
          ...one.notes.map((note) => defangWords(plainText(note, 600))),
          ...(raw === undefined ? [] : fileNotes(octets.text, raw)),
        ],
        ...(raw !== undefined && hashed(octets.text, raw)),
      };
    }),
    leftOut: [
      ...indicators.leftOut.map((sentence) => defangWords(plainText(sentence))),
      ...(message === found ? [] : [aroundWords(found, lines)]),
    ],
  };
}

/** Of a file the name as the message has it: a safe one would not be found again. */
const nameOf = ({ value }: Indicator, { contentType }: Part): string =>
  value === '' ? `(no name, ${contentType})` : value;

function hashed(text: string, part: Part): { readonly sha256: string; readonly size: number } {
  const { bytes } = contentOf(text, part);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}

/** What base64 has in it that does not belong there: other programs may make other octets of it. */
function fileNotes(text: string, part: Part): readonly string[] {
  if (text.slice(part.body.start, part.body.end).trim() === '')
    return ['It is empty: its hash is that of every empty file.'];
  if (encodingOf(part) !== 'base64') return [];
  const body = text.slice(part.body.start, part.body.end).replace(/\s+/g, '');
  const digits = body.replace(/={0,2}$/, '');
  const isBroken = /[^A-Za-z0-9+/]/.test(digits) || digits.length % 4 === 1;
  return isBroken ? ['Its base64 is broken: the hash is of what could be read.'] : [];
}

function aboutWords(message: Message, { inside, others }: Meant, lines: Lines, within: string): string {
  const subject = plainText(subjectOf(message), 150).trim();
  const line = lines.lineOf(message.header.start) + 1;
  const title = subject === '' ? 'Message without a subject' : `Message “${subject}”`;
  const attached = inside === undefined ? '' : ', the one that was forwarded as an attachment';
  const more = others === 0 ? '' : `; ${others} more ${others === 1 ? 'is' : 'are'} attached`;
  return `${title} in line ${line}${within}${attached}${more}`;
}

/** That the message which carries the one that is told of is not told of: it may be the sender's own. */
function aroundWords(message: Message, lines: Lines): string {
  const from = fromOf(message)?.address ?? '';
  const by = from === '' ? '' : ` from ${plainText(from, 150)}`;
  const line = lines.lineOf(message.header.start) + 1;
  return defangWords(`The message around it${by} in line ${line} is left out, with its links and files.`);
}

/** Octets in UTF-8 whatever the file was saved in. */
function utf8Of(bytes: Uint8Array): Uint8Array {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return isUtf16 ? Buffer.from(new TextDecoder('utf-16le').decode(bytes)) : bytes;
}

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

/** The message of the line, in the text as an editor shows it. */
function messageIn(text: string, lines: Lines, source: MessageSource): Message | undefined {
  const { blocks } = readTicket(text, source.start);
  const messages = blocks.filter((block): block is Message => block.kind === 'message');
  return messageAtOffset(messages, text, lines.start(Math.max(0, source.line)));
}

/** The parts of a document by the lines in which they start, in a text of one character an octet. */
function octetParts(source: MessageSource): { readonly text: string; of(line: number): Part | undefined } {
  const { text, messages } = messagesOf(source);
  const lines = new Lines(text);
  let found: Map<number, Part> | undefined;
  const all = (): Map<number, Part> => {
    const parts = new Map<number, Part>();
    const visit = (part: Part): void => {
      // Of parts that start in one line, the innermost has the content.
      parts.set(lines.lineOf(part.start), part);
      for (const child of part.parts) visit(child);
      if (part.message !== undefined && part.message.root.start !== part.start) visit(part.message.root);
    };
    for (const message of messages) visit(message.root);
    return parts;
  };
  return {
    text,
    of(line) {
      found ??= all();
      return found.get(line);
    },
  };
}
