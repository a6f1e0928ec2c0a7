import { authResultMeaning } from '../knowledge/authResults.ts';
import { headerField } from '../knowledge/headerFields.ts';
import { receivedProtocols } from '../knowledge/receivedProtocols.ts';
import { decodeEncodedWords } from '../mail/encodedWords.ts';
import type { AuthResults, Field, Message, Part } from '../mail/message.ts';
import { codeSpan, escapeMarkdown } from '../text/markdown.ts';
import { touches } from '../text/span.ts';
import { formatDelay, formatUtc } from '../trace/delay.ts';
import { traceHops } from '../trace/trace.ts';
import { explainRecipient } from '../verdict/reportRecipient.ts';
import { explanationMarkdown, sourceMarkdown } from './explanationMarkdown.ts';
import type { HoverText } from './hoverText.ts';

/** The header field, or the failed recipient of a report, under the cursor. */
export function messageHover(text: string, message: Message, offset: number): HoverText | undefined {
  const field = message.fields.find((candidate) => touches(candidate, offset));
  if (field !== undefined) return fieldHover(message, field);
  return reportHover(message, offset) ?? nestedHover(text, message.root, offset);
}

/** A message inside the message, as a bounce returns one. */
function nestedHover(text: string, part: Part, offset: number): HoverText | undefined {
  if (part.message !== undefined && touches(part.message, offset)) return messageHover(text, part.message, offset);
  for (const child of part.parts) {
    if (touches(child, offset)) return nestedHover(text, child, offset);
  }
  return undefined;
}

function fieldHover(message: Message, field: Field): HoverText {
  const known = headerField(field.name);
  const lines = [
    `**${escapeMarkdown(field.name)}**: ${known === undefined ? 'no field that is known; programs and sites make up their own.' : escapeMarkdown(known.meaning)}`,
  ];
  lines.push(...detailsOf(message, field));
  if (known !== undefined) lines.push(`Source: ${sourceMarkdown(known.source)}`);
  return { span: field, markdown: lines.join('\n\n') };
}

function detailsOf(message: Message, field: Field): readonly string[] {
  switch (field.name.toLowerCase()) {
    case 'received':
    case 'x-received':
      return receivedDetails(message, field);
    case 'authentication-results':
    case 'arc-authentication-results':
      return authDetails(message.authResults.find((results) => results.field === field));
    default:
      return decodedDetails(field);
  }
}

function receivedDetails(message: Message, field: Field): readonly string[] {
  const index = message.hops.findIndex((hop) => hop.field === field);
  const read = message.hops[index];
  if (read === undefined) return [];
  const hop = traceHops(message).hops[index];
  const protocol = read.with === undefined ? undefined : receivedProtocols.get(read.with.toUpperCase());
  const rows: [string, string | undefined][] = [
    ['Hop', `${index + 1} of ${message.hops.length}`],
    ['From', read.from],
    ['Reverse name', read.reverseName],
    ['Address', read.ip],
    ['By', read.by],
    [
      'With',
      read.with === undefined ? undefined : `${read.with}${protocol === undefined ? '' : `: ${protocol.meaning}`}`,
    ],
    ['TLS', read.tls ? [read.tlsVersion ?? 'yes', read.cipher].filter(Boolean).join(', ') : 'none stated'],
    ['Queue id', read.id],
    ['For', read.for],
    ['Time', read.date?.epoch === undefined ? undefined : `${formatUtc(read.date.epoch)}, written ${read.date.text}`],
    ['Delay', hop?.delay === undefined ? undefined : formatDelay(hop.correctedDelay ?? hop.delay)],
  ];
  const stated = rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '');
  return [stated.map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}`).join('\n')];
}

function authDetails(results: AuthResults | undefined): readonly string[] {
  if (results === undefined) return [];
  const by =
    results.server === undefined
      ? 'It does not say which server checked.'
      : `Checked by ${escapeMarkdown(results.server)}; believe it only if that server is yours.`;
  const rows = results.results.map(({ method, result }) => {
    const meaning = authResultMeaning(method, result);
    return `- ${escapeMarkdown(`${method}=${result}`)}${meaning === undefined ? '' : `: ${escapeMarkdown(meaning.meaning)}`}`;
  });
  return [by, rows.join('\n')];
}

/** The value in plain text where it holds encoded words (RFC 2047). */
function decodedDetails(field: Field): readonly string[] {
  if (!field.value.includes('=?')) return [];
  const decoded = decodeEncodedWords(field.value);
  return [
    decoded === null
      ? 'Its encoded words are no text in the charset that they name.'
      : `Decoded: ${codeSpan(decoded.slice(0, 500))}`,
  ];
}

function reportHover(message: Message, offset: number): HoverText | undefined {
  const recipient = message.report?.recipients.find((candidate) => touches(candidate, offset));
  if (recipient === undefined) return undefined;
  const { said, codes, explanation } = explainRecipient(recipient);
  const to = recipient.finalRecipient === undefined ? '' : `Recipient: ${escapeMarkdown(recipient.finalRecipient)}\n\n`;
  return {
    span: recipient,
    markdown:
      to + explanationMarkdown({ codes: codes || (recipient.action ?? 'report'), stage: '?', raw: said, explanation }),
  };
}
