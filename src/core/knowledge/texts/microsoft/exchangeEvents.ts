import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const SOURCES = '(?:MSExchangeTransport|SMTPSVC)';

/** A number in the log of events, where the line says that it is one of the transport service. */
const event = (id: string, words: string): RegExp =>
  new RegExp(
    `${words}|${SOURCES}[^\\n]{0,120}(?:Event ?(?:ID)?|ID)?[ :#]{1,3}${id}\\b|Event ?(?:ID)?[ :#]{1,3}${id}\\b`,
    'i',
  );

/** Warnings of the SMTP service of Exchange 2000 and 2003, and of IIS, in the log of events. */
export const exchangeEvents = ranked('tool', [
  {
    name: 'event-4001',
    wins: ['event-4000'],
    vague: true,
    pattern: event('4001', 'Message delivery to the remote domain [^\\n]{1,300} failed\\. {1,2}The error message is'),
    reason: 'unrecognized',
    meaning:
      'Exchange could not deliver to this domain, and the event gives the command that failed and the reply of the other server.',
    source: 'ms-smtp-event 4001',
    actor: 'sending admin',
    next: [act('Read the reply at the end of the event: it names the cause.'), act('Explain that reply.')],
  },
  {
    name: 'event-4000',
    vague: true,
    pattern: event('4000', 'Message delivery to the remote domain [^\\n]{1,300} failed'),
    reason: 'connection-failed',
    meaning:
      'Exchange could not deliver to this domain: DNS gave no host, the host did not answer, or it cut the connection.',
    source: 'ms-kb 288556, 286673',
    actor: 'sending admin',
    next: [
      act('Read the reason at the end of the event.'),
      probe.recipient('Look up the MX records of the domain and test port 25 of those hosts from this server.'),
      probe.address('Check the PTR record of the sending IP address if the other side cuts the connection.'),
      act('Raise diagnostics logging of MSExchangeTransport for more detail.'),
    ],
  },
  {
    name: 'event-4006',
    vague: true,
    pattern: event(
      '400[67]',
      'Message delivery to the host [^\\n]{1,200} failed while delivering to the remote domain',
    ),
    reason: 'connection-failed',
    meaning:
      'Exchange could not hand mail to this host: it does not answer, cut the connection, refused the login, or sent an error.',
    source: 'ms-best-practices Transport connection manager warning event',
    actor: 'sending admin',
    next: [
      act('Read the reason at the end of the event.'),
      probe.server('Test port 25 of this host from this server.'),
    ],
  },
]);
