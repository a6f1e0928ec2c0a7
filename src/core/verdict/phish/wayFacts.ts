import { operatorOf } from '../../knowledge/operators.ts';
import { domainOf } from '../../mail/domains.ts';
import { readDate } from '../../mail/header/date.ts';
import { fieldNamed } from '../../mail/header/fields.ts';
import { isIp } from '../../mail/ipAddress.ts';
import type { Message } from '../../mail/message.ts';
import { short } from '../../text/few.ts';
import { ownPart } from '../../trace/border.ts';
import { formatDelay } from '../../trace/delay.ts';
import { sameOperator } from '../../trace/sameOperator.ts';
import { type Fact, type Facts, NO_FACTS } from './fact.ts';
import { fromOf } from './people.ts';

/** Milliseconds by which a date may be off that a slow queue or a wrong zone explains. */
const DAY = 24 * 3600_000;

/** What the way of the message and its dates show. */
export function wayFacts(message: Message): Facts {
  const border = ownPart(message)?.border;
  const field = fieldNamed(message.fields, 'date');
  const against: Fact[] = [];
  const good: Fact[] = [];
  const unknown: Fact[] = [];
  if (field === undefined && message.fields.length > 3)
    against.push({ words: 'It has no Date, which every mail program writes.', at: message.header });
  const sent = field === undefined ? undefined : readDate(field.value, 0, field.value.length).epoch;
  const got = border?.date?.epoch;
  if (field !== undefined && sent !== undefined && got !== undefined && Math.abs(sent - got) > DAY) {
    const when = sent > got ? 'after' : 'before';
    against.push({
      words: `Its Date lies ${formatDelay(Math.abs(sent - got))} ${when} the moment at which ${short(border?.by ?? 'the receiver')} took it.`,
      at: field,
    });
  }
  const oldest = message.hops[0];
  if (oldest?.date?.epoch !== undefined && got !== undefined && got - oldest.date.epoch > 2 * DAY)
    against.push({
      words: `Its first stamp is ${formatDelay(got - oldest.date.epoch)} older than the one of ${short(border?.by ?? 'the receiver')}.`,
      at: oldest.field,
    });
  if (border === undefined) {
    return message.hops.length > 0 || message.fields.length < 4
      ? { against, for: good, unknown }
      : {
          ...NO_FACTS,
          against,
          unknown: [{ words: 'It has no Received field: by which host it came cannot be told.', at: message.header }],
        };
  }
  const client = clientWords(message, border);
  if (client !== undefined) (client.side === 'for' ? good : against).push({ words: client.words, at: border.field });
  return { against, for: good, unknown };
}

/** What the first host outside shows of itself, as the receiver recorded it. */
function clientWords(
  message: Message,
  { ip, from, helo, reverseName, by, field }: NonNullable<ReturnType<typeof ownPart>>['border'],
): { readonly side: 'for' | 'against'; readonly words: string } | undefined {
  if (ip === undefined) return undefined;
  const host = by ?? '';
  const domain = domainOf(fromOf(message)?.address ?? '');
  const said = helo ?? from;
  if (reverseName !== undefined && domain !== undefined && sameOperator(reverseName, domain))
    return { side: 'for', words: `It came from ${short(reverseName)} [${ip}], a host of the domain that From shows.` };
  if (
    said !== undefined &&
    host.includes('.') &&
    sameOperator(said, host) &&
    operatorOf(host) === undefined &&
    (reverseName === undefined || !sameOperator(reverseName, host))
  )
    return { side: 'against', words: `The host [${ip}] called itself ${short(said)}, a name of the receiver.` };
  if (
    /\bunknown \[|\(unknown\b|RDNS_NONE/i.test(field.value.slice(0, 1000)) &&
    (reverseName === undefined || /^unknown$/i.test(reverseName))
  )
    return { side: 'against', words: `The host [${ip}] from which it came has no name in the DNS.` };
  if (said !== undefined && (isIp(said.replace(/^\[|\]$/g, '')) || !said.includes('.')) && said !== 'localhost')
    return {
      side: 'against',
      words: `The host [${ip}] from which it came called itself ${short(said)}, which is no name of a mail server.`,
    };
  return undefined;
}
