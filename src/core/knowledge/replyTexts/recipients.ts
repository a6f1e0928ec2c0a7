import { act } from '../steps.ts';
import type { TextRow } from './replyText.ts';

/** Words about the recipient: unknown, full, switched off, restricted, size, lists. */
export const recipientTexts: readonly TextRow[] = [
  {
    name: 'over-quota',
    wins: ['mailbox-full'],
    pattern:
      /\b(?:over|exceed(?:s|ed|ing)?|above) ?(?:its |his |their |the )?(?:disk |mail |mailbox |storage )?quota|quota (?:has been |was |is )?(?:exceeded|full|violation)|account is over quota|Boite du destinataire pleine/i,
    sample: '552 5.2.2 Quota exceeded (mailbox for user is full)',
    reason: 'mailbox-full',
    meaning: 'The mailbox is over its quota.',
    source: ['RFC 3463 X.2.2', 'cyrus-imap-code imap/imap_err.et'],
  },
  {
    name: 'mailbox-full',
    wins: ['mailbox-full-status'],
    pattern:
      /\b(?:mail ?box|inbox|mail ?drop)\b.{0,60}\b(?:is |was )?full\b|\bmailbox size limit exceeded|exceeded (?:its |the |their )?storage allocation|user has exhausted (?:allowed|their) storage|extended quota violation/i,
    sample: '550 5.0.0 <bob@contoso.test>... The mailbox of the user is full',
    reason: 'mailbox-full',
    meaning: 'The mailbox is full.',
    source: 'RFC 3463 X.2.2',
  },
  {
    name: 'mailbox-full-status',
    wins: ['mailbox-disabled', 'message-too-large', 'user-unknown'],
    pattern: /\b[45]\.2\.2\b/,
    also: /full|room|space|storage|limit/i,
    sample: '452 4.2.2 <full@contoso.test>: Recipient address rejected: no room',
    reason: 'mailbox-full',
    meaning: 'The mailbox is full.',
    source: 'RFC 3463 X.2.2',
  },
  {
    name: 'mailbox-disabled',
    wins: ['no-such-user'],
    pattern:
      /\b(?:mailbox|account|user|recipient|(?<!IP )address)\b.{0,60}\b(?:disabled|deactivated|suspended|inactive|discontinued)\b|\b(?:mailbox|account) (?:is |has been |was )(?:closed|locked|expired)\b/i,
    holds: 'coded',
    sample: '550 5.2.1 <bob@contoso.test>: this mailbox has been disabled',
    reason: 'recipient-inactive',
    meaning: 'The mailbox exists but is switched off.',
    source: 'RFC 3463 X.2.1',
  },
  {
    name: 'inactivity',
    pattern: /blocked due to inactivity|no longer (?:active|in use|valid|available|with|works)/i,
    holds: 'coded',
    sample: '550 5.2.1 bob@contoso.test is no longer active',
    reason: 'recipient-inactive',
    meaning: 'The mailbox is not used any more.',
    source: 'RFC 3463 X.2.1',
  },
  {
    name: 'recipient-moved',
    pattern:
      /\b(?:has moved|user (?:has )?moved|new address is|please (?:use|try) (?:the )?(?:new )?address|user not local; please try)\b/i,
    holds: 'coded',
    sample: '551 5.1.6 User has moved; please try bob@fabrikam.test',
    reason: 'recipient-moved',
    meaning: 'The mailbox has moved; the reply may name the new address.',
    source: 'RFC 5321 3.4',
    next: [act('Send to the address that the reply names if you trust it.'), act('Ask the recipient another way.')],
  },
  {
    name: 'user-unknown',
    wins: ['no-such-user', 'mailbox-unavailable', 'rejected-by-recipient'],
    pattern:
      /\b(?:user|recipient|mailbox|account|addressee|(?<!IP )address|alias)\b.{0,60}\b(?:is )?(?:unknown|not (?:found|known|exist(?:ing)?|listed)|(?:does|do)(?: not|n'?t) exist|unavailable or does not exist)\b|\bUnknown (?:user|recipient|address|mailbox|account|local.?part)\b/i,
    sample: '550 5.1.1 nosuchuser@adatum.test: user is unknown',
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address.',
    source: ['RFC 3463 X.1.1', 'sendmail-code sendmail/recipient.c'],
  },
  {
    name: 'no-such-user',
    wins: ['user-unknown-other-languages'],
    pattern:
      /\bno such (?:user|recipient|mailbox|address|person|account|domain user|id)\b|\b(?:not a valid|invalid) (?:recipient|mailbox|user|e?mail address)\b|\bnot (?:a known|our) (?:user|customer|recipient)\b|no account (?:by|with) (?:that|this) name|not in (?:the )?recipient list/i,
    sample: '550 5.1.1 No such user here',
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address.',
    source: 'RFC 3463 X.1.1',
  },
  {
    name: 'user-unknown-other-languages',
    pattern:
      /utilisateur inconnu|destinataire invalide|unbekannte[rn]? (?:benutzer|empf)|benutzer unbekannt|empf\S{1,4}nger unbekannt|usuario desconocido|utente sconosciuto/i,
    sample: '550 5.1.1 Utilisateur inconnu',
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address.',
    source: 'RFC 3463 X.1.1',
  },
  {
    name: 'mailbox-unavailable',
    pattern: /mailbox unavailable|mailbox not available|recipient (?:temporarily )?unavailable/i,
    holds: 'coded',
    sample: '550 Requested action not taken: mailbox unavailable',
    reason: 'recipient-unknown',
    meaning: 'The mailbox is not available: most often it does not exist, else access to it is refused.',
    source: 'RFC 5321 4.2.3',
  },
  {
    name: 'rejected-by-recipient',
    pattern:
      /rejected by (?:the )?recipients?\b|(?:rejected|refused) by this user|recipient (?:has )?(?:rejected|refused|blocked)|blocked by (?:the )?(?:user|recipient)/i,
    sample: '550 5.7.1 Message rejected by recipient',
    reason: 'recipient-filtered',
    meaning: 'The recipient, or a rule of the mailbox, blocks this sender.',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'restricted-recipient',
    pattern:
      /not authorized to (?:send|post|email)(?: mail| e-?mail| messages?)? to (?:this|the) (?:recipient|list|group|address|mailbox)|only accepts? (?:mail|messages) from|(?:list|group) is (?:closed|restricted)|not allowed to (?:post|send) to (?:this|the) (?:list|group)/i,
    holds: 'coded',
    sample: '550 5.7.2 You are not allowed to post to this list',
    reason: 'recipient-restricted',
    meaning: 'The recipient takes mail from certain senders only, and this one is not among them.',
    source: 'RFC 3463 X.7.1, X.7.2',
  },
  {
    name: 'message-too-large',
    pattern:
      /\b(?:message|mail|e-?mail|msg|content|data)\b.{0,40}\b(?:too (?:big|large|long)|exceeds?|exceeded)\b.{0,40}\b(?:size|limit|maximum|big|bytes)\b|message (?:file )?too (?:big|large)|message size exceeds|exceeds (?:the |fixed )?(?:maximum )?(?:message |allowed )?size|maximum (?:message |email )?size exceeded|size limit exceeded/i,
    holds: 'coded',
    sample: '552 5.3.4 Message size exceeds fixed limit',
    reason: 'message-too-large',
    meaning: 'The message is larger than the server takes.',
    source: ['RFC 1870', 'postconf message_size_limit'],
  },
];
