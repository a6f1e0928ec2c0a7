import { act, wait } from '../../steps.ts';
import { ranked, spokenBy } from '../replyText.ts';

/** Words of the same speaker that other servers may say, too. */
export const sesPhrases = ranked('phrase', [
  {
    name: 'server-receipt-no-mailbox',
    pattern: /^550 5\.1\.1 {1,3}Mailbox does not exist\.?\s{0,4}$/,
    reason: 'recipient-unknown',
    meaning: 'There is no such mailbox; a server that forwards by rules says so only after it has read the message.',
    source: 'ses-receipt',
  },
  {
    name: 'server-content-type',
    pattern: /\b5\.6\.1 {1,3}Message content rejected/i,
    reason: 'content-unsupported',
    meaning: 'The server does not handle content of this kind.',
    source: ['RFC 3463 X.6.1', 'ses-templates'],
    sisimai: 'spamdetected',
    confidence: 'medium',
  },
]);

/** Words of Amazon SES. */
export const sesTexts = spokenBy('ses', [
  {
    name: 'ses-not-verified',
    mark: 'words',
    pattern:
      /Message rejected: Email address is not verified|Email address is not verified\. The following identities/i,
    reason: 'sender-refused',
    meaning: 'Amazon SES sends only from verified identities, and in its sandbox also only to verified ones.',
    source: 'ses-errors',
    sisimai: 'norelaying',
    next: [
      act('Verify the address or domain in Amazon SES, in the region that the reply names.'),
      act('Ask for production access if the account is in the sandbox.'),
    ],
  },
  {
    name: 'ses-sending-rate',
    mark: 'words',
    pattern: /Maximum sending rate exceeded/i,
    reason: 'rate-limited',
    meaning: 'The Amazon SES account sends faster than its quota allows.',
    source: 'ses-errors',
    next: [act('Send more slowly, or ask for a higher quota.')],
  },
  {
    name: 'ses-daily-quota',
    mark: 'none',
    pattern: /Daily (?:message|sending) quota exceeded/i,
    reason: 'rate-limited',
    meaning: 'The account at the service that sends has used up its quota of 24 hours.',
    source: 'ses-errors',
    next: [wait('Wait until the quota is free again, or ask for a higher one.')],
  },
  {
    name: 'ses-suppressed',
    mark: 'words',
    pattern: /Message rejected: Address blacklisted/i,
    reason: 'suppressed',
    meaning: 'Amazon SES does not send to this address: it bounced lately and stands on the suppression list.',
    source: 'ses-errors',
    next: [act('Check that the address exists.'), act('Remove the address from the suppression list in Amazon SES.')],
  },
  {
    name: 'ses-paused',
    mark: 'words',
    pattern: /Sending (?:paused|suspended) for (?:this|the) (?:account|configuration set)/i,
    reason: 'account-disabled',
    meaning: 'Amazon SES stopped all sending of this account, most often because of bounces or complaints.',
    source: 'ses-errors',
    transientRetry: 'later',
    next: [act('Read the mail that AWS sent to the owner of the account, and answer it.')],
  },
  {
    name: 'ses-not-authorized',
    pattern: /is not authorized to perform `?ses:/i,
    reason: 'sender-not-allowed',
    meaning: 'The login of Amazon SES lacks the right to send with this identity.',
    source: 'ses-errors',
    next: [act('Allow ses:SendRawEmail for this user and identity in IAM and in the policy of the identity.')],
  },
  {
    name: 'ses-address-form',
    wins: ['ses-mime'],
    mark: 'words',
    pattern:
      /Transaction failed: (?:Missing final '@domain'|Local address contains|Domain contains|Missing start of address|Invalid address|Illegal address)/i,
    reason: 'address-malformed',
    meaning: 'Amazon SES found an address in the message that is not written as an address must be.',
    source: 'ses-errors',
    next: [act('Correct the address in From, To or Cc: name@domain, with other letters encoded.')],
  },
  {
    name: 'ses-mime',
    mark: 'words',
    pattern: /Transaction failed: (?:Expected (?:MIME type|disposition|parameter)|Invalid MIME|Empty|Missing)/i,
    reason: 'message-malformed',
    meaning: 'Amazon SES cannot read the headers or the parts of the message.',
    source: 'ses-errors',
  },
]);
