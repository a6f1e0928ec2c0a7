import { act, wait } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Set phrases of sending services about an account of theirs. */
export const serviceAccountPhrases = ranked('phrase', [
  {
    name: 'service-login-of-another',
    pattern:
      /\b(?:user(?: account)?|account|login|API key|credentials?)\b[^\n]{0,60}\bnot (?:allowed|authori[sz]ed|permitted) to send (?:e?-?mails? |messages? )?(?:from|as|with|using)\b/i,
    reason: 'sender-not-allowed',
    meaning: 'The account of the login may not send with this sender address or domain.',
    source: 'smtp2go',
    next: [
      act('Send with an address that belongs to the account.'),
      act('Verify the address or its domain in the account, or give this login the right to use it.'),
    ],
  },
  {
    name: 'service-key',
    pattern:
      /SMTP login is incorrect|\bkey not found\b|Invalid API key|API key (?:is )?(?:invalid|not found|expired|revoked)|authorization grant is invalid, expired, or revoked/i,
    reason: 'login-failed',
    meaning: 'The sending service does not know this key: it is wrong, was deleted, or belongs to another account.',
    source: ['brevo', 'sendgrid'],
    actor: 'sending admin',
    next: [
      act('Create a key for SMTP in the account of the sending service, and enter it with the user name given there.'),
    ],
  },
]);

/** Words that sending services use about an account of theirs. */
export const serviceAccountTexts = ranked('policy', [
  {
    name: 'service-unverified-sender',
    wins: ['sender-access-denied', 'spf-failed', 'login-required'],
    pattern:
      /\b(?:sender|sending|from)(?:[ .]e?-?mail)?(?:[ .](?:address|domain|identity))? (?:"?\S{1,320} )?(?:is |was |has )?(?:not (?:been |yet )?(?:verified|validated|confirmed|registered)|unverified|must be (?:verified|validated|confirmed))|\bdomain (?:\S{1,255} )?(?:is not|isn'?t|must be) (?:yet )?verified|unverified (?:sender|sending|from)|\bverify (?:your|the|a) (?:sender|sending|from|domain)|unauthori[sz]ed sender e?-?mail address|from address is unsigned|sender (?:address )?(?:has )?not (?:been )?verified|\bNotAuthenticatedSender\b/i,
    reason: 'sender-not-allowed',
    meaning:
      'The sending service sends only with addresses or domains that are verified in the account, and this one is not.',
    confidence: 'medium',
    source: ['resend', 'mailjet'],
    next: [
      act.sender('Verify the sender address, or its domain by DNS records, in the account of the sending service.'),
    ],
  },
  {
    name: 'service-test-only',
    wins: ['service-unverified-sender', 'service-not-approved'],
    pattern:
      /\b(?:free|trial|test|demo|sandbox|new)\b[^\n]{0,30}\b(?:accounts?|domains?|subdomains?)\b[^\n]{0,30}\b(?:are for test|can only|may only|only (?:be used|send)|not allowed to send)|can only send (?:testing |test )?e?-?mails? to (?:your own|the admin|account owners?|authori[sz]ed|verified)/i,
    reason: 'sender-not-allowed',
    meaning: 'The account or domain is one for tests: it sends to its owner or to confirmed recipients only.',
    source: ['resend', 'mailgun'],
    next: [
      act('Verify a domain of your own, or ask the service to approve the account.'),
      act('Add the recipient to the confirmed ones for a test.'),
    ],
  },
  {
    name: 'service-not-approved',
    wins: ['service-unverified-sender'],
    pattern:
      /\bactivate your \w{1,30} ?account|\b(?:your |sending |the )?account (?:is |must be |has )?(?:under (?:validation|review)|not (?:yet )?(?:been )?(?:activated|approved|verified|validated)|pending (?:approval|review|verification)|must be (?:verified|approved|activated))/i,
    holds: 'coded',
    reason: 'account-disabled',
    meaning: 'The sending service has not approved the account yet.',
    source: ['mailgun', 'brevo'],
    next: [act('Finish the registration, or ask the service to approve the account.')],
  },
  {
    name: 'service-account-blocked',
    pattern:
      /\b(?:your|sender'?s|sending) (?:\w{1,20} )?account (?:is|has been|was) (?:\w{1,20} )?(?:blocked|suspended|disabled|restricted|paused|deactivated|locked|banned)|\b(?:your|this) account (?:is )?(?:blocked|suspended|disabled) (?:from|for) sending/i,
    holds: 'coded',
    reason: 'account-disabled',
    meaning: 'The account that sends is blocked or suspended by its provider.',
    source: ['mailjet', 'elastic-email'],
    next: [
      act('Read what the provider wrote to the owner of the account, and ask its support.'),
      act('Look for a stolen password or for mail that recipients did not want.'),
    ],
  },
  {
    name: 'service-plan-limit',
    wins: ['rate-limited'],
    pattern:
      /\b(?:daily|monthly|hourly|plan'?s?) (?:e?-?mail |message |sending )?(?:quota|limit|credits?) (?:has been |is |was )?(?:reached|exceeded|exhausted|used up)|\b(?:not enough|insufficient|out of|no more) credits\b|exceeded (?:your |the )?(?:daily|monthly) (?:sending |e?-?mail )?(?:limit|quota)|too many (?:requests|e?-?mails) per (?:second|minute)|only make \d{1,4} requests per second/i,
    holds: 'coded',
    reason: 'rate-limited',
    meaning: 'The account has sent as much as its plan allows in this time.',
    source: ['resend', 'sendgrid'],
    next: [wait('Wait until the limit is free again, or raise the plan.'), act('Spread the mail over time.')],
  },
  {
    name: 'service-domain-of-another',
    pattern:
      /\bdomain\b[^\n]{0,40}\bnot (?:associated|connected|linked) (?:with|to) (?:your|this|the) account|No sending domain (?:was )?specified/i,
    reason: 'sender-not-allowed',
    meaning: 'The domain of the From address does not belong to the account that sends.',
    source: ['plunk', 'sparkpost'],
    next: [act('Send with an address of a domain that is set up in the account, or set the domain up there.')],
  },
  {
    name: 'service-bounced-before',
    pattern: /\bprevious(?:ly)? (?:permanently )?(?:hard[ -])?bounced?\b|\bbounced (?:hard )?before\b/i,
    reason: 'suppressed',
    meaning: 'The sending service does not send to this address: an earlier message to it came back for good.',
    source: 'postmark',
  },
]);
