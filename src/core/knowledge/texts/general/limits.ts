import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Set phrases of servers about too many and too fast. */
export const limitPhrases = ranked('phrase', [
  {
    name: 'server-relay-quota',
    pattern: /reached your daily relay quota/i,
    reason: 'rate-limited',
    meaning: 'The sender has passed on as much mail in a day as the server allows.',
    source: 'sisimai-mails lhost-exim-56.eml',
    sisimai: 'blocked',
  },
  {
    name: 'server-message-quota',
    wins: ['mailbox-holds-too-many'],
    pattern: /Policy rejection[;,] Message (?:count|cumulative size) quota exceeded|, reason=quota_match\b/i,
    reason: 'rate-limited',
    meaning: 'A quota of the server for the number or size of messages is used up.',
    source: 'RFC 3463 X.7.28',
  },
]);

/** Words about too many and too fast. */
export const limitTexts = ranked('policy', [
  {
    name: 'too-many-recipients',
    pattern:
      /too many (?:recipients|rcpt)|(?:recipient|RCPT) (?:count|limit) (?:exceeded|reached)|(?:maximum|max) (?:number of )?recipients/i,
    also: /^(?![^\n]{0,400}\b(?:per (?:hour|day|minute)|hourly|daily|24 hours|external|this hour)\b)/i,
    reason: 'too-many-recipients',
    meaning: 'The message has more recipients than the server takes at once.',
    source: 'RFC 5321 4.5.3.1.10',
  },
  {
    name: 'too-many-connections',
    also: /^(?![^\n]{0,400}\breputation\b)/i,
    wins: ['rate-limited'],
    pattern:
      /too many (?:concurrent |simultaneous |open )?(?:smtp )?(?:connections|sessions)|(?:concurrent|simultaneous|maximum(?: number of)?|concurrency) (?:smtp )?(?:connections?|sessions)\b|connection (?:limit|rate) |Trop de connexions|max(?:imum)? messages? per connection/i,
    reason: 'too-many-connections',
    confidence: 'medium',
    meaning: 'This client has too many connections open, or opens them too fast.',
    source: 'RFC 5321 4.5.4.1',
  },
  {
    name: 'too-many-errors',
    also: /^(?![^\n]{0,400}\b(?:log ?in|account|attempts|password|authentication)\b)/i,
    pattern:
      /too many (?:errors|unrecognized commands|bad commands|invalid (?:commands|recipients)|unknown (?:users|recipients|commands)|failed|non-?mail commands|syntax)/i,
    reason: 'client-refused',
    meaning: 'The server ends the session because too many commands or recipients in it were wrong.',
    source: 'RFC 5321 4.3.2',
    next: [
      act('Look at the refusals before this reply: they name the cause.'),
      act('Take unknown recipients out of the list and try again.'),
    ],
  },
  {
    name: 'rate-limited',
    wins: ['poor-reputation'],
    // Where the reply goes on to say why, that is the cause; what is stored is no rate.
    also: /^(?![^\n]{0,400}\b(?:because|due to|reputation|complaints?|stored|storage|mail ?box(?:es)?|inbox|mail ?drop|mail data)\b)/i,
    pattern:
      /rate ?-?limit|throttl|too (?:much mail|many (?:messages|mails|e-?mails|login attempts))|(?:(?:sending|message|mail|hourly|daily) (?:rate|limit)|(?:sending|message|hourly|daily) quota) (?:is |has been |was )?(?:exceeded|reached)|too fast|slow(?:ing)? down|too quickly|exceeded (?:the |your |their )?(?:sending |message |mail |hourly |daily )(?:rate|limit)|excessive volume/i,
    holds: 'coded',
    reason: 'rate-limited',
    confidence: 'medium',
    meaning: 'Too many messages came in too short a time, and a limit was reached.',
    source: 'RFC 3463 X.7.28',
  },
]);
