import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Set phrases of servers and notices about what the message holds. */
export const contentPhrases = ranked('phrase', [
  {
    name: 'notice-size',
    pattern: /Mail size limit exceeded/i,
    reason: 'message-too-large',
    meaning: 'The message is larger than the server takes.',
    source: ['RFC 1870', 'sisimai Lhost/EinsUndEins.pm'],
  },
  {
    name: 'server-scored-as-spam',
    pattern:
      /message has been scored as spam|Blacklisted URL in message|\b(?:probable|possible|suspected|likely) spam(?=[.!]?$|[ .]{0,5}\(in reply)|\b(?:appears to be|looks like|(?:was )?identified as|seems to be) (?:probable |possible |likely )?spam\b/i,
    reason: 'spam-refused',
    meaning: 'A filter took the message for spam.',
    source: 'sisimai Reason/SpamDetected.pm',
  },
  {
    name: 'server-header-fault',
    pattern:
      /Duplicate header '|\bMalformed MIME (?:field|header)|messages? without (?:an? )?(?:From|Date|Sender|To|Subject|Message-ID):? (?:header )?(?:fields?|lines?|headers?)\b|\bNo (?:Resent-)?(?:From|Date|Sender|To|Message-ID) (?:field|header)(?: line)? (?:was )?(?:given|found|present)/i,
    reason: 'message-malformed',
    meaning: 'The header of the message breaks the rules, and the server does not take it so.',
    source: 'RFC 5322 3.6',
    sisimai: 'notcompliantrfc',
  },
  {
    name: 'server-message-filtered',
    pattern: /\b5\.2\.0 {1,3}Message Filtered|Refused due to recipient preferences/i,
    reason: 'recipient-filtered',
    meaning: 'The recipient, or a rule of the mailbox, does not want mail from this sender.',
    source: ['facebook', 'ses-errors'],
  },
  {
    name: 'message-crypto-failed',
    pattern:
      /\b(?:message|mail|nachricht) (?:could not|konnte nicht) (?:be )?(?:en|ver)(?:crypt|schlüssel)(?![^\n]{0,40}\b(?:TLS|SSL))|(?:no|kein\w{0,3}) [^\n]{0,20}(?:S\/MIME|PGP|encryption|verschlüsselungs)[- ]?(?:cert|key|zert)|(?:S\/MIME|PGP)[- ](?:cert|key|sign)[^\n]{0,60}(?:not found|fail|invalid|expired)/i,
    reason: 'security-refused',
    meaning: 'A key or certificate to encrypt or verify the message with (S/MIME, PGP) is missing or wrong.',
    source: 'RFC 3463 X.7.5',
    actor: 'sender',
    next: [act('Check the certificates of both sides: a signed message of the recipient holds theirs.')],
  },
]);

/** Words about what the message holds. */
export const contentTexts = ranked('policy', [
  {
    name: 'virus-found',
    wins: ['spam-classified'],
    pattern: /\b(?:virus(?:es)?|viral|malware|ransomware|trojan|infected)\b/i,
    also: /^(?![^\n]{0,400}(?:\b(?:spam|phishing)\b|infected (?:server|computer|host|machine|system)|(?:computer|server|host|machine|system|network) (?:is|may be|has been) infected))/i,
    holds: 'coded',
    reason: 'virus-found',
    meaning: 'A scanner found malware in the message.',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'attachment-refused',
    pattern:
      /(?:attachment|file ?(?:type|name|extension)|banned (?:content|file)).{0,60}(?:not (?:allowed|accepted|permitted)|blocked|rejected|banned|illegal|prohibited|forbidden)|illegal attachment|rejecting banned content/i,
    holds: 'coded',
    reason: 'content-refused',
    meaning: 'The server does not take attachments of this kind.',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'spam-classified',
    // Of a host or an account it is another cause than of a message.
    also: /^(?![^\n]{0,400}\b(?:(?:your|source) IP|IP (?:address|netblock)|client host|RBL|DNSBL|rate|outbound|account|spamming|too many)\b)/i,
    pattern:
      /(?:classified|detected|identified|considered|recogni[sz]ed|marked|looks like|rejected|refused|blocked|flagged|suspected|suspicion).{0,30}\b(?:spam|junk|unsolicited)\b|\b(?:spam|junk ?mail|unsolicited (?:bulk )?(?:e?-?mail|messages?)) (?:message |content |phrase )?(?:rejected|detected|refused|found|blocked|score|filter)|probability of spam|content rejected|JunkMail rejected|blocked for spam/i,
    holds: 'coded',
    reason: 'spam-refused',
    meaning: 'A filter took the message for spam.',
    source: 'RFC 3463 X.7.1',
  },
]);
