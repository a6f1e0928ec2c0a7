import { plainValue } from './plainValue.ts';

/** A form in which a server says under what id it has taken a message. */
interface Form {
  readonly pattern: RegExp;
  /** Whose form it is, by what is known of their sources or replies. */
  readonly of: string;
}

const ID = '[\\w.:@/=+*,-]';
const form = (pattern: string, of: string): Form => ({ pattern: new RegExp(pattern, 'i'), of });

/** The first one that fits counts. */
const FORMS: readonly Form[] = [
  form(`\\bids?=<?(${ID}{4,100})`, 'Exim, KumoMTA, 1&1/GMX, Mail.ru'),
  form(`\\bqueued on \\S{1,255} as (${ID}{4,120})`, 'Yandex'),
  form(`\\bqueued as (${ID}{2,120})`, 'Postfix, Barracuda, ZoneMTA, NetEase'),
  form(`\\bqueued with id (${ID}{2,60})`, 'Stalwart'),
  form(`\\bqueued \\((${ID}{8,80})\\)`, 'Haraka'),
  form('<([^<>\\s]{3,300})>,? \\[InternalId=\\d{1,24}[^\\]]{0,300}\\].{0,150}? queued mail for delivery', 'Exchange'),
  form('<([^<>\\s]{3,300})>\\s{1,2}queued mail for delivery', 'Exchange, IIS'),
  form(`\\bqueued mail for delivery(?: as| id:?|:)\\s{0,3}(${ID}{3,100})`, 'Exchange'),
  form(`^(?:ok:? )?[\\s:]{0,2}(${ID}{6,60}):? message accepted for delivery`, 'sendmail, OpenSMTPD, Proofpoint, Kerio'),
  form(`\\bmessage (\\d{4,20}) accepted\\b`, 'Cisco Secure Email'),
  form(`\\bok (\\d{8,12} qp \\d{1,10})\\b`, 'qmail'),
  form(`\\bok\\s{1,3}\\d{9,11} (${ID}{8,80}) - gsmtp`, 'Google'),
  form(`\\breceived ok \\[(${ID}{6,100})\\]`, 'Mimecast'),
  form(`\\benvelope id (${ID}{6,100})`, 'Oracle Messaging Server'),
  form('\\bmessage saved <message-id: ([^<>\\s]{3,300})>', 'MDaemon'),
  form(`^ok\\.? ([\\dA-F]{8,24}(?:\\.[\\dA-F]{2,24}){1,3})$`, 'Courier'),
  form('^ok ([\\da-f]{16}-[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}-\\d{6})$', 'Amazon SES'),
  form('^ok ([\\dA-F]{2}/[\\dA-F]{2}-\\d{3,8}-[\\dA-F]{6,12})$', 'Momentum'),
];

/** Characters of a reply that are looked at. */
const LIMIT = 800;

/** The id under which a server says that it has taken a message, from the words of its reply, with or without its codes. */
export function queuedAs(words: string): string | undefined {
  const text = words
    .slice(0, LIMIT)
    .trim()
    .replace(/^2\d\d[ -](?:2\.\d{1,3}\.\d{1,3}:?\s)?/, '');
  for (const { pattern } of FORMS) {
    const id = pattern.exec(text)?.[1]?.replace(/[.,;:]{1,3}$/, '');
    if (id !== undefined && id !== '') return plainValue(id);
  }
  return undefined;
}
