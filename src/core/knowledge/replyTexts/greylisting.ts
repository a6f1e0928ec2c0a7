import { act, queueRetries, wait } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

const sameTriplet = act(
  'Make sure that the next try comes from the same IP address with the same sender and recipient.',
);

/** Greylisting in the words of the programs that do it, and in words that hide it. */
export const greylistingTexts: readonly ReplyText[] = [
  says(
    'postgrey',
    /Recipient address rejected: Greylisted, see http|greylisted, see https?:\/\/postgrey/i,
    '450 4.2.0 <bob@contoso.test>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/contoso.test.html',
    'greylisted',
    'Greylisting: the server sees this sender for the first time and takes the message on a later try, by default after five minutes.',
    'RFC 6647; Postgrey wording',
  ),
  says(
    'greylisted-with-time',
    /gr[ea]ylist(?:ed|ing)?(?: in action| in effect| enabled)?,? (?:please )?(?:come back|try again|retry)(?: later)? in|gr[ea]ylist(?:ed)? for \d{1,5} (?:seconds|minutes)/i,
    '451 4.7.1 Greylisting in action, please come back in 00:05:00',
    'greylisted',
    'Greylisting: the server takes the message on a later try, and the reply says how long it wants to wait.',
    'RFC 6647; milter-greylist and SQLgrey wording',
    {
      next: [
        wait('Wait at least as long as the reply says: the sending server tries again by itself.', 'nobody'),
        sameTriplet,
      ],
    },
  ),
  says(
    'greylisting-in-action',
    /gr[ea]ylisting (?:in action|in effect|is active|enabled),? (?:please )?(?:try again|come back|retry)/i,
    '451 4.7.1 Greylisting in action, please try again later',
    'greylisted',
    'Greylisting: a filter in front of the mail server puts unknown senders off and takes the message on a later try.',
    'RFC 6647; milter-greylist wording',
  ),
  says(
    'greylisted-host',
    /gr[ea]ylisted (?:host|sender|IP|address|triplet)|(?:host|sender|address|IP|message|triplet)(?: \S{1,120})? (?:is |has been |was )?gr[ea]y-?listed/i,
    '451 4.7.1 Your address has been graylisted. Try again later.',
    'greylisted',
    'Greylisting: this sending address is new to the server, and it takes the message on a later try.',
    'RFC 6647; Exim and spamdyke wording',
  ),
  says(
    'greylisted',
    /gr[ea]y-?list/i,
    '451 Greylisted: please try again in 300 seconds',
    'greylisted',
    'Greylisting: the server sees this sender for the first time and takes the message on a later try.',
    'RFC 6647',
    { holds: 'coded' },
  ),
  says(
    'greylisting-greylistd',
    /is not yet authori[sz]ed to deliver mail from/i,
    '451-192.0.2.1 is not yet authorized to deliver mail from <alice@contoso.test> to <bob@fabrikam.test>. Please try later.',
    'greylisted',
    'Greylisting: the server does not know this sender, recipient and IP address together yet; greylistd with Exim words it like this.',
    'RFC 6647; greylistd wording',
  ),
  says(
    'greylisting-policyd',
    /Policy Rejection- ?Please try later/i,
    '450 Policy Rejection- Please try later.',
    'greylisted',
    'The server puts a sender that it sees for the first time off; policyd words greylisting like this.',
    'RFC 6647; policyd wording',
  ),
  says(
    'greylisting-gld',
    /Service temporarily unavailable, please try later/i,
    '450 Service temporarily unavailable, please try later',
    'greylisted',
    'Most likely greylisting: the server takes the message on a later try.',
    'RFC 6647; gld wording',
    { codes: [421, 450, 451] },
  ),
  says(
    'greylisting-first-contact',
    /(?:first time (?:sender|contact|we see)|unknown (?:sender|triplet|mail server)|new sender)[^\n]{0,80}(?:try again|retry|come back|later)/i,
    '451 First time sender, please try again in 5 minutes',
    'greylisted',
    'Greylisting: the server sees this sender for the first time and takes the message on a later try.',
    'RFC 6647 2.1',
    { codes: [421, 450, 451, 452] },
  ),
  says(
    'deferred-try-again',
    /Temporarily deferred,? (?:please )?try again|(?:please )?try again in \d{1,5} ?(?:s|sec|seconds|m|min|minutes)?\b|please come back (?:later|in)/i,
    '450 4.7.1 Temporarily deferred, try again later',
    'server-busy',
    'The server wants a later try and gives no cause; greylisting often hides behind such words.',
    'RFC 5321 4.2.1; RFC 6647 2.1',
    { codes: [421, 450, 451, 452], next: [queueRetries, sameTriplet] },
  ),
];
