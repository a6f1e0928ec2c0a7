import { act, probe } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

const apple = 'Apple: Postmaster information for iCloud Mail';
const byApple = /icloud|\bapple\b|@(?:me|mac)\.com|\bme\.com|HT204137|\/102322/i;
const write = act('Write to icloudadmin@apple.com with the full reply.');

/** Words of Apple iCloud. */
export const appleTexts: readonly ReplyText[] = [
  says(
    'apple-dmarc',
    /rejected due to [^\n]{0,120}DMARC policy/i,
    "550 5.7.1 Your message was rejected due to contoso.test's DMARC policy. See https://support.apple.com/en-us/HT204137 for info",
    'dmarc-failed',
    'The From domain asks to refuse mail that fails DMARC, and this message fails at Apple.',
    apple,
    { also: byApple },
  ),
  says(
    'apple-hide-my-email',
    /\[HME1\]/,
    '554 5.7.1 [HME1] This message was blocked for failing both SPF and DKIM authentication checks.',
    'sender-unauthenticated',
    'The address is one of Hide My Email, and Apple forwards nothing to it that fails both SPF and DKIM.',
    apple,
  ),
  says(
    'apple-local-policy-hm07',
    /\b(?:HM07|HM7)\b/,
    '550 5.7.1 [HM07] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
    'spam-refused',
    'Apple refuses the message by its own policy: most often for the reputation of the sender, else for the content.',
    apple,
    {
      also: /\[HM|icloud|apple|\bme\.com|HT204137|\/102322/i,
      next: [act('Check content, links, SPF, DKIM and DMARC.'), write],
    },
  ),
  says(
    'apple-local-policy-hm08',
    /\b(?:HM08|HM8)\b/,
    '554 5.7.1 [HM08] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
    'spam-refused',
    'Apple refuses the message by its own policy: for its content, or for the reputation of the sender.',
    apple,
    {
      also: /\[HM|icloud|apple|\bme\.com|HT204137|\/102322/i,
      next: [act('Check content, links, SPF, DKIM and DMARC.'), write],
    },
  ),
  says(
    'apple-content-filter',
    /\[CS0[12]\]/i,
    '550 5.7.1 [CS01] Message rejected due to local policy. Please visit https://support.apple.com/en-us/HT204137',
    'spam-refused',
    'The content filter of Apple takes the message for spam.',
    apple,
    { next: [act('Check text and links.'), probe('Check that SPF, DKIM and DMARC pass.'), write] },
  ),
  says(
    'apple-volume',
    /deferred due to excessive volume/i,
    '421 4.7.1 Messages to bob@icloud.com deferred due to excessive volume. Try again later - https://support.apple.com/en-us/HT204137',
    'rate-limited',
    'This iCloud mailbox gets too much mail from this sender, and Apple slows it down.',
    apple,
    { also: byApple },
  ),
  says(
    'apple-spamhaus-dbl',
    /domain present in the Spamhaus DBL/i,
    '550 5.7.1 Mail from domain present in the Spamhaus DBL - see https://support.apple.com/en-us/HT204137',
    'blocklisted',
    'The Spamhaus DBL lists the sender domain or a domain that the message links to; Apple words it like this.',
    apple,
    {
      next: [
        act('Look up the domains of sender and links at https://check.spamhaus.org/.'),
        act('Remove the cause, then ask Spamhaus for removal.'),
      ],
    },
  ),
  says(
    'apple-too-many-errors',
    /[.@](?:me|icloud)\.com\b[^\n]{0,120}too many errors/i,
    '421 4.7.0 p00-iczmt-1.me.com Error: too many errors after RCPT',
    'client-refused',
    'Apple ends the session because too many recipients or commands in it were wrong.',
    apple,
    {
      next: [
        act('Take unknown addresses out of the list.'),
        act('Look at the refusals before this reply: they name the cause.'),
      ],
    },
  ),
  says(
    'apple-closed',
    /recipient no longer on server/i,
    '550 5.1.6 recipient no longer on server: bob@icloud.com',
    'recipient-moved',
    'The address was given up and leads to no mailbox any longer; Apple words it like this.',
    apple,
    {
      actor: 'sender',
      retry: 'no',
      next: [act('Take the address out of lists.'), act('Reach the recipient another way.')],
    },
  ),
  says(
    'apple-inactive',
    /inactive email address/i,
    '550 5.1.1 <bob@icloud.com>: inactive email address',
    'recipient-inactive',
    'The address is inactive; Apple words it like this.',
    apple,
    {
      actor: 'sender',
      retry: 'no',
      next: [act('Take the address out of lists.'), act('Reach the recipient another way.')],
    },
  ),
  says(
    'apple-unknown-alias',
    /unknown or illegal alias/i,
    '550 5.1.1 unknown or illegal alias: bob@icloud.com',
    'recipient-unknown',
    'The server knows no address or alias of this name; Apple words it like this.',
    apple,
  ),
  says(
    'apple-over-quota',
    /@(?:icloud|me|mac)\.com>?: user is over ?quota/i,
    '552 5.2.2 <bob@icloud.com>: user is over quota',
    'mailbox-full',
    'The iCloud storage of the recipient is full.',
    apple,
  ),
];
