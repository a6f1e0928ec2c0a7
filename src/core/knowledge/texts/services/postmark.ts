import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of Postmark. */
export const postmarkTexts = spokenBy('postmark', [
  {
    name: 'postmark-inactive',
    mark: 'words',
    pattern:
      /You tried to send to (?:a )?recipients?(?:\(s\))? that (?:have|has) (?:all )?been marked as inactive|Inactive recipients are ones that/i,
    reason: 'suppressed',
    meaning:
      'Postmark does not send to this address: an earlier message bounced, its owner complained, or somebody put it on the list.',
    source: 'postmark',
    next: [
      act('Check that the address exists and that its owner wants the mail.'),
      act('Take the address off the suppressions of the message stream in Postmark after that.'),
    ],
  },
  {
    name: 'postmark-spam-notification',
    mark: 'words',
    pattern:
      /was delivered, but was either blocked by the user, or classified as spam, bulk mail, or had rejected content/i,
    reason: 'spam-refused',
    meaning:
      'Postmark calls it a spam notification: the recipient’s mail server refused the message, or its filter took it for spam.',
    source: 'postmark',
    next: [
      act('Read the details of the bounce in Postmark: the filter may name a page that says why.'),
      act('Ask the recipient to have the sending domain allowed in that filter.'),
    ],
  },
  {
    name: 'postmark-sender-signature',
    mark: 'words',
    pattern:
      /Sender Signature (?:not (?:found|confirmed)|you|isn'?t)|not a Sender Signature|does(?:n'?t| not) correspond with (?:a|one of your) (?:confirmed )?(?:Sender Signature|registered)|Sender Signature'?s? (?:was|is|has) not/i,
    reason: 'sender-not-allowed',
    meaning: 'Postmark sends only with From addresses that have a confirmed sender signature.',
    source: 'postmark',
    next: [act('Confirm a sender signature for the From address, or verify its domain in Postmark.')],
  },
  {
    name: 'postmark-pending-approval',
    mark: 'words',
    pattern: /account is pending approval, all recipient addresses must share the same domain/i,
    reason: 'sender-not-allowed',
    meaning: 'Postmark has not approved the account yet: until then it sends only to the domain of the sender.',
    source: 'postmark',
    next: [act('Ask Postmark to approve the account.'), act('Test with recipients of the own domain until then.')],
  },
  {
    name: 'postmark-stream',
    mark: 'words',
    pattern:
      /(?:MessageStream|message stream '|X-PM-Message-Stream)[^\n]{0,80}(?:not found|does not exist|invalid|archived)/i,
    reason: 'feature-missing',
    meaning: 'The message stream that the message names does not exist on this Postmark server.',
    source: 'postmark',
    next: [act('Correct the header X-PM-Message-Stream, or create the stream.')],
  },
]);
