import { receivedProtocols } from '../../../knowledge/receivedProtocols.ts';
import type { Field, Message } from '../../../mail/message.ts';
import { escapeMarkdown } from '../../../text/markdown.ts';
import { inEnglish } from '../../../text/words.ts';
import { formatDelay, formatUtc } from '../../../trace/delay.ts';
import { traceMessage } from '../../../trace/messageTrace.ts';
import { addressText, notesOf, organisationText } from '../../../trace/rowTexts.ts';
import { softwareOfHop } from './hopSoftware.ts';

/** A Received or X-Received field taken apart, and what the other hops say about it. */
export function receivedDetails(message: Message, field: Field): readonly string[] {
  const { hops } = traceMessage(message);
  const place = hops.findIndex(({ received }) => received?.field === field);
  const hop = hops[place];
  const read = hop?.received;
  if (hop === undefined || read === undefined) return [];
  const number = message.hops.indexOf(read) + 1;
  const protocol = read.with === undefined ? undefined : receivedProtocols.get(read.with.toUpperCase());
  const address = addressText(hop);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Hop', number === 0 ? undefined : `${number} of ${message.hops.length}`],
    ['From', hop.from],
    ['HELO name', read.helo],
    ['Reverse name', read.reverseName],
    ['Address', read.ip === undefined || address === undefined ? read.ip : `${read.ip} (${address})`],
    ['By', read.by],
    ['Organisation', hop.organisation === undefined ? undefined : organisationText(hop.organisation)],
    [
      'With',
      read.with === undefined ? undefined : `${read.with}${protocol === undefined ? '' : `: ${protocol.meaning}`}`,
    ],
    ['Software', softwareText(field.value)],
    ['Via', read.via],
    ['TLS', read.tls ? [read.tlsVersion ?? 'yes', read.cipher].filter(Boolean).join(', ') : 'none stated'],
    ['Queue id', read.id],
    ['For', read.for],
    ['Envelope from', read.envelopeFrom],
    ['Time', read.date?.epoch === undefined ? undefined : `${formatUtc(read.date.epoch)}, written ${read.date.text}`],
    ['Delay', hop.delay === undefined ? undefined : formatDelay(hop.correctedDelay ?? hop.delay)],
  ];
  const stated = rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '');
  const notes = notesOf(hop, hops[place - 1]).map(({ text }) => escapeMarkdown(inEnglish(text)));
  return [stated.map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}`).join('\n'), ...notes];
}

function softwareText(value: string): string | undefined {
  const found = softwareOfHop(value);
  return found && (found.note === undefined ? found.name : `${found.name}. ${found.note}`);
}
