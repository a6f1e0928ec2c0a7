import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** What proves where a message comes from is no login, whatever failed. */
const ABOUT_A_LOGIN = /^(?![^\n]{0,400}\b(?:DKIM|SPF|DMARC|ARC|relay|credits|quota)\b)/i;

/** Words about logins, TLS, SPF, DKIM and DMARC. */
export const authenticationTexts = ranked('policy', [
  {
    name: 'starttls-first',
    pattern: /\bissue (?:a )?STARTTLS (?:command )?first/i,
    reason: 'tls-required',
    meaning: 'The server wants TLS before this command.',
    source: 'RFC 3207 4',
  },
  {
    name: 'tls-handshake-failed',
    pattern:
      /TLS handshake (?:failed|failure|error)|\b(?:STARTTLS|TLS|SSL)\b(?! ?library).{0,30}\b(?:failed|failure|error|not available|unavailable)\b|TLS currently unavailable|certificate (?:verify failed|verification failed|has expired|expired|is not trusted)|no shared cipher|unsupported protocol version/i,
    reason: 'tls-failed',
    meaning: 'The encrypted connection could not be set up.',
    source: 'RFC 3207 4',
  },
  {
    name: 'tls-required',
    wins: ['rate-limited'],
    pattern:
      /\b(?:STARTTLS|TLS|SSL|encryption|encrypted connection|secure connection)\b.{0,30}\b(?:required|needed|mandatory|must be used)\b|requires? (?:TLS|STARTTLS|encryption|an? (?:secure|encrypted))|Session encryption is required/i,
    holds: 'coded',
    reason: 'tls-required',
    meaning: 'The server wants an encrypted connection.',
    source: ['RFC 3207 4', 'RFC 5248 X.7.10'],
  },
  {
    name: 'login-mechanism',
    pattern:
      /(?:unrecognized|unsupported|unknown|invalid) (?:authentication|AUTH|SASL) (?:type|mechanism)|(?:authentication|AUTH) (?:mechanism|type) (?:is )?(?:not supported|unknown|not available)/i,
    reason: 'security-refused',
    meaning: 'The server does not offer this login mechanism here.',
    source: 'RFC 4954 4',
    actor: 'sending admin',
    next: [
      act.server('Use one of the mechanisms that the AUTH line after EHLO lists.'),
      act('Start TLS first: many servers offer logins only after it.'),
    ],
  },
  {
    name: 'login-failed',
    pattern:
      /(?:authentication|auth|login|logon|SASL \w{1,20} authentication) (?:has )?(?:failed|failure|unsuccessful|rejected|denied|error)|(?:incorrect|invalid|bad|wrong) (?:authentication data|credentials|password|user ?name|login)|authentication credentials invalid/i,
    also: ABOUT_A_LOGIN,
    reason: 'login-failed',
    meaning: 'User name or password was not accepted.',
    source: 'RFC 4954 6',
  },
  {
    name: 'login-in-browser',
    wins: ['login-required'],
    pattern:
      /(?:log|sign) ?in (?:to \S{1,60} )?(?:with|via|through|using|from|in|on) (?:your |a |the )?(?:web ?)?browser/i,
    reason: 'login-failed',
    meaning: 'The provider wants a login with a web browser first, often because the login looks new or unsafe to it.',
    tells: { otherLogin: true },
    source: 'RFC 5248 X.7.9',
    next: [
      act('Log in to the account in a browser and confirm what is asked there.', 'sending admin'),
      act('Let the program use OAuth, or a password for programs, if the provider has them.', 'sending admin'),
    ],
  },
  {
    name: 'login-required',
    pattern:
      /authentication (?:is )?required|must (?:be )?authenticat|(?:please|need to|you must|must) (?:log ?in|authenticate|sign in)|turn on SMTP authentication|not authenticated\b|requires? authentication|5\.7\.3 Client was not/i,
    also: /^(?![^\n]{0,400}\b(?:DKIM|SPF|DMARC|ARC|RESOLVER|sender was not|for (?:the )?(?:group|mailbox|recipient|organi[sz]ation|public folder)|to (?:this|the) (?:group|recipient|list))\b)/i,
    holds: 'coded',
    reason: 'login-required',
    meaning: 'The server wants a login first.',
    source: 'RFC 4954 6',
  },
  {
    name: 'dmarc-failed',
    wins: ['dkim-failed', 'rate-limited', 'spf-failed'],
    pattern:
      /\bDMARC\b.{0,60}\b(?:fail(?:ed|s|ure)?|reject(?:ed|ion)?|polic(?:y|ies)|not|didn'?t|doesn'?t|quarantined?|align(?:ed|ment)?|unauthenticated|violat\w{1,6}|enforced?|blocked|refused|denied|p=)|(?:due to|per|by|because of|fail(?:ed|s|ure)?(?: the)?|not pass(?:ed)?(?: the)?|reject(?:ed)?,?|violat\w{1,6}|under) (?:\S{1,60} ){0,3}DMARC\b/i,
    also: /^(?![^\n]{0,400}(?:temporary DNS|temperror|DNS (?:failure|error)|no DMARC))/i,
    holds: 'coded',
    reason: 'dmarc-failed',
    meaning: 'The From domain asks to refuse mail that fails DMARC, and this message fails.',
    source: 'RFC 7489 10.3',
  },
  {
    name: 'spf-broken',
    wins: ['spf-failed', 'rate-limited'],
    pattern:
      /\bSPF\b.{0,60}\b(?:perm(?:anent)?[ -]?error|syntax error|malformed|unpars\w{2,6}|too many (?:DNS[ -])?look-?ups|multiple (?:SPF )?records|more than one record)|(?:malformed|more than one|multiple|invalid|broken) SPF|\bspf error for domain \S|\bUnknown mechanism found\b|\bInvalid (?:IPv[46] address literal|CIDR length|mechanism prefix)|Mechanisms used too many DNS lookups|\bPermerror; identity=/i,
    reason: 'spf-failed',
    meaning:
      'The SPF record of the sender domain breaks the rules of SPF (permerror), so that it allows and forbids nothing.',
    source: 'RFC 7208 2.6.7, 4.6.4',
    next: [
      act.sender('Correct the SPF record: one record only, no mechanism that SPF does not know, at most ten look-ups.'),
      probe.sender('Look the TXT records of the sender domain up and read the SPF record through a checker.'),
    ],
  },
  {
    name: 'spf-failed',
    wins: ['rate-limited'],
    pattern:
      /\bSPF\b.{0,60}\b(?:fail(?:ed|s|ure)?|policy|hard ?fail|reject(?:ed)?|check|(?:not|didn'?t|doesn'?t) (?:pass|allow))|(?:fail(?:ed|s)?|due to|by) (?:the )?SPF\b|Sender Policy Framework|(?:\d{1,3}(?:\.\d{1,3}){3}|:[\da-f]{0,4}:[\da-f]{0,4})[\])]? (?:is )?(?:not (?:allowed|authori[sz]ed|permitted)) to send (?:mail )?(?:from|for)|doesn'?t allow (?:to send|sending) (?:mails? )?(?:from|for) \[?[\da-f]{1,4}[.:]/i,
    holds: 'coded',
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender does not allow the sending host.',
    source: 'RFC 7372 3.2',
  },
  {
    name: 'dkim-failed',
    wins: ['rate-limited'],
    pattern:
      /\bDKIM\b(?!=).{0,60}\b(?:fail(?:ed|s|ure)?|invalid|missing|not|didn'?t|doesn'?t|no|none|bad|broken|reject(?:ed)?)\b|no (?:passing|valid|acceptable) DKIM/i,
    holds: 'coded',
    reason: 'dkim-failed',
    meaning: 'No acceptable DKIM signature was found in the message.',
    source: 'RFC 7372 3.1',
  },
  {
    name: 'signer-failed',
    wins: ['dkim-failed'],
    pattern:
      /\bDKIM[ -]?sign(?:ing|er)\b[^\n]{0,40}(?:fail|error|unavailable)|\b(?:fail(?:ed|ure)? to|could not|cannot|can'?t|unable to) (?:DKIM[ -]?)?sign (?:the |this )?(?:message|mail|e-?mail)|\b(?:could not|cannot) be (?:DKIM[ -]?)?signed/i,
    reason: 'system-error',
    meaning: 'The sending server could not sign the message with DKIM: its key or its settings are at fault.',
    source: 'RFC 6376 5.2',
    actor: 'sending admin',
    next: [
      act.sender('Look at the key of the signer: its file, its rights, its selector and the domain that it is for.'),
    ],
  },
]);
