import { act, queueRetries, wait } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const sameTriplet = act(
  'Make sure that the next try comes from the same IP address with the same sender and recipient.',
);

/** Greylisting in the words of the programs that do it, and in words that hide it. */
export const greylistingTexts = ranked('phrase', [
  {
    name: 'postgrey',
    wins: ['greylisted-host'],
    pattern: /Recipient address rejected: Greylisted, see http|greylisted, see https?:\/\/postgrey/i,
    reason: 'greylisted',
    meaning:
      'Greylisting: the server sees this sender for the first time and takes the message on a later try, by default after five minutes.',
    source: ['RFC 6647', 'postgrey-code postgrey'],
  },
  {
    name: 'greylisted-with-time',
    wins: ['greylisting-in-action', 'greylisted-host'],
    pattern:
      /gr[ea]ylist(?:ed|ing)?(?: in action| in effect| enabled)?,? (?:please )?(?:come back|try again|retry)(?: later)? in|gr[ea]ylist(?:ed)? for \d{1,5} (?:seconds|minutes)/i,
    reason: 'greylisted',
    meaning: 'Greylisting: the server takes the message on a later try, and the reply says how long it wants to wait.',
    source: ['RFC 6647', 'milter-greylist-code milter-greylist.c', 'sqlgrey-code sqlgrey'],
    next: [
      wait('Wait at least as long as the reply says: the sending server tries again by itself.', 'nobody'),
      sameTriplet,
    ],
  },
  {
    name: 'greylisting-in-action',
    wins: ['greylisted'],
    pattern:
      /gr[ea]ylisting (?:in action|in effect|is active|enabled),? (?:please )?(?:try again|come back|retry)|\baction=greylist,|\bgrey: (?:new|early reconnect): |> delayed for \d\d:\d\d:\d\d \(ACL|DENIED_GRAYLISTED/i,
    reason: 'greylisted',
    meaning:
      'Greylisting: a filter in front of the mail server puts unknown senders off and takes the message on a later try.',
    source: ['RFC 6647', 'milter-greylist-code milter-greylist.c', 'postgrey-code postgrey', 'sqlgrey-code sqlgrey'],
  },
  {
    name: 'greylisted-host',
    wins: ['greylisted'],
    pattern:
      /gr[ea]ylisted (?:host|sender|IP|address|triplet)|(?:host|sender|address|IP|message|triplet)(?: \S{1,120})? (?:is |has been |was )?gr[ea]y-?listed/i,
    reason: 'greylisted',
    meaning: 'Greylisting: this sending address is new to the server, and it takes the message on a later try.',
    source: ['RFC 6647', 'spamdyke-code documentation/README.html'],
  },
  {
    name: 'greylisted',
    pattern: /gr[ea]y-?list/i,
    holds: 'coded',
    reason: 'greylisted',
    meaning: 'Greylisting: the server sees this sender for the first time and takes the message on a later try.',
    source: 'RFC 6647',
  },
  {
    name: 'greylisting-greylistd',
    pattern: /is not yet authori[sz]ed to deliver mail from/i,
    reason: 'greylisted',
    meaning:
      'Greylisting: the server does not know this sender, recipient and IP address together yet; greylistd with Exim words it like this.',
    source: ['RFC 6647', 'greylistd-code program/greylistd-setup-exim4'],
  },
  {
    name: 'greylisting-policyd',
    pattern: /Policy Rejection- ?Please try later/i,
    reason: 'greylisted',
    meaning: 'The server puts a sender that it sees for the first time off; policyd words greylisting like this.',
    source: ['RFC 6647', 'policyd-wording'],
  },
  {
    name: 'greylisting-gld',
    pattern: /Service temporarily unavailable, please try later/i,
    codes: [421, 450, 451],
    confidence: 'medium',
    reason: 'greylisted',
    meaning: 'Most likely greylisting: the server takes the message on a later try.',
    source: ['RFC 6647', 'gld-wording'],
  },
  {
    name: 'greylisting-first-contact',
    pattern:
      /(?:first time (?:sender|contact|we see)|unknown (?:sender|triplet|mail server)|new sender)[^\n]{0,80}(?:try again|retry|come back|later)/i,
    codes: [421, 450, 451, 452],
    reason: 'greylisted',
    meaning: 'Greylisting: the server sees this sender for the first time and takes the message on a later try.',
    source: 'RFC 6647 2.1',
  },
  {
    name: 'deferred-try-again',
    vague: true,
    pattern:
      /Temporarily deferred,? (?:please )?try again|(?:please )?try again in \d{1,5} ?(?:s|sec|seconds|m|min|minutes)?\b|please come back (?:later|in)/i,
    codes: [421, 450, 451, 452],
    confidence: 'medium',
    reason: 'server-busy',
    meaning: 'The server wants a later try and gives no cause; greylisting often hides behind such words.',
    source: ['RFC 5321 4.2.1', 'RFC 6647 2.1'],
    next: [queueRetries, sameTriplet],
  },
]);
